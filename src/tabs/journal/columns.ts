import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { accountColumn, vendorColumn } from '../shared/columns';
import { plain } from '../shared/plain-column';

/**
 * The journal: every accepted request, kept before anything else is answered. Hidden; its columns are found by their titles and
 * marks, its lines by their number, so a user may sort it or insert what they like. A body longer than a cell continues on
 * further rows of the same number (`Parte`). The title of the first column says the highest number given: `# 1234`.
 */
export const journal: TabDefinition = {
  id: 'journal',
  title: say('Diário', 'Diario', 'Journal'),
  kind: 'ledger',
  entity: null,
  columns: [
    column('number', 'number', {
      title: say('#', '#', '#'),
      note: say(
        'Número do pedido; o título diz o último que foi dado.',
        'Número del pedido; el título dice el último que se dio.',
        'Number of the request; the title says the last one given.',
      ),
    }),
    plain('receivedAt', 'time', ['Recebido em', 'Recibido el', 'Received at']),
    vendorColumn,
    accountColumn,
    plain('event', 'text', ['Evento', 'Evento', 'Event']),
    plain('eventKey', 'text', ['Chave do evento', 'Clave del evento', 'Event key']),
    plain('status', 'text', ['Situação', 'Situación', 'Status']),
    plain('attempts', 'number', ['Tentativas', 'Intentos', 'Attempts']),
    plain('error', 'text', ['Erro', 'Error', 'Error']),
    plain('part', 'number', ['Parte', 'Parte', 'Part']),
    plain('body', 'text', ['Corpo', 'Cuerpo', 'Body']),
    plain('connection', 'text', ['Conexão', 'Conexión', 'Connection']),
    plain('webhook', 'text', ['Webhook', 'Webhook', 'Webhook']),
    plain('request', 'text', ['Pedido', 'Pedido', 'Request']),
    plain('receivedAtMs', 'number', ['Recebido (ms)', 'Recibido (ms)', 'Received (ms)']),
    plain('nextTryMs', 'number', [
      'Próxima tentativa (ms)',
      'Próximo intento (ms)',
      'Next try (ms)',
    ]),
    column('rows', 'number', {
      title: say('Linhas', 'Filas', 'Rows'),
      note: say(
        'Quantas linhas das abas o pedido fez ou mudou.',
        'Cuántas filas de las hojas hizo o cambió el pedido.',
        'How many rows of the tabs the request made or changed.',
      ),
    }),
  ],
  color: '#9aa0a6',
};
