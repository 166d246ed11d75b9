import { canonicalJson } from '../events/canonical';
import type { VendorEvent } from '../events/event';
import type { Services } from '../platform/services';

/** What tells an event's content from every other: part of its key. */
export const hashOf = (
  { item }: VendorEvent,
  { sha256 }: Pick<Services['codec'], 'sha256'>,
): string => sha256(canonicalJson(item)).slice(0, 16);
