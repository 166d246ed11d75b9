import { say, type Language, type Localized } from '../events/localized';

/** Kinds of message as users read them; a kind that is not here is shown as the platform names it. */
const kindLabels: Readonly<Record<string, Localized>> = {
  text: say('Texto', 'Texto', 'Text'),
  image: say('Imagem', 'Imagen', 'Image'),
  audio: say('Áudio', 'Audio', 'Audio'),
  video: say('Vídeo', 'Video', 'Video'),
  document: say('Documento', 'Documento', 'Document'),
  sticker: say('Figurinha', 'Sticker', 'Sticker'),
  location: say('Localização', 'Ubicación', 'Location'),
  contact: say('Contato', 'Contacto', 'Contact'),
  reaction: say('Reação', 'Reacción', 'Reaction'),
  template: say('Modelo', 'Plantilla', 'Template'),
  buttons: say('Botões', 'Botones', 'Buttons'),
  list: say('Lista', 'Lista', 'List'),
  poll: say('Enquete', 'Encuesta', 'Poll'),
  event: say('Evento', 'Evento', 'Event'),
  payment: say('Pagamento', 'Pago', 'Payment'),
  order: say('Pedido', 'Pedido', 'Order'),
  product: say('Produto', 'Producto', 'Product'),
  call: say('Ligação', 'Llamada', 'Call'),
  pin: say('Mensagem fixada', 'Mensaje fijado', 'Pinned message'),
  group: say('Grupo', 'Grupo', 'Group'),
  email: say('E-mail', 'Correo', 'E-mail'),
  form: say('Formulário', 'Formulario', 'Form'),
  system: say('Sistema', 'Sistema', 'System'),
  unknown: say('Outro', 'Otro', 'Other'),
};

/** The kind as users of that language read it; null stays null. */
export function kindLabel(kind: string | null | undefined, language: Language): string | null {
  if (kind === null || kind === undefined) return null;
  return kindLabels[kind]?.[language] ?? kind;
}
