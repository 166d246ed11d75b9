import { element } from './elements';
import { labelled, makeInput, newId, type FieldView } from './field-view';
import type { ChoiceField, Field, NumberField, SwitchField } from './settings-data';
import { tableView } from './settings-table';

/** Draws a field. `hasChanged` hears of lines that are added or taken out; of what is typed the form hears by itself. */
export function makeField(field: Field, hasChanged: () => void): FieldView {
  if (field.kind === 'number') return numberView(field);
  if (field.kind === 'choice') return choiceView(field);
  return field.kind === 'switch' ? switchView(field) : tableView(field, hasChanged);
}

function numberView(field: NumberField): FieldView {
  const input = makeInput(field.value);
  input.inputMode = 'numeric';
  input.size = 6;
  const node = labelled(field, input, element('span', 'unit', field.unit));
  return { node, read: () => input.value, inputAt: () => input };
}

function choiceView(field: ChoiceField): FieldView {
  const select = document.createElement('select');
  const isOffered = field.choices.some(({ id }) => id === field.value);
  const unknown = isOffered ? [] : [new Option('–', '', true, true)];
  const options = field.choices.map(
    ({ id, name }) => new Option(name, id, id === field.value, id === field.value),
  );
  select.append(...unknown, ...options);
  return { node: labelled(field, select), read: () => select.value, inputAt: () => select };
}

function switchView({ label, help, value, lists }: SwitchField): FieldView {
  const node = element('div', 'field', '');
  const line = element('label', 'switch', '');
  const input = document.createElement('input');
  const below = element('p', 'help', help);
  below.id = newId();
  input.type = 'checkbox';
  input.checked = value;
  input.setAttribute('role', 'switch');
  input.setAttribute('aria-describedby', below.id);
  line.append(element('span', '', label), input);
  node.append(line, below, ...lists.map(foldedList));
  return { node, read: () => input.checked, inputAt: () => input };
}

function foldedList({ title, lines }: SwitchField['lists'][number]): HTMLElement {
  const fold = document.createElement('details');
  const list = document.createElement('ul');
  list.append(...lines.map((line) => element('li', '', line)));
  fold.append(element('summary', '', title), list);
  return fold;
}
