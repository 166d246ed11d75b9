import { say } from '../../events/localized';
import { column } from '../../sheets/columns';
import type { ColumnDefinition } from '../../sheets/definition';

/** A column of our own bookkeeping, without a note. */
export const plain = (
  id: string,
  kind: 'text' | 'number' | 'time',
  titles: readonly [string, string, string],
): ColumnDefinition => column(id, kind, { title: say(...titles), note: say('', '', '') });
