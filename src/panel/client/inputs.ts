import { element } from './elements';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** An input under its name, and how it is read. */
export interface Input<T> {
  readonly node: HTMLElement;
  read(): T;
}

function underName(name: string, input: HTMLElement): HTMLElement {
  const line = element('label', 'line', '');
  line.append(element('span', '', name), input);
  return line;
}

export function textInput(name: string, value: string): Input<string> {
  const input = document.createElement('input');
  input.value = value;
  return { node: underName(name, input), read: () => input.value.trim() };
}

export function makeSelect(choices: readonly Choice[], value: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.append(...choices.map(({ id, name }) => new Option(name, id, id === value, id === value)));
  return select;
}

export function choiceInput(
  name: string,
  choices: readonly Choice[],
  value: string,
): Input<string> {
  const select = makeSelect(choices, value);
  return { node: underName(name, select), read: () => select.value };
}

export function tickInput(name: string, isTicked: boolean): Input<boolean> {
  const line = element('label', 'tick', '');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = isTicked;
  line.append(input, element('span', '', name));
  return { node: line, read: () => input.checked };
}

/** Several of them may be ticked; what is ticked first comes first. */
export function ticksInput(
  name: string,
  choices: readonly Choice[],
  ticked: readonly string[],
): Input<readonly string[]> {
  const group = document.createElement('fieldset');
  const order = [...ticked];
  const lines = choices.map(({ id, name: title }) => {
    const { node } = tickInput(title, ticked.includes(id));
    node.querySelector('input')?.addEventListener('change', () => {
      const at = order.indexOf(id);
      if (at < 0) order.push(id);
      else order.splice(at, 1);
    });
    return node;
  });
  group.append(element('legend', '', name), ...lines);
  return { node: group, read: () => [...order] };
}
