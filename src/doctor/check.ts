import type { Localized } from '../events/localized';
import type { Facts } from './facts';

/** Red: events are lost, or come into no tab. Amber: it will be, or somebody has to look. */
export type Level = 'red' | 'amber' | 'green';

/** What puts something right at the press of a button; each stands in `panel/doctor/mends.ts`. */
export type MendId = 'sweep' | 'tabs' | 'zone' | 'unite' | 'sweepNow' | 'resume';

/** What a check found. */
export interface Verdict {
  readonly level: Level;
  /** What was found; for what is not green also what to click. `{name}` is filled in. */
  readonly text: Localized;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly mend?: MendId;
}

/** One line of Diagnóstico. */
export interface Check {
  readonly id: string;
  /** What is checked, as it is called when all is well. */
  readonly title: Localized;
  judge(facts: Facts): Verdict;
}

export const green = (text: Localized, values: Verdict['values'] = {}): Verdict => ({
  level: 'green',
  text,
  values,
});
