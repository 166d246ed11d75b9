/** Languages that people choose, as the settings name them. */
export type Speech = 'pt' | 'es' | 'en';

type Words = Readonly<Record<string, readonly [pt: string, es: string, en: string]>>;

/** What people read for the words of the vocabulary; a word that is not here is shown as it came. */
const words = {
  situation: {
    available: ['Disponível', 'Disponible', 'Available'],
    paused: ['Em pausa', 'En pausa', 'Paused'],
    offline: ['Offline', 'Desconectado', 'Offline'],
    unknown: ['Sem informação', 'Sin información', 'Unknown'],
  },
  conversation: {
    open: ['Aberta', 'Abierta', 'Open'],
    pending: ['Pendente', 'Pendiente', 'Pending'],
    snoozed: ['Adiada', 'Pospuesta', 'Snoozed'],
    resolved: ['Resolvida', 'Resuelta', 'Resolved'],
    closed: ['Encerrada', 'Cerrada', 'Closed'],
  },
  attendance: {
    waiting: ['Aguardando', 'En espera', 'Waiting'],
    sent: ['Enviada', 'Enviada', 'Sent'],
    active: ['Em atendimento', 'En atención', 'Active'],
    bot: ['No robô', 'En el bot', 'With the bot'],
    pending: ['Pendente', 'Pendiente', 'Pending'],
    snoozed: ['Adiada', 'Pospuesta', 'Snoozed'],
    finished: ['Finalizado', 'Finalizado', 'Finished'],
  },
  direction: {
    in: ['Recebida', 'Recibido', 'Incoming'],
    out: ['Enviada', 'Enviado', 'Outgoing'],
  },
  message: {
    pending: ['Pendente', 'Pendiente', 'Pending'],
    sent: ['Enviada', 'Enviado', 'Sent'],
    delivered: ['Entregue', 'Entregado', 'Delivered'],
    read: ['Lida', 'Leído', 'Read'],
    answered: ['Respondida', 'Respondido', 'Answered'],
    failed: ['Falhou', 'Falló', 'Failed'],
    deleted: ['Apagada', 'Eliminado', 'Deleted'],
  },
  kind: {
    text: ['Texto', 'Texto', 'Text'],
    image: ['Imagem', 'Imagen', 'Image'],
    document: ['Documento', 'Documento', 'Document'],
  },
  template: {
    approved: ['Aprovado', 'Aprobado', 'Approved'],
    rejected: ['Rejeitado', 'Rechazado', 'Rejected'],
    paused: ['Pausado', 'Pausado', 'Paused'],
  },
  outage: { disconnected: ['Desconectado', 'Desconectado', 'Disconnected'] },
  inbox: { flow: ['Fluxo', 'Flujo', 'Flow'] },
  sender: { automatic: ['Mensagem automática', 'Mensaje automático', 'Automatic message'] },
} as const satisfies Readonly<Record<string, Words>>;

export type WordKind = keyof typeof words;

const places: Readonly<Record<Speech, number>> = { pt: 0, es: 1, en: 2 };

/** The word as people of that language read it. */
export function sayIn(speech: Speech, kind: WordKind, word: unknown): unknown {
  const table: Words = words[kind];
  return typeof word === 'string' ? (table[word]?.[places[speech]] ?? word) : word;
}
