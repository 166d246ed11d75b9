import { budgetsView } from './doctor-budgets';
import type { DoctorPage, ShownCheck } from './doctor-data';
import { reportButton } from './doctor-report';
import { element, makeButton, placeOf } from './elements';
import { say } from './page-data';
import { attach, load, makeOutcomePlace, tell } from './work';

/** A shape for each level: colour alone says nothing to some. */
const signs = { red: '✕', amber: '!', green: '✓' } as const;

/** Where the page's own buttons tell what came of them; a line tells it by itself. */
const place = makeOutcomePlace();

function signOf(level: ShownCheck['level']): HTMLElement {
  const sign = element('span', 'sign', signs[level]);
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}

/** What was mended, and the lines that stood above the fold then: each keeps its place, so that nothing jumps away from the eye. */
interface Mended {
  readonly id: string;
  readonly sentence: string;
  readonly kept: readonly string[];
}

const idsAbove = (): readonly string[] =>
  [...document.querySelectorAll('#doctor > ul.checks > li')].map(({ id }) => id);

function lineOf(check: ShownCheck, mended: Mended | null): HTMLElement {
  const { id, level, levelName, title, said } = check;
  const line = element('li', level, '');
  line.id = `check-${id}`;
  const heading = element('h2', '', '');
  heading.tabIndex = -1;
  heading.append(element('span', 'unseen', `${levelName}: `), title);
  const words = element('div', '', '');
  words.append(heading, element('p', '', said), ...mendNodes(check));
  line.append(signOf(level), words);
  if (mended?.id === id) {
    const answer = makeOutcomePlace();
    const isWell = level === 'green';
    tell(answer, isWell ? 'done' : 'refused', isWell ? mended.sentence : say('doctorStillIll'));
    words.append(answer);
  }
  return line;
}

function mendNodes({ id, mend, mendName, title }: ShownCheck): readonly HTMLElement[] {
  if (mend === '') return [];
  const own = makeOutcomePlace();
  const button = makeButton(mendName, 'secondary');
  button.setAttribute('aria-label', `${mendName} (${title})`);
  const show = (page: DoctorPage, sentence: string): string => {
    tell(place, 'done', '');
    showAll(page, { id, sentence, kept: idsAbove() });
    document.querySelector<HTMLElement>(`#check-${id} h2`)?.focus();
    return sentence;
  };
  attach<DoctorPage>({ button, place: own, action: 'mend', args: () => [mend], show });
  return [button, own];
}

function listOf(checks: readonly ShownCheck[], mended: Mended | null): HTMLElement {
  const list = element('ul', 'checks', '');
  list.append(...checks.map((check) => lineOf(check, mended)));
  return list;
}

/** What is in order is folded: nobody has to read it. */
function inOrder(checks: readonly ShownCheck[]): HTMLElement {
  const fold = document.createElement('details');
  const name = checks[0]?.levelName.toLowerCase() ?? '';
  fold.append(element('summary', '', `${checks.length} ${name}`), listOf(checks, null));
  return fold;
}

/** The lines to be seen at once: what was there when something was mended, in that order, and then what else is ill. */
function linesAbove(checks: readonly ShownCheck[], mended: Mended | null): readonly ShownCheck[] {
  const placeIn = ({ id }: ShownCheck): number => mended?.kept.indexOf(`check-${id}`) ?? -1;
  const kept = checks
    .filter((check) => placeIn(check) >= 0)
    .sort((a, b) => placeIn(a) - placeIn(b));
  return [...kept, ...checks.filter((one) => one.level !== 'green' && placeIn(one) < 0)];
}

function showAll(page: DoctorPage, mended: Mended | null = null): void {
  const { summary, looked, checks } = page;
  const above = linesAbove(checks, mended);
  const well = checks.filter((check) => !above.includes(check));
  const worst = checks[0]?.level ?? 'green';
  const top = element('div', `summary ${worst}`, '');
  const again = makeButton(say('doctorAgain'), 'secondary');
  const show = (next: DoctorPage): string => {
    showAll(next);
    return next.summary;
  };
  attach<DoctorPage>({ button: again, place, action: 'examine', args: () => [], show });
  const words = element('div', 'words', '');
  words.append(element('strong', '', summary), element('span', 'looked', looked));
  top.append(signOf(worst), words, again);
  placeOf('doctor').replaceChildren(
    top,
    place,
    ...(above.length === 0 ? [] : [listOf(above, mended)]),
    ...(well.length === 0 ? [] : [inOrder(well)]),
    ...budgetsView(page),
    ...reportButton(page, place),
  );
}

load<DoctorPage>({ place: placeOf('doctor'), action: 'examine', show: showAll });
