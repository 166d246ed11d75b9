import { element } from './elements';

/** A field on the page. */
export interface FieldView {
  readonly node: HTMLElement;
  /** What stands in it. */
  read(): unknown;
  /** The input that a fault names by what follows the field's id; null where there is none. */
  inputAt(path: readonly string[]): HTMLElement | null;
}

let made = 0;

/** A name that no other element of the page has. */
export function newId(): string {
  made += 1;
  return `f${made}`;
}

/** An input of a line of text. */
export function makeInput(value: string): HTMLInputElement {
  const input = document.createElement('input');
  input.value = value;
  input.autocomplete = 'off';
  return input;
}

/** Puts a name above an input and help below it, tied to it for who does not see the page. */
export function labelled(
  { label, help }: { readonly label: string; readonly help: string },
  input: HTMLElement,
  ...beside: readonly HTMLElement[]
): HTMLElement {
  const field = element('div', 'field', '');
  const name = document.createElement('label');
  const line = element('div', 'line', '');
  const below = element('p', 'help', help);
  below.id = newId();
  input.id = newId();
  name.htmlFor = input.id;
  name.textContent = label;
  input.setAttribute('aria-describedby', below.id);
  line.append(input, ...beside);
  field.append(name, line, below);
  return field;
}

/** Takes the marks of faults away. */
export function clearFaults(form: HTMLElement): void {
  for (const fault of form.querySelectorAll('.fault')) fault.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    const known = input.getAttribute('data-help') ?? '';
    if (known !== '') input.setAttribute('aria-describedby', known);
    else input.removeAttribute('aria-describedby');
  }
}

/** Says at an input what is wrong with it. */
export function markFault(input: HTMLElement, sentence: string): void {
  const fault = element('p', 'fault', sentence);
  fault.id = newId();
  fault.setAttribute('role', 'alert');
  const known = input.getAttribute('aria-describedby') ?? '';
  input.dataset['help'] = known;
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', `${fault.id} ${known}`.trim());
  const row = input.closest('tr');
  if (row === null) (input.closest('.line') ?? input).after(fault);
  else row.after(faultRow(fault, row));
}

/** In a table a fault has a row of its own below, as wide as the table. */
function faultRow(fault: HTMLElement, row: HTMLTableRowElement): HTMLElement {
  const line = element('tr', 'fault', '');
  const cell = document.createElement('td');
  cell.colSpan = row.cells.length;
  fault.className = '';
  cell.append(fault);
  line.append(cell);
  return line;
}
