import { say } from '../events/localized';
import { column } from '../sheets/columns';
import type { TabDefinition } from '../sheets/definition';
import { accountColumn, vendorColumn } from './shared-columns';

/** Every time a channel lost or regained its connection. */
export const outages: TabDefinition = {
  id: 'outages',
  title: say('Quedas', 'Caídas', 'Outages'),
  kind: 'log',
  entity: 'outage',
  columns: [
    vendorColumn,
    accountColumn,
    column('instance', 'text', {
      title: say('Instância', 'Instancia', 'Instance'),
      note: say('Qual canal ou aparelho.', 'Qué canal o dispositivo.', 'Which channel or device.'),
      widthPx: 200,
    }),
    column('situation', 'text', {
      title: say('Situação', 'Situación', 'Status'),
      note: say(
        'Conectado ou desconectado.',
        'Conectado o desconectado.',
        'Connected or disconnected.',
      ),
    }),
    column('detail', 'text', {
      title: say('Detalhe', 'Detalle', 'Detail'),
      note: say('Como a plataforma informa.', 'Según la plataforma.', 'As the platform says.'),
      widthPx: 260,
    }),
    column('at', 'time', {
      title: say('Data e hora', 'Fecha y hora', 'Date and time'),
      note: say('Hora do evento, GMT-3.', 'Hora del evento, GMT-3.', 'Time of the event, GMT-3.'),
    }),
  ],
  color: '#d93025',
};

/** What could not be written, grouped by cause, with what to do. */
export const failures: TabDefinition = {
  id: 'failures',
  title: say('Falhas', 'Fallas', 'Failures'),
  kind: 'register',
  entity: null,
  columns: [
    vendorColumn,
    column('event', 'text', {
      title: say('Evento', 'Evento', 'Event'),
      note: say(
        'Nome do evento na plataforma.',
        'Nombre del evento.',
        "The platform's name of the event.",
      ),
      widthPx: 180,
    }),
    column('cause', 'text', {
      title: say('Causa', 'Causa', 'Cause'),
      note: say('Por que não foi escrito.', 'Por qué no se escribió.', 'Why it was not written.'),
      widthPx: 300,
    }),
    column('advice', 'text', {
      title: say('O que fazer', 'Qué hacer', 'What to do'),
      note: say('O próximo passo, em palavras.', 'El próximo paso.', 'The next step, in words.'),
      widthPx: 380,
    }),
    column('count', 'number', {
      title: say('Quantidade', 'Cantidad', 'Count'),
      note: say(
        'Quantas falhas com esta causa, as já resolvidas também.',
        'Cuántas fallas con esta causa, también las resueltas.',
        'How many failures of this cause, the solved ones too.',
      ),
    }),
    column('firstAt', 'time', {
      title: say('Primeira', 'Primera', 'First'),
      note: say(
        'Quando aconteceu pela primeira vez.',
        'Cuándo ocurrió por primera vez.',
        'When it first happened.',
      ),
    }),
    column('lastAt', 'time', {
      title: say('Última', 'Última', 'Last'),
      note: say(
        'Quando aconteceu pela última vez.',
        'Cuándo ocurrió por última vez.',
        'When it last happened.',
      ),
    }),
    column('nextTryAt', 'time', {
      title: say('Próxima tentativa', 'Próximo intento', 'Next try'),
      note: say(
        'Quando tentaremos de novo; em branco: espera por você.',
        'Cuándo se reintenta; en blanco: espera por usted.',
        'When we try again; blank: waits for you.',
      ),
    }),
    column('situation', 'text', {
      title: say('Situação', 'Situación', 'Status'),
      note: say(
        'Tentando, esperando por você, ou resolvida: nenhuma delas falha mais.',
        'Reintentando, esperando, o resuelta: ninguna falla más.',
        'Retrying, waiting for you, or solved: none of them fails any more.',
      ),
    }),
  ],
  color: '#ea4335',
};

/** How each connection is doing. */
export const health: TabDefinition = {
  id: 'health',
  title: say('Saúde', 'Salud', 'Health'),
  kind: 'register',
  entity: null,
  columns: [
    vendorColumn,
    accountColumn,
    column('received', 'number', {
      title: say('Recebidos', 'Recibidos', 'Received'),
      note: say(
        'Pedidos aceitos, sem os eventos de teste.',
        'Pedidos aceptados, sin los eventos de prueba.',
        'Requests accepted, without test events.',
      ),
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
    }),
    column('refused', 'number', {
      title: say('Recusados', 'Rechazados', 'Refused'),
      note: say(
        'Recusados por segredo errado (pelo menos).',
        'Rechazados por secreto incorrecto (al menos).',
        'Refused for a wrong secret (at least).',
      ),
    }),
    column('unknown', 'number', {
      title: say('Desconhecidos', 'Desconocidos', 'Unknown'),
      note: say(
        'Pedidos com uma parte que ainda não tratamos; está guardada no Diário.',
        'Pedidos con una parte que aún no tratamos; está guardada en el Diario.',
        'Requests with a part that we do not handle yet; it is kept in the journal.',
      ),
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
    }),
    column('atRisk', 'number', {
      title: say('Em risco', 'En riesgo', 'At risk'),
      note: say(
        'Pedidos com uma parte guardada, mas fora das abas até você agir: falhos e retidos. Veja Falhas.',
        'Pedidos con una parte guardada, pero fuera de las hojas hasta que actúe: fallidos y retenidos. Vea Fallas.',
        'Requests with a part that is kept, but not in the tabs until you act: failed and held. See Failures.',
      ),
    }),
  ],
  color: '#188038',
};
