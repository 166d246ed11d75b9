import { askServer } from './call-server';
import { element, makeButton } from './elements';
import { attach, makeOutcomePlace } from './work';

interface WarehousePage {
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly standing: string;
  readonly texts: Readonly<Record<string, string>>;
}

function makeField(
  text: string,
  value: string | number | boolean,
): readonly [HTMLElement, HTMLInputElement] {
  const label = element('label', '', text);
  const field = document.createElement('input');
  if (typeof value === 'boolean') {
    field.type = 'checkbox';
    field.checked = value;
  } else {
    field.type = typeof value === 'number' ? 'number' : 'text';
    field.value = String(value);
  }
  label.append(field);
  return [label, field];
}

const valueOf = ({ type, checked, value }: HTMLInputElement): string | number | boolean => {
  if (type === 'checkbox') return checked;
  return type === 'number' ? Number(value) : value.trim();
};

function fill(card: HTMLElement, { settings, standing, texts }: WarehousePage): void {
  const say = (id: string): string => texts[id] ?? '';
  const grid = element('div', 'masks', '');
  const fields = Object.entries(settings).map(([id, value]) => {
    const [label, field] = makeField(say(id), value);
    grid.append(label);
    return [id, field] as const;
  });
  const place = makeOutcomePlace();
  const state = element('p', 'hint', standing);
  const show = (page: WarehousePage, sentence: string): string => {
    state.textContent = page.standing;
    return sentence;
  };
  const read = (): readonly string[] => [
    JSON.stringify(Object.fromEntries(fields.map(([id, field]) => [id, valueOf(field)]))),
  ];
  const save = makeButton(say('save'));
  const move = makeButton(say('move'), 'secondary');
  attach<WarehousePage>({ button: save, place, action: 'saveWarehouse', args: read, show });
  attach<WarehousePage>({ button: move, place, action: 'moveToWarehouse', args: () => [], show });
  const line = element('div', 'actions', '');
  line.append(save, move);
  card.append(
    element('h2', '', say('title')),
    element('p', 'hint', say('about')),
    grid,
    state,
    line,
    place,
  );
}

/** The part BigQuery of the page Dados pessoais. */
export function extraCards(): readonly HTMLElement[] {
  const card = document.createElement('section');
  askServer<WarehousePage>('readWarehouse', [], (outcome) => {
    if (outcome.kind === 'done') fill(card, outcome.value);
    else card.append(element('p', 'hint', outcome.sentence));
  });
  return [card];
}
