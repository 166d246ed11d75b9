import { say, type Language, type Localized } from '../events/localized';

type Labels = Readonly<Record<string, Localized>>;

/** Words of the vocabulary as users read them. A word that is not here is shown as the platform sent it. */
export const labels = {
  situation: {
    available: say('Disponível', 'Disponible', 'Available'),
    paused: say('Em pausa', 'En pausa', 'Paused'),
    offline: say('Offline', 'Desconectado', 'Offline'),
    unknown: say('Sem informação', 'Sin información', 'Unknown'),
  },
  conversationStatus: {
    bot: say('No robô', 'En el bot', 'With the bot'),
    queue: say('Na fila', 'En la cola', 'In the queue'),
    open: say('Aberta', 'Abierta', 'Open'),
    pending: say('Pendente', 'Pendiente', 'Pending'),
    snoozed: say('Adiada', 'Pospuesta', 'Snoozed'),
    resolved: say('Resolvida', 'Resuelta', 'Resolved'),
    closed: say('Encerrada', 'Cerrada', 'Closed'),
    blocked: say('Bloqueada', 'Bloqueada', 'Blocked'),
  },
  priority: {
    low: say('Baixa', 'Baja', 'Low'),
    medium: say('Média', 'Media', 'Medium'),
    high: say('Alta', 'Alta', 'High'),
    urgent: say('Urgente', 'Urgente', 'Urgent'),
  },
  attendanceStatus: {
    waiting: say('Aguardando', 'En espera', 'Waiting'),
    active: say('Em atendimento', 'En atención', 'Active'),
    finished: say('Finalizado', 'Finalizado', 'Finished'),
  },
  direction: {
    in: say('Recebida', 'Recibido', 'Incoming'),
    out: say('Enviada', 'Enviado', 'Outgoing'),
  },
  messageStatus: {
    pending: say('Pendente', 'Pendiente', 'Pending'),
    sent: say('Enviada', 'Enviado', 'Sent'),
    delivered: say('Entregue', 'Entregado', 'Delivered'),
    read: say('Lida', 'Leído', 'Read'),
    answered: say('Respondida', 'Respondido', 'Answered'),
    failed: say('Falhou', 'Falló', 'Failed'),
    deleted: say('Apagada', 'Eliminado', 'Deleted'),
  },
  templateStatus: {
    approved: say('Aprovado', 'Aprobado', 'Approved'),
    rejected: say('Rejeitado', 'Rechazado', 'Rejected'),
    paused: say('Pausado', 'Pausado', 'Paused'),
    disabled: say('Desativado', 'Desactivado', 'Disabled'),
    pendingDeletion: say('Exclusão pendente', 'Eliminación pendiente', 'Pending deletion'),
    pending: say('Em análise', 'En revisión', 'In review'),
    flagged: say('Sinalizado', 'Marcado', 'Flagged'),
    inAppeal: say('Em recurso', 'En apelación', 'In appeal'),
  },
  outage: {
    disconnected: say('Desconectado', 'Desconectado', 'Disconnected'),
    connected: say('Conectado', 'Conectado', 'Connected'),
  },
} as const satisfies Readonly<Record<string, Labels>>;

/** The word as users of that language read it; null stays null. */
export function label(
  kind: keyof typeof labels,
  word: string | null | undefined,
  language: Language,
): string | null {
  if (word === null || word === undefined) return null;
  const table: Labels = labels[kind];
  return table[word]?.[language] ?? word;
}
