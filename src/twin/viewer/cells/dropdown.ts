import type { ViewerDropdown } from '../../engine/viewer-data';
import { createElement } from '../elements';
import type { GridPlace } from './find-cell';

/** Where a list opens, in pixels of the page. */
interface ListPlace {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
}

export interface DropdownRequest {
  readonly place: GridPlace;
  readonly dropdown: ViewerDropdown;
  readonly current: string;
  readonly at: ListPlace;
  readonly label: string;
  /** The person has chosen. */
  choose(text: string): void;
}

let open: HTMLElement | null = null;

/** Takes the open list away. */
export function closeDropdown(): void {
  open?.remove();
  open = null;
}

function createChoice(text: string, { current, choose }: DropdownRequest): HTMLElement {
  return createElement('li', {
    attributes: {
      role: 'option',
      tabindex: '-1',
      class: 'choice',
      'aria-selected': String(text === current),
    },
    onClick: () => {
      closeDropdown();
      choose(text);
    },
    children: [text],
  });
}

function createList(request: DropdownRequest): HTMLElement {
  const list = createElement('ul', {
    attributes: { role: 'listbox', class: 'choices', 'aria-label': request.label },
    children: request.dropdown.choices.map((text) => createChoice(text, request)),
  });
  list.addEventListener('keydown', (event) => moveInList(list, event));
  return list;
}

function moveInList(list: HTMLElement, event: KeyboardEvent): void {
  const choices = [...list.querySelectorAll<HTMLElement>('.choice')];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step !== undefined) choices.at((at + step + choices.length) % choices.length)?.focus();
  else if (event.key === 'Enter' || event.key === ' ') choices[at]?.click();
  else if (event.key === 'Escape') closeDropdown();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The calendar of the browser; what it gives (`2026-11-24`) is a date in every locale. */
function createCalendar({ choose, label, current }: DropdownRequest): HTMLElement {
  const [, day = '', month = '', year = ''] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(current) ?? [];
  const field = createElement('input', {
    attributes: { type: 'date', 'aria-label': label, value: `${year}-${month}-${day}` },
  });
  field.addEventListener('change', () => {
    closeDropdown();
    if (field.value !== '') choose(field.value);
  });
  return createElement('div', { attributes: { class: 'calendar' }, children: [field] });
}

/** Opens the list of a cell below it; one at a time. */
export function openDropdown(request: DropdownRequest): void {
  closeDropdown();
  const { at, dropdown } = request;
  const inner = dropdown.kind === 'date' ? createCalendar(request) : createList(request);
  open = createElement('div', { attributes: { class: 'dropdown' }, children: [inner] });
  document.body.append(open);
  const { innerWidth, innerHeight } = window;
  open.style.setProperty('min-width', `${Math.max(at.widthPx, 120)}px`);
  open.style.setProperty('left', `${Math.min(at.x, innerWidth - open.offsetWidth - 8)}px`);
  open.style.setProperty('top', `${Math.min(at.y, innerHeight - open.offsetHeight - 8)}px`);
  const chosen = inner.querySelector<HTMLElement>('[aria-selected="true"], .choice, input');
  chosen?.focus();
}
