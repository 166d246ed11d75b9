import { diagnose, type Diagnosis } from '../../doctor/checks';
import type { Level, MendId } from '../../doctor/check';
import { gatherFacts } from '../../doctor/gather';
import { rooms } from '../../doctor/rooms';
import { buildInfo } from '../../platform/build-info';
import type { Services } from '../../platform/services';
import { entryNames } from '../entry-names';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { sayWhen } from '../say-when';
import { speaker } from '../speak';
import { fill } from '../texts';
import { showBudgets, type ShownBudget } from './budgets';
import { mends } from './mends';

/** A line as the page shows it. */
interface ShownCheck {
  readonly id: string;
  readonly level: Level;
  /** `Problema`, to be read aloud. */
  readonly levelName: string;
  readonly title: string;
  readonly said: string;
  /** What its button mends, and is called; blank where there is none. */
  readonly mend: MendId | '';
  readonly mendName: string;
}

export interface DoctorPage {
  /** `0.1.0`, for a report. */
  readonly version: string;
  readonly summary: string;
  /** How many lines were looked at, and when. */
  readonly looked: string;
  /** Rooms that are in order stand among the budgets only. */
  readonly checks: readonly ShownCheck[];
  readonly account: string;
  readonly budgets: readonly ShownBudget[];
}

const roomIds: ReadonlySet<string> = new Set(rooms.map(({ id }) => id));

const accountNames = { consumer: 'doctorConsumer', workspace: 'doctorWorkspace' } as const;

const levelNames = { red: 'doctorRed', amber: 'doctorAmber', green: 'doctorGreen' } as const;

/** Looks at everything, and says it. Writes nothing. */
export function examine(services: Services): DoctorPage {
  const speak = speaker(services);
  const facts = gatherFacts(services, entryNames.sweep);
  const found = diagnose(facts);
  const count = (level: Level): number => found.filter((one) => one.level === level).length;
  const [red, amber] = [count('red'), count('amber')];
  const summary =
    red + amber === 0
      ? speak('doctorWell')
      : speak('doctorIll', { red: String(red), amber: String(amber) });
  const told = found.filter(({ id, level }) => level !== 'green' || !roomIds.has(id));
  return {
    version: buildInfo.version,
    summary,
    looked: speak('doctorLooked', {
      count: String(told.length),
      at: sayWhen(facts.nowMs, facts),
    }),
    checks: told.map((one) => showCheck(services, one)),
    account: speak(accountNames[facts.account]),
    budgets: facts.isStarted ? showBudgets(services, facts) : [],
  };
}

function showCheck(
  services: Services,
  { id, level, title, text, values, mend }: Diagnosis,
): ShownCheck {
  const language = languageOf(services.host.locale());
  const speak = speaker(services);
  const filled = Object.entries(values ?? {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return {
    id,
    level,
    levelName: speak(levelNames[level]),
    title: title[language],
    said: fill(text[language], Object.fromEntries(filled)),
    mend: mend ?? '',
    mendName: mend === undefined ? '' : speak(mends[mend].name),
  };
}

/** Does what a line's button says, and looks at everything again. */
export function mendNow(services: Services, name: string): Outcome<DoctorPage> {
  const speak = speaker(services);
  const [, mend] = Object.entries(mends).find(([id]) => id === name) ?? [];
  if (mend === undefined) return refused(speak('badRequest'));
  const outcome = mend.run(services);
  if (outcome.kind !== 'done') return outcome;
  services.workbook.flush();
  return done(examine(services), speak('doctorMended'));
}
