import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { accountColumn, vendorColumn } from '../shared/columns';
import { situationLabels } from './labels';

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
      note: say(
        'Hora do evento, no fuso da equipe.',
        'Hora del evento, en la zona del equipo.',
        "Time of the event, in the team's zone.",
      ),
    }),
  ],
  color: '#d93025',
  looks: [{ column: 'situation', word: situationLabels.disconnected, look: 'red' }],
};
