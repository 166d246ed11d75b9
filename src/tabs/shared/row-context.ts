import type { EntityId, FieldsOf } from '../../events/fields';
import type { Language } from '../../events/localized';
import type { RowContent } from '../../sheets/definition';

/** What every row shows of its connection, and the language of the labels. */
export interface RowContext {
  readonly vendorName: string;
  readonly account: string;
  readonly language: Language;
  /** The user's names for the platform's status codes, by code. */
  readonly statusNames: Readonly<Record<string, string>>;
  /** The vendor's id of the entity, the second half of the row's key. */
  readonly id: string;
  /** The user's own columns as they are stored, and the zone of what they show; absent: there are none. */
  readonly own?:
    { readonly ownColumns: readonly unknown[]; readonly offsetMinutes: number } | undefined;
}

/** Makes the cells of a register's row: the merged fields in, the cells by column id out. */
export type RenderRow<E extends EntityId> = (
  fields: FieldsOf<E>,
  context: RowContext,
) => RowContent;

/** The cells that every row has. */
export const ownerCells = (context: RowContext): RowContent => ({
  vendor: context.vendorName,
  account: context.account,
});
