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
  /** What the line is called for this very fault, where it has a name of its own. */
  readonly ill?: Localized;
}

/** One line of Diagnóstico. */
export interface Check {
  readonly id: string;
  /** What is checked, as it is called when all is well. */
  readonly title: Localized;
  /** What it is called when it is not: "answers without signing in" beside a cross would say the contrary. */
  readonly ill?: Localized;
  /** Null: there is no telling now, which is not the same as being in order. */
  judge(facts: Facts): Verdict | null;
}

export const green = (text: Localized, values: Verdict['values'] = {}): Verdict => ({
  level: 'green',
  text,
  values,
});
