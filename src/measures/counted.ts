import type { EntityId } from '../events/fields';
import type { BusinessHours } from './business-time';

/** Raised when the same rows add up to other numbers than before: then all days are counted anew. */
export const countingRevision = 1;

/** With what times are counted. */
export interface Counting {
  readonly offsetMinutes: number;
  readonly hours: BusinessHours | null;
}

/** Registers whose rows add to the numbers. */
export const countedEntities = ['conversation', 'attendance', 'message', 'contact'] as const;
export type CountedEntity = (typeof countedEntities)[number];

export const isCounted = (entity: EntityId | null): entity is CountedEntity =>
  countedEntities.some((one) => one === entity);
