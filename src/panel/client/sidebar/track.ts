import type { Card } from './data';
import { make } from './dom';
import { tell } from './words';

/** Checked, first and last event, each with its time. */
export function makeTrack({ verifiedAt, firstAt, lastAt, registration }: Card): HTMLElement {
  const marks = [
    [registration === null ? 'trackVerified' : 'trackRegistered', verifiedAt],
    ['trackFirst', firstAt],
    ['trackLast', lastAt],
  ] as const;
  // Most platforms never check an address.
  const shown = verifiedAt === '' && registration === null ? marks.slice(1) : marks;
  const items = shown.map(([id, time]) =>
    make(
      'li',
      { class: time === '' ? '' : 'reached' },
      make('b', {}, tell(id)),
      make('span', { class: 'detail number' }, time === '' ? '—' : time),
    ),
  );
  return make('ol', { class: 'track' }, ...items);
}
