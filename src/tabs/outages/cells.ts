import type { FieldsOf } from '../../events/fields';
import type { RowContent } from '../../sheets/definition';
import { label } from '../shared/label';
import { ownerCells, type RowContext } from '../shared/row-context';
import { situationLabels } from './labels';

/** A row of the log Quedas. */
export function renderOutage(
  outage: FieldsOf<'outage'>,
  atMs: number,
  context: RowContext,
): RowContent {
  return {
    ...ownerCells(context),
    instance: outage.instance ?? null,
    situation: label(situationLabels, outage.situation, context.language),
    detail: outage.detail ?? null,
    at: atMs,
  };
}
