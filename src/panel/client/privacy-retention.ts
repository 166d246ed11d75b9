import { element, makeButton } from './elements';
import { say } from './page-data';
import { attach, makeOutcomePlace } from './work';

export interface RetentionPage {
  readonly days: Readonly<Record<string, number>>;
  readonly months: readonly {
    readonly tab: string;
    readonly title: string;
    readonly months: number;
  }[];
}

function makeNumber(grid: HTMLElement, name: string, value: number): HTMLInputElement {
  const label = element('label', '', name);
  const field = document.createElement('input');
  field.type = 'number';
  field.min = '0';
  field.value = String(value);
  label.append(field);
  grid.append(label);
  return field;
}

/** How long what is kept stays. */
export function retentionCard({ days, months }: RetentionPage): HTMLElement {
  const card = document.createElement('section');
  const grid = element('div', 'masks', '');
  const names = ['journalDays', 'failedDays', 'textDays'];
  const dayFields = names.map(
    (name) => [name, makeNumber(grid, say(name), days[name] ?? 0)] as const,
  );
  const monthFields = months.map(
    ({ tab, title, months: count }) =>
      [tab, makeNumber(grid, `${title}: ${say('rowMonths')}`, count)] as const,
  );
  const place = makeOutcomePlace();
  const save = makeButton(say('saveRetention'));
  const numbers = (fields: readonly (readonly [string, HTMLInputElement])[]) =>
    Object.fromEntries(fields.map(([name, { value }]) => [name, Number(value)]));
  const args = (): readonly string[] => [
    JSON.stringify({ ...numbers(dayFields), rowMonths: numbers(monthFields) }),
  ];
  attach({ button: save, place, action: 'saveRetention', args, show: (_value, said) => said });
  card.append(
    element('h2', '', say('retentionTitle')),
    element('p', 'hint', say('retentionAbout')),
    grid,
    save,
    place,
  );
  return card;
}
