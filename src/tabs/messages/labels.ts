import { say } from '../../events/localized';
import { contentWords } from '../../events/words/content-words';
import type { Labels } from '../shared/label';

/** Which way a message went. */
export const directionLabels = {
  in: say('Recebida', 'Recibido', 'Incoming'),
  out: say('Enviada', 'Enviado', 'Outgoing'),
} as const satisfies Labels;

/** How far it got. */
export const statusLabels = {
  pending: say('Pendente', 'Pendiente', 'Pending'),
  sent: say('Enviada', 'Enviado', 'Sent'),
  delivered: say('Entregue', 'Entregado', 'Delivered'),
  read: say('Lida', 'Leído', 'Read'),
  answered: say('Respondida', 'Respondido', 'Answered'),
  failed: say('Falhou', 'Falló', 'Failed'),
  deleted: say('Apagada', 'Eliminado', 'Deleted'),
} as const satisfies Labels;

/** Kinds of message as users read them. */
export const kindLabels: Labels = {
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
