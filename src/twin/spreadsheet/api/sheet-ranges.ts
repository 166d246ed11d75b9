import type { Area } from '../model';
import type { Session } from '../session';
import { Range } from './host-objects';

/** Areas of one sheet as ranges. */
export function toRanges(session: Session, sheetId: number, areas: readonly Area[]): Range[] {
  return areas.map((area) => new Range(session, sheetId, area));
}
