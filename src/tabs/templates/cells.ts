import { sinceWhen } from '../../projections/situation';
import { joined } from '../shared/cells';
import { label } from '../shared/label';
import { ownerCells, type RenderRow } from '../shared/row-context';
import { statusLabels } from './labels';

/** A row of Modelos. */
export const renderTemplate: RenderRow<'template'> = (template, context) => ({
  ...ownerCells(context),
  template: template.name ?? context.id,
  status: label(statusLabels, template.status, context.language),
  affected: joined(template.affectedConversations),
  since: sinceWhen(template.statuses),
});
