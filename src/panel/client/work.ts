import { askServer } from './call-server';
import { element, makeButton } from './elements';
import { followFocus } from './follow-focus';
import type { FieldFault, Outcome } from './outcome';
import { say } from './page-data';

/** Where a card tells what came of its buttons. */
export function makeOutcomePlace(): HTMLElement {
  const place = element('p', 'outcome', '');
  place.setAttribute('role', 'status');
  return place;
}

/** Tells what happened; the place's look says whether it worked. */
export function tell(place: HTMLElement, kind: Outcome<unknown>['kind'], sentence: string): void {
  place.dataset['kind'] = kind;
  place.textContent = sentence;
}

/** What a page begins with. */
interface Beginning<T> {
  readonly place: Element;
  readonly action: string;
  readonly args?: readonly string[];
  readonly show: (value: T) => void;
}

/** Shows what a page begins with; where it does not come, the sentence that says why, and a button that asks again. */
export function load<T>(beginning: Beginning<T>): void {
  const { place, action, args = [], show } = beginning;
  place.replaceChildren(element('p', 'hint', say('working')));
  askServer<T>(action, args, (outcome) => {
    if (outcome.kind === 'done') {
      show(outcome.value);
      return focusTitle();
    }
    const said = makeOutcomePlace();
    said.setAttribute('role', 'alert');
    const again = makeButton(say('tryAgain'), 'secondary');
    again.addEventListener('click', () => load(beginning));
    place.replaceChildren(said, again);
    tell(said, outcome.kind, outcome.sentence);
    again.focus();
  });
}

/** Whoever hears the page begins at its title, unless the page has put the keyboard elsewhere. */
function focusTitle(): void {
  const title = document.querySelector('h1');
  if (title === null || document.activeElement !== document.body) return;
  title.tabIndex = -1;
  title.focus();
}

/** What a button asks for, and what becomes of the answer. */
export interface Work<T> {
  readonly button: HTMLButtonElement;
  readonly place: HTMLElement;
  readonly action: string;
  /** Read when the button is pressed. */
  readonly args: () => readonly string[];
  /** Shows what was done, and gives the sentence for it; work that goes on by itself says `more`. */
  readonly show: (value: T, sentence: string) => string | Further<T>;
  /** Marks the fields that are wrong, where the page has a form. */
  readonly mark?: (faults: readonly FieldFault[]) => void;
}

/** A part is done: what to say meanwhile, and how to go on. */
interface Further<T> {
  readonly sentence: string;
  readonly args: readonly string[];
  readonly show: Work<T>['show'];
  /** Where it is another one. */
  readonly action?: string;
}

/** Makes a button work: while it does it says so and takes no click, and then it tells what came of it. */
export function attach<T>(work: Work<T>): void {
  const { button, place } = work;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    // Busy, or there is nothing to do.
    if (button.getAttribute('aria-disabled') === 'true') return;
    const name = button.textContent;
    const keepFocus = followFocus(button);
    // A disabled button would lose the keyboard.
    button.setAttribute('aria-busy', 'true');
    button.setAttribute('aria-disabled', 'true');
    button.textContent = say('working');
    tell(place, 'done', '');
    ask(work, work.args(), () => {
      button.removeAttribute('aria-busy');
      button.removeAttribute('aria-disabled');
      button.textContent = name;
      queueMicrotask(keepFocus);
    });
  });
}

function ask<T>(work: Work<T>, args: readonly string[], end: () => void): void {
  askServer<T>(work.action, args, (outcome) => {
    if (outcome.kind !== 'done') {
      end();
      tell(work.place, outcome.kind, outcome.sentence);
      work.mark?.(outcome.faults ?? []);
      return;
    }
    const shown = work.show(outcome.value, outcome.sentence);
    tell(work.place, 'done', typeof shown === 'string' ? shown : shown.sentence);
    if (typeof shown === 'string') end();
    else ask({ ...work, action: shown.action ?? work.action, show: shown.show }, shown.args, end);
  });
}
