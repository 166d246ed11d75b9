import { budgetsView } from './doctor-budgets';
import type { DoctorPage, ShownCheck } from './doctor-data';
import { reportButton } from './doctor-report';
import { element, makeButton, placeOf } from './elements';
import { say } from './page-data';
import { attach, load, makeOutcomePlace } from './work';

/** A shape for each level: colour alone says nothing to some. */
const signs = { red: '✕', amber: '!', green: '✓' } as const;

/** Where every button tells what came of it: the lines are drawn anew, this stays. */
const place = makeOutcomePlace();

function signOf(level: ShownCheck['level']): HTMLElement {
  const sign = element('span', 'sign', signs[level]);
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}

function lineOf({ id, level, levelName, title, said, mend, mendName }: ShownCheck): HTMLElement {
  const line = element('li', level, '');
  line.id = `check-${id}`;
  const heading = element('h2', '', '');
  heading.tabIndex = -1;
  heading.append(element('span', 'unseen', `${levelName}: `), title);
  const words = element('div', '', '');
  words.append(heading, element('p', '', said));
  line.append(signOf(level), words);
  if (mend === '') return line;
  const button = makeButton(mendName, 'secondary');
  button.setAttribute('aria-label', `${mendName} (${title})`);
  const show = (page: DoctorPage, sentence: string): string => {
    showAll(page);
    // The line is another one now; the keyboard stays where it was.
    const same = document.querySelector<HTMLElement>(`#check-${id} h2`);
    const fold = same?.closest('details');
    if (fold) fold.open = true;
    same?.focus();
    return sentence;
  };
  attach<DoctorPage>({ button, place, action: 'mend', args: () => [mend], show });
  words.append(button);
  return line;
}

function listOf(checks: readonly ShownCheck[]): HTMLElement {
  const list = element('ul', 'checks', '');
  list.append(...checks.map(lineOf));
  return list;
}

/** What is in order is folded while something else is not. */
function inOrder(checks: readonly ShownCheck[], isOpen: boolean): HTMLElement {
  const fold = document.createElement('details');
  const name = checks[0]?.levelName.toLowerCase() ?? '';
  fold.open = isOpen;
  fold.append(element('summary', '', `${checks.length} ${name}`), listOf(checks));
  return fold;
}

function showAll(page: DoctorPage): void {
  const { summary, checks } = page;
  const well = checks.filter(({ level }) => level === 'green');
  const ill = checks.filter(({ level }) => level !== 'green');
  const worst = ill[0]?.level ?? 'green';
  const top = element('div', `summary ${worst}`, '');
  const again = makeButton(say('doctorAgain'), 'secondary');
  const show = (next: DoctorPage): string => {
    showAll(next);
    return next.summary;
  };
  attach<DoctorPage>({ button: again, place, action: 'examine', args: () => [], show });
  top.append(signOf(worst), element('strong', '', summary), again);
  placeOf('doctor').replaceChildren(
    top,
    place,
    ...(ill.length === 0 ? [] : [listOf(ill)]),
    ...(well.length === 0 ? [] : [inOrder(well, ill.length === 0)]),
    ...budgetsView(page),
    ...reportButton(page, place),
  );
}

load<DoctorPage>({ place: placeOf('doctor'), action: 'examine', show: showAll });
