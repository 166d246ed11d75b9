import { askServer } from './call-server';
import { element, makeButton, makeField, placeOf } from './elements';
import { say } from './page-data';
import { attach, makeOutcomePlace, tell } from './work';

interface CellPlace {
  readonly tab: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

interface Finding {
  readonly id: string;
  readonly kind: string;
  readonly heading: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly atMs: number;
  readonly at: string;
  readonly places: readonly CellPlace[];
}

interface SearchStep {
  readonly findings: readonly Finding[];
  readonly cursor: string | null;
}

/** After so many the person is asked whether to go on. */
const mostByItself = 100;

interface State {
  asked: string;
  /** Null: nothing is left to look at. */
  cursor: string | null;
  isRunning: boolean;
  readonly found: Map<string, Finding>;
  shownByItself: number;
}

const state: State = {
  asked: '',
  cursor: null,
  isRunning: false,
  found: new Map(),
  shownByItself: 0,
};

const field = makeField(say('searchWhat'));
const searching = makeButton(say('search'));
const going = makeButton(say('searchGoOn'), 'secondary');
going.type = 'button';
const place = makeOutcomePlace();

const countLine = (): string => say('searchFound').replace('{count}', String(state.found.size));

function goButton({ tab, name, row, column, key }: CellPlace, told: HTMLElement): HTMLElement {
  const title = say('searchGoTo').replace('{tab}', name).replace('{row}', String(row));
  const button = makeButton(title, 'go');
  attach<null>({
    button,
    place: told,
    action: 'showCell',
    args: () => [tab, String(row), String(column), key],
    show: (_none, sentence) => sentence,
  });
  return button;
}

function findingItem({ title, facts, at, places }: Finding): HTMLElement {
  const item = element('li', '', '');
  const line = element('div', 'finding', '');
  line.append(element('strong', '', title), element('time', '', at));
  const told = makeOutcomePlace();
  const links = places.map((cell) => goButton(cell, told));
  item.append(line, element('p', 'facts', facts.join(' · ')), ...links, told);
  return item;
}

const deliveries = ['event', 'repeated', 'failure'];

/** Headings of tabs in the order in which they were met, then those of deliveries; under each the newest first. */
function showFindings(): void {
  const byHeading = new Map<string, Finding[]>();
  const findings = [...state.found.values()];
  const rankOf = ({ kind }: Finding): number => deliveries.indexOf(kind);
  for (const finding of findings.sort((a, b) => rankOf(a) - rankOf(b)))
    byHeading.set(finding.heading, [...(byHeading.get(finding.heading) ?? []), finding]);
  const parts = [...byHeading].flatMap(([heading, own]) => {
    const list = element('ul', '', '');
    const newest = [...own].sort((a, b) => b.atMs - a.atMs);
    list.append(...newest.map(findingItem));
    return [element('h2', '', `${heading} (${own.length})`), list];
  });
  placeOf('findings').replaceChildren(...parts);
}

function rest(sentence: string): void {
  state.isRunning = false;
  searching.setAttribute('aria-disabled', 'false');
  if (state.cursor === null && document.activeElement === going) field.focus();
  going.hidden = state.cursor === null;
  going.textContent = say('searchGoOn');
  tell(place, 'done', sentence);
}

function take({ findings, cursor }: SearchStep, progress: string): void {
  const before = state.found.size;
  for (const finding of findings)
    if (!state.found.has(finding.id)) state.found.set(finding.id, finding);
  state.shownByItself += state.found.size - before;
  state.cursor = cursor;
  if (state.found.size > before) showFindings();
  if (cursor === null) return rest(state.found.size === 0 ? say('searchNothing') : countLine());
  const said = `${countLine()} ${progress}`;
  if (!state.isRunning) return rest(`${countLine()} ${say('searchStopped')}`);
  if (state.shownByItself >= mostByItself) return rest(said);
  tell(place, 'done', said);
  step(cursor);
}

function step(cursor: string): void {
  askServer<SearchStep>('search', [state.asked, cursor], (outcome) => {
    if (outcome.kind === 'done') return take(outcome.value, outcome.sentence);
    rest('');
    tell(place, outcome.kind, outcome.sentence);
  });
}

function run(cursor: string): void {
  state.isRunning = true;
  state.shownByItself = 0;
  searching.setAttribute('aria-disabled', 'true');
  going.hidden = false;
  going.textContent = say('searchStop');
  tell(place, 'done', say('working'));
  step(cursor);
}

function begin(): void {
  if (state.isRunning) return;
  state.asked = field.value.trim();
  state.cursor = null;
  state.found.clear();
  showFindings();
  run('');
}

const form = placeOf('ask');
form.append(field, searching, going);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  begin();
});
going.hidden = true;
going.addEventListener('click', () => {
  if (state.isRunning) state.isRunning = false;
  else if (state.cursor !== null) run(state.cursor);
});
placeOf('about').textContent = say('searchAbout');
placeOf('progress').append(place);
field.focus();
