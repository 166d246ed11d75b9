import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { accountColumn, vendorColumn } from '../shared/columns';

/** How each connection is doing. */
export const health: TabDefinition = {
  id: 'health',
  title: say('Saúde', 'Salud', 'Health'),
  kind: 'register',
  entity: null,
  columns: [
    vendorColumn,
    // Rows of Plantão's own say whole sentences there, and the column is frozen: what is cut is not read.
    { ...accountColumn, widthPx: 260, isWrapped: true },
    column('received', 'number', {
      title: say('Recebidos', 'Recibidos', 'Received'),
      note: say(
        'Pedidos aceitos, sem os eventos de teste.',
        'Pedidos aceptados, sin los eventos de prueba.',
        'Requests accepted, without test events.',
      ),
      widthPx: 98,
    }),
    column('written', 'number', {
      title: say('Escritos', 'Escritos', 'Written'),
      note: say(
        'Pedidos que escreveram algo nas abas, mesmo que uma parte tenha falhado ou seja desconhecida.',
        'Pedidos que escribieron algo en las hojas, aunque una parte haya fallado o sea desconocida.',
        'Requests that wrote something in the tabs, even if a part failed or is unknown.',
      ),
    }),
    column('waiting', 'number', {
      title: say('Na fila', 'En cola', 'Waiting'),
      note: say('Aceitos que ainda esperam.', 'Aceptados que esperan.', 'Accepted, still waiting.'),
    }),
    column('repeated', 'number', {
      title: say('Repetidos', 'Repetidos', 'Repeated'),
      note: say(
        'Entregues de novo, ou tarde demais para dizer algo novo.',
        'Entregados de nuevo, o demasiado tarde para decir algo nuevo.',
        'Delivered again, or too late to say anything new.',
      ),
      widthPx: 98,
    }),
    column('refused', 'number', {
      title: say('Recusados', 'Rechazados', 'Refused'),
      note: say(
        'Recusados por segredo errado (pelo menos).',
        'Rechazados por secreto incorrecto (al menos).',
        'Refused for a wrong secret (at least).',
      ),
      widthPx: 108,
    }),
    column('unknown', 'number', {
      title: say('Desconhecidos', 'Desconocidos', 'Unknown'),
      note: say(
        'Pedidos com uma parte que ainda não tratamos; está guardada no Diário.',
        'Pedidos con una parte que aún no tratamos; está guardada en el Diario.',
        'Requests with a part that we do not handle yet; it is kept in the journal.',
      ),
      widthPx: 130,
    }),
    column('lastAt', 'time', {
      title: say('Último evento', 'Último evento', 'Last event'),
      note: say('Quando chegou o último.', 'Cuándo llegó el último.', 'When the last one came.'),
    }),
    column('alarm', 'text', {
      title: say('Alarme', 'Alarma', 'Alarm'),
      note: say(
        'O que pede a sua atenção.',
        'Lo que pide su atención.',
        'What needs your attention.',
      ),
      widthPx: 360,
      isWrapped: true,
    }),
    column('atRisk', 'number', {
      title: say('Em risco', 'En riesgo', 'At risk'),
      note: say(
        'Pedidos com uma parte guardada, mas fora das abas até você agir: falhos e retidos. Veja Falhas.',
        'Pedidos con una parte guardada, pero fuera de las hojas hasta que actúe: fallidos y retenidos. Vea Fallas.',
        'Requests with a part that is kept, but not in the tabs until you act: failed and quarantined. See Failures.',
      ),
    }),
  ],
  color: '#188038',
};
