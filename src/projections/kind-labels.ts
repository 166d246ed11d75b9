import { say, type Language, type Localized } from '../events/localized';
import { contentWords } from '../events/words/content-words';

/** Kinds of message as users read them; a kind that is not here is shown as the platform names it. */
const kindLabels: Readonly<Record<string, Localized>> = {
  text: say('Texto', 'Texto', 'Text'),
  image: contentWords.image,
  audio: contentWords.audio,
  video: contentWords.video,
  document: contentWords.document,
  sticker: contentWords.sticker,
  location: contentWords.location,
  contact: contentWords.contact,
  reaction: contentWords.reaction,
  template: contentWords.template,
  buttons: contentWords.buttons,
  list: contentWords.list,
  poll: contentWords.poll,
  event: contentWords.event,
  payment: contentWords.payment,
  order: contentWords.order,
  product: contentWords.product,
  call: contentWords.call,
  pin: say('Mensagem fixada', 'Mensaje fijado', 'Pinned message'),
  group: contentWords.group,
  email: contentWords.email,
  form: contentWords.form,
  system: contentWords.system,
  unknown: say('Outro', 'Otro', 'Other'),
};

/** The kind as users of that language read it; null stays null. */
export function kindLabel(kind: string | null | undefined, language: Language): string | null {
  if (kind === null || kind === undefined) return null;
  return kindLabels[kind]?.[language] ?? kind;
}
