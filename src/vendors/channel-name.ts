const names: ReadonlyMap<string, string> = new Map([
  ['whatsapp', 'WhatsApp'],
  ['whatsapp-enterprise', 'WhatsApp Enterprise'],
  ['api', 'API'],
  ['webwidget', 'Site'],
  ['widget', 'Site'],
  ['weniwebchat', 'Site'],
  ['email', 'E-mail'],
  ['mailto', 'E-mail'],
  ['facebookpage', 'Facebook'],
  ['facebook', 'Facebook'],
  ['messenger', 'Messenger'],
  ['instagram', 'Instagram'],
  ['telegram', 'Telegram'],
  ['twiliosms', 'Twilio'],
  ['sms', 'SMS'],
  ['tel', 'Telefone'],
  ['phone', 'Telefone'],
  ['line', 'LINE'],
  ['viber', 'Viber'],
  ['twitterprofile', 'Twitter'],
  ['twitter', 'Twitter'],
  ['tiktok', 'TikTok'],
]);

/** A platform's word for a channel as people call it; a word that is not known stays as it is. */
export function channelName(word: string): string {
  return names.get(word.toLowerCase()) ?? word;
}
