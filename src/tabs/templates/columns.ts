import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { TabDefinition } from '../../sheets/definition';
import { accountColumn, vendorColumn } from '../shared/columns';
import { statusLabels } from './labels';

/** One row per message template. */
export const templates: TabDefinition = {
  id: 'templates',
  title: say('Modelos', 'Plantillas', 'Templates'),
  kind: 'register',
  entity: 'template',
  columns: [
    vendorColumn,
    accountColumn,
    column('template', 'text', {
      title: say('Modelo', 'Plantilla', 'Template'),
      note: say('Nome do modelo.', 'Nombre de la plantilla.', 'Name of the template.'),
      widthPx: 200,
    }),
    column('status', 'text', {
      title: say('Status', 'Estado', 'Status'),
      note: say('Situação mais recente.', 'Estado más reciente.', 'Newest status.'),
    }),
    column('affected', 'text', {
      personal: 'id',
      title: say('Conversas afetadas', 'Conversaciones afectadas', 'Affected conversations'),
      note: say('Fluxos que usam o modelo.', 'Flujos que usan la plantilla.', 'Flows that use it.'),
      widthPx: 200,
    }),
    column('since', 'time', {
      title: say('Desde', 'Desde', 'Since'),
      note: say(
        'Quando a situação atual começou.',
        'Cuándo empezó el estado actual.',
        'When the present status began.',
      ),
    }),
  ],
  color: '#fbbc04',
  looks: [
    { column: 'status', word: statusLabels.rejected, look: 'red' },
    { column: 'status', word: statusLabels.approved, look: 'green' },
  ],
};
