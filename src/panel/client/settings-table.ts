import { element, makeButton } from './elements';
import { makeInput, newId, type FieldView } from './field-view';
import { say } from './page-data';
import type { TableColumn, TableField, TableLine } from './settings-data';

interface CellView {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement | null;
  read(): string | boolean;
}

interface LineView {
  readonly row: HTMLElement;
  readonly cells: ReadonlyMap<string, CellView>;
}

const blankLine: TableLine = { name: '', cells: {}, fixed: [] };

/** A table that a person fills in, whose lines can be added and taken out where it has a button for that. */
export function tableView(field: TableField, hasChanged: () => void): FieldView {
  const group = document.createElement('fieldset');
  const table = document.createElement('table');
  const body = document.createElement('tbody');
  const help = element('p', 'help', field.help);
  const lines: LineView[] = [];
  const add = (line: TableLine): LineView => {
    const view = makeLine(field, line, () => {
      lines.splice(lines.indexOf(view), 1);
      view.row.remove();
      hasChanged();
      group.querySelector<HTMLElement>('fieldset > button')?.focus();
    });
    lines.push(view);
    body.append(view.row);
    return view;
  };
  for (const line of field.value) add(line);
  table.append(makeHead(field), body);
  help.id = newId();
  group.setAttribute('aria-describedby', help.id);
  group.append(element('legend', '', field.label), help, table);
  if (field.add !== '')
    group.append(
      addButton(field.add, () => {
        const [first] = [...add(blankLine).cells.values()];
        first?.input?.focus();
        hasChanged();
      }),
    );
  return {
    node: group,
    read: () =>
      lines.map(({ cells }) =>
        Object.fromEntries([...cells].map(([id, cell]) => [id, cell.read()])),
      ),
    inputAt: ([line = '', column = '']) =>
      lines[Number(line)]?.cells.get(column)?.input ?? group.querySelector('input, button'),
  };
}

function addButton(text: string, add: () => void): HTMLElement {
  const button = makeButton(`+ ${text}`, 'quiet');
  button.type = 'button';
  button.addEventListener('click', add);
  return button;
}

function makeHead({ columns, add }: TableField): HTMLElement {
  const head = document.createElement('thead');
  const row = document.createElement('tr');
  for (const { label, kind } of columns) {
    if (kind === 'hidden') continue;
    const cell = element('th', '', label);
    cell.setAttribute('scope', 'col');
    row.append(cell);
  }
  if (add !== '') row.append(document.createElement('td'));
  head.append(row);
  return head;
}

function makeLine(field: TableField, line: TableLine, remove: () => void): LineView {
  const row = document.createElement('tr');
  const cells = new Map<string, CellView>();
  const first = String(line.cells[field.columns[0]?.id ?? ''] ?? '');
  const name = line.name === '' ? first : line.name;
  for (const column of field.columns) {
    const cell = document.createElement('td');
    const view = makeCell(column, line, name);
    cell.append(view.node);
    cells.set(column.id, view);
    if (column.kind !== 'hidden') row.append(cell);
  }
  if (field.add !== '') row.append(removeCell(line, name, remove));
  const tick = [...cells.values()].find(({ input }) => input?.type === 'checkbox')?.input;
  const follow = (): void => {
    for (const { input } of cells.values())
      if (input !== null && input !== tick) input.disabled = tick?.checked === false;
  };
  tick?.addEventListener('change', follow);
  follow();
  return { row, cells };
}

function removeCell({ fixed }: TableLine, name: string, remove: () => void): HTMLElement {
  const cell = document.createElement('td');
  if (fixed.length > 0) return cell;
  const button = makeButton('×', 'quiet');
  button.type = 'button';
  button.setAttribute('aria-label', `${say('setRemove')} ${name}`.trim());
  button.addEventListener('click', remove);
  cell.append(button);
  return cell;
}

const widths: Readonly<Record<TableColumn['kind'], string>> = {
  text: '',
  time: '5',
  date: '',
  tick: '',
  shown: '',
  hidden: '',
};

function makeCell({ id, label, kind }: TableColumn, line: TableLine, name: string): CellView {
  const value = line.cells[id] ?? '';
  if (kind === 'shown' || kind === 'hidden' || line.fixed.includes(id)) {
    const node = element('span', kind === 'shown' ? 'seen' : 'code', String(value));
    return { node, input: null, read: () => value };
  }
  const input = makeInput(String(value));
  if (kind === 'tick') return tickCell(input, value === true, line.name);
  input.setAttribute('aria-label', name === '' ? label : `${label}, ${name}`);
  if (kind === 'date') input.type = 'date';
  if (widths[kind] !== '') input.size = Number(widths[kind]);
  return { node: input, input, read: () => input.value };
}

function tickCell(input: HTMLInputElement, isTicked: boolean, name: string): CellView {
  const node = element('label', 'tick', '');
  input.type = 'checkbox';
  input.checked = isTicked;
  node.append(input, element('span', '', name));
  return { node, input, read: () => input.checked };
}
