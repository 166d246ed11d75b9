import { downloadText } from './download';
import { element, makeButton, makeField } from './elements';
import { say } from './page-data';
import { toCsv, toLines, type Holding } from './privacy-holdings';
import { attach, makeOutcomePlace, type Work } from './work';

interface Person {
  readonly title: string;
  readonly entries: string;
}

interface Found {
  readonly people: readonly Person[];
  readonly next: object | null;
  /** Whom the words name by themselves, at the end. */
  readonly typed: Person | null;
}

interface Holdings {
  readonly items: readonly Holding[];
  readonly entries: string;
  readonly next: object | null;
}

const first = JSON.stringify({ register: 0, row: 0, number: 0 });

/** Ticks for those who were found; tells whose entries are ticked. */
interface Choice {
  readonly list: HTMLElement;
  show(people: readonly Person[]): void;
  entries(): string;
}

function makeChoice(): Choice {
  const list = element('div', '', '');
  let ticks: readonly (readonly [HTMLInputElement, string])[] = [];
  return {
    list,
    show: (people) => {
      ticks = people.map(({ title, entries }) => {
        const label = element('label', 'tick', '');
        const tick = document.createElement('input');
        tick.type = 'checkbox';
        label.append(tick, title);
        list.append(label);
        return [tick, entries] as const;
      });
    },
    entries: () => ticks.flatMap(([tick, entries]) => (tick.checked ? [entries] : [])).join(''),
  };
}

/** Rows of the same person, found in parts, are shown once. */
function addPeople(known: Map<string, Person>, people: readonly Person[]): void {
  for (const person of people) {
    const same = known.get(person.title);
    const entries = same === undefined ? person.entries : same.entries + person.entries;
    known.set(person.title, { title: person.title, entries });
  }
}

function attachFind(
  button: HTMLButtonElement,
  query: HTMLInputElement,
  choice: Choice,
): HTMLElement {
  const place = makeOutcomePlace();
  const known = new Map<string, Person>();
  const show: Work<Found>['show'] = ({ people, next, typed }) => {
    addPeople(known, people);
    if (next !== null)
      return {
        sentence: `${say('subjectFound')}: ${known.size}`,
        args: [query.value, JSON.stringify(next)],
        show,
      };
    if (known.size > 0) {
      choice.show([...known.values()]);
      return `${say('subjectFound')}: ${known.size}`;
    }
    // Their rows may have left, and events about them may still come.
    choice.show(typed === null ? [] : [typed]);
    return say(typed === null ? 'subjectNobody' : 'subjectTyped');
  };
  const args = (): readonly string[] => {
    known.clear();
    choice.list.replaceChildren();
    return [query.value, first];
  };
  attach<Found>({ button, place, action: 'findSubject', args, show });
  return place;
}

interface Reading {
  readonly button: HTMLButtonElement;
  readonly place: HTMLElement;
  readonly choice: Choice;
  readonly finish: (items: readonly Holding[]) => string;
}

function attachReading({ button, place, choice, finish }: Reading): void {
  let items: Holding[] = [];
  const show: Work<Holdings>['show'] = (part) => {
    items.push(...part.items);
    if (part.next === null) return finish(items);
    const args = [part.entries, JSON.stringify(part.next)];
    return { sentence: `${say('subjectHeld')}: ${items.length}`, args, show };
  };
  const args = (): readonly string[] => {
    items = [];
    return [choice.entries(), first];
  };
  attach<Holdings>({ button, place, action: 'readSubject', args, show });
}

function readingCard(choice: Choice): readonly HTMLElement[] {
  const place = makeOutcomePlace();
  const shown = element('pre', '', '');
  const show = makeButton(say('subjectShow'));
  const json = makeButton(say('subjectJson'), 'secondary');
  const csv = makeButton(say('subjectCsv'), 'secondary');
  const held = (items: readonly Holding[]): string => `${say('subjectHeld')}: ${items.length}`;
  const finish = (items: readonly Holding[]): string => {
    shown.textContent = toLines(items);
    return held(items);
  };
  attachReading({ button: show, place, choice, finish });
  const save =
    (name: string, toText: (items: readonly Holding[]) => string) =>
    (items: readonly Holding[]): string => {
      downloadText(name, toText(items));
      return held(items);
    };
  const toJson = (items: readonly Holding[]): string => JSON.stringify(items, null, 2);
  attachReading({ button: json, place, choice, finish: save('titular.json', toJson) });
  attachReading({ button: csv, place, choice, finish: save('titular.csv', toCsv) });
  const actions = element('div', 'actions', '');
  actions.append(show, json, csv);
  return [actions, place, shown];
}

const spans = [
  ['1', 'eraseDay'],
  ['365', 'eraseYear'],
  ['1825', 'eraseFiveYears'],
  ['36500', 'eraseAlways'],
] as const;

function makeSpans(): HTMLSelectElement {
  const select = document.createElement('select');
  for (const [days, text] of spans) {
    const option = document.createElement('option');
    option.value = days;
    option.textContent = say(text);
    select.append(option);
  }
  select.value = '365';
  select.setAttribute('aria-label', say('eraseSpan'));
  return select;
}

/** Goes on until nothing is left: a null says so. */
const showErased: Work<object | null>['show'] = (state, said) =>
  state === null ? said : { sentence: said, args: [], action: 'goOnErasing', show: showErased };

function eraseCard(choice: Choice): HTMLElement {
  const card = document.createElement('section');
  const place = makeOutcomePlace();
  const days = makeSpans();
  const word = makeField(say('eraseType'));
  const button = makeButton(say('eraseButton'));
  attach<object | null>({
    button,
    place,
    action: 'eraseSubject',
    args: () => [choice.entries(), days.value, word.value],
    show: showErased,
  });
  const line = element('div', 'actions', '');
  line.append(days, word, button);
  card.append(
    element('h2', '', say('eraseTitle')),
    element('p', 'hint', say('eraseAbout')),
    line,
    place,
  );
  return card;
}

function goOnCard(): HTMLElement {
  const card = document.createElement('section');
  const place = makeOutcomePlace();
  const button = makeButton(say('eraseGoOn'));
  attach<object | null>({ button, place, action: 'goOnErasing', args: () => [], show: showErased });
  card.append(element('h2', '', say('eraseTitle')), button, place);
  return card;
}

/** A person: found, shown, downloaded, erased. */
export function subjectCards(isErasing: boolean): readonly HTMLElement[] {
  const card = document.createElement('section');
  const query = makeField(say('subjectQuery'));
  const find = makeButton(say('subjectFind'));
  const choice = makeChoice();
  const place = attachFind(find, query, choice);
  const line = element('div', 'address', '');
  line.append(query, find);
  card.append(
    element('h2', '', say('subjectTitle')),
    element('p', 'hint', say('subjectAbout')),
    line,
    place,
    choice.list,
    ...readingCard(choice),
  );
  return [...(isErasing ? [goOnCard()] : []), card, eraseCard(choice)];
}
