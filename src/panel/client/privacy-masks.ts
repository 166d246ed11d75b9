import { element, makeButton } from './elements';
import { say } from './page-data';
import { attach, makeOutcomePlace } from './work';

type Policy = Readonly<Record<string, string>>;

interface ShownMasks {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy;
}

export interface MasksPage {
  readonly connections: readonly ShownMasks[];
  readonly hidesCpf: boolean;
}

interface PreviewedCell {
  readonly tab: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

const classes = [
  ['phone', 'maskPhone'],
  ['email', 'maskEmail'],
  ['name', 'maskName'],
  ['text', 'maskText'],
  ['agent', 'maskAgent'],
] as const;

const levels = [
  ['off', 'maskOff'],
  ['partial', 'maskPartial'],
  ['full', 'maskFull'],
] as const;

function makeChoice(name: string, chosen: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.name = name;
  for (const [level, text] of levels) {
    const option = document.createElement('option');
    option.value = level;
    option.textContent = say(text);
    option.selected = level === chosen;
    select.append(option);
  }
  return select;
}

const describe = (cells: readonly PreviewedCell[]): string =>
  cells
    .map(({ tab, column, before, after }) => `${tab} · ${column}: ${before} → ${after}`)
    .join('\n');

function connectionCard({ id, title, policy }: ShownMasks): HTMLElement {
  const card = document.createElement('section');
  const grid = element('div', 'masks', '');
  const selects = classes.map(([name, text]) => {
    const label = element('label', '', say(text));
    const select = makeChoice(name, policy[name] ?? 'off');
    label.append(select);
    grid.append(label);
    return select;
  });
  const args = (): readonly string[] => [
    id,
    JSON.stringify(Object.fromEntries(selects.map(({ name, value }) => [name, value]))),
  ];
  const place = makeOutcomePlace();
  const save = makeButton(say('saveMasks'));
  attach({ button: save, place, action: 'saveMasks', args, show: (_value, said) => said });
  const preview = makeButton(say('previewMasks'), 'secondary');
  const show = (cells: readonly PreviewedCell[], said: string): string =>
    said === '' ? describe(cells) : said;
  attach({ button: preview, place, action: 'previewMasks', args, show });
  const actions = element('div', 'actions', '');
  actions.append(save, preview);
  card.append(element('h2', '', title), grid, actions, place);
  return card;
}

function secretsCard(hidesCpf: boolean): HTMLElement {
  const card = document.createElement('section');
  const tick = document.createElement('input');
  tick.type = 'checkbox';
  tick.checked = hidesCpf;
  const label = element('label', 'tick', '');
  label.append(tick, say('hideCpf'));
  const place = makeOutcomePlace();
  const save = makeButton(say('saveMasks'));
  const args = (): readonly string[] => [tick.checked ? 'yes' : ''];
  attach({ button: save, place, action: 'saveCpf', args, show: (_value, said) => said });
  card.append(
    element('h2', '', say('secretsTitle')),
    element('p', 'hint', say('secretsAbout')),
    label,
    save,
    place,
  );
  return card;
}

/** What is masked of each connection. */
export const maskCards = ({ connections, hidesCpf }: MasksPage): readonly HTMLElement[] => [
  element('h2', '', say('masksTitle')),
  element('p', 'hint', say('masksAbout')),
  ...connections.map(connectionCard),
  secretsCard(hidesCpf),
];
