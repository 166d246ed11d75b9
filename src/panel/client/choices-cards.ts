import { columnsCard, fieldChoices } from './choices-columns';
import type { ChoicesPage, Condition, Desk } from './choices-data';
import { element, makeButton, makeCard, placeOf } from './elements';
import { choiceInput, textInput, tickInput } from './inputs';
import { say } from './page-data';
import { attach, load, makeOutcomePlace, tell } from './work';

/** The cards, from top to bottom. */
const cards = [
  ['choicesPause', pauseCard],
  ['choicesColumns', columnsCard],
  ['choicesEvents', eventsCard],
] as const;

function pauseCard({ page: { id, isPaused }, place, showAnew }: Desk): readonly HTMLElement[] {
  const button = makeButton(say(isPaused ? 'choicesResume' : 'choicesDoPause'));
  const action = isPaused ? 'resumeConnection' : 'pauseConnection';
  attach<ChoicesPage>({ button, place, action, args: () => [id], show: showAnew });
  return [element('p', 'hint', say('choicesPauseAbout')), button];
}

/** Ticks of the events, and one condition more than there are. */
function eventsCard({ page, place, showAnew }: Desk): readonly HTMLElement[] {
  const ticks = page.events.map(({ name, title, isOn }) => ({
    name,
    input: tickInput(title, isOn),
  }));
  const blank: Condition = { path: '', said: '', values: '' };
  const filters = [...page.conditions, blank].map((condition) => filterInput(condition, page));
  const save = makeButton(say('choicesSave'));
  const read = (): string =>
    JSON.stringify({
      off: ticks.filter(({ input }) => !input.read()).map(({ name }) => name),
      conditions: filters.flatMap((filter) => filter.read()),
    });
  const args = (): readonly string[] => [page.id, read()];
  attach<ChoicesPage>({ button: save, place, action: 'saveEvents', args, show: showAnew });
  return [
    element('p', 'hint', say('choicesEventsAbout')),
    ...ticks.map(({ input }) => input.node),
    ...filters.flatMap(({ nodes }) => nodes),
    save,
  ];
}

function filterInput({ path, said, values }: Condition, page: ChoicesPage) {
  const known = page.fields.some((field) => field.path === path);
  const kept = path === '' || known ? [] : [{ path, said, value: values }];
  const choices = fieldChoices([...kept, ...page.fields], say('choicesNoFilter'));
  const field = choiceInput(say('choicesField'), choices, path);
  const wanted = textInput(say('choicesOnly'), values);
  return {
    nodes: [field.node, wanted.node],
    read: (): readonly object[] => {
      const chosen = field.read();
      if (chosen === '') return [];
      const keys: unknown = JSON.parse(chosen);
      return [{ path: keys, values: wanted.read().split(';') }];
    },
  };
}

/** What was just done, and on which card it is told. */
interface News {
  readonly card: string;
  readonly sentence: string;
}

function show(page: ChoicesPage, news: News): void {
  const nodes = cards.map(([title, fill]) => {
    const place = makeOutcomePlace();
    if (news.card === title) tell(place, 'done', news.sentence);
    const showAnew = (next: ChoicesPage, sentence: string): string => {
      show(next, { card: title, sentence });
      return sentence;
    };
    return makeCard(say(title), ...fill({ page, place, showAnew }), place);
  });
  placeOf('about').textContent = page.name;
  placeOf('platforms').replaceChildren(...nodes);
}

/** Shows what was chosen for a connection. */
export function showChoices(id: string): void {
  load<ChoicesPage>({
    place: placeOf('platforms'),
    action: 'readChoices',
    args: [id],
    show: (page) => show(page, { card: '', sentence: '' }),
  });
}
