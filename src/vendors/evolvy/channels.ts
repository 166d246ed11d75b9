import type { Maybe } from '../object-reader';

const names: ReadonlyMap<string, string> = new Map([
  ['whatsapp', 'WhatsApp'],
  ['api', 'API'],
  ['webwidget', 'Site'],
  ['email', 'E-mail'],
  ['facebookpage', 'Facebook'],
  ['instagram', 'Instagram'],
  ['telegram', 'Telegram'],
  ['twiliosms', 'Twilio'],
  ['sms', 'SMS'],
  ['line', 'LINE'],
  ['twitterprofile', 'Twitter'],
  ['tiktok', 'TikTok'],
]);

/** `Channel::Whatsapp` as people call it; a channel that is not known keeps the vendor's word. */
export function channelName(channel: Maybe<string>): Maybe<string> {
  if (channel === undefined || channel === null) return channel;
  const word = channel.replace(/^Channel::/i, '').trim();
  return names.get(word.toLowerCase()) ?? word;
}
