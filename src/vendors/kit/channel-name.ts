import { word } from '../../events/words/word';
const names: ReadonlyMap<string, string> = new Map([
  ['whatsapp', 'WhatsApp'],
  ['whatsapp-enterprise', 'WhatsApp Enterprise'],
  ['api', 'API'],
  ['webwidget', word('site')],
  ['widget', word('site')],
  ['weniwebchat', word('site')],
  ['email', word('email')],
  ['mailto', word('email')],
  ['facebookpage', 'Facebook'],
  ['facebook', 'Facebook'],
  ['messenger', 'Messenger'],
  ['instagram', 'Instagram'],
  ['telegram', 'Telegram'],
  ['twiliosms', 'Twilio'],
  ['sms', 'SMS'],
  ['tel', word('phone')],
  ['phone', word('phone')],
  ['line', 'LINE'],
  ['viber', 'Viber'],
  ['twitterprofile', 'Twitter'],
  ['twitter', 'Twitter'],
  ['tiktok', 'TikTok'],
]);

/** A platform's word for a channel as people call it; a word that is not known stays as it is. */
export function channelName(sent: string): string {
  return names.get(sent.toLowerCase()) ?? sent;
}
