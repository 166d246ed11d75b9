import { askServer } from './call-server';
import { element } from './elements';
import type { Outcome } from './outcome';
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

/** What a button asks for, and what becomes of the answer. */
export interface Work<T> {
  readonly button: HTMLButtonElement;
  readonly place: HTMLElement;
  readonly action: string;
  /** Read when the button is pressed. */
  readonly args: () => readonly string[];
  /** Shows what was done, and gives the sentence for it; work that goes on by itself says `more`. */
  readonly show: (value: T, sentence: string) => string | Further<T>;
}

/** A part is done: what to say meanwhile, and how to go on. */
interface Further<T> {
  readonly sentence: string;
  readonly args: readonly string[];
  readonly show: Work<T>['show'];
}

/** Makes a button work: while it does it is disabled and says so, and then it tells what came of it. */
export function attach<T>(work: Work<T>): void {
  const { button, place } = work;
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    const name = button.textContent;
    button.setAttribute('aria-busy', 'true');
    button.disabled = true;
    button.textContent = say('working');
    tell(place, 'done', '');
    ask(work, work.args(), () => {
      button.removeAttribute('aria-busy');
      button.disabled = false;
      button.textContent = name;
    });
  });
}

function ask<T>(work: Work<T>, args: readonly string[], end: () => void): void {
  askServer<T>(work.action, args, (outcome) => {
    if (outcome.kind !== 'done') {
      end();
      tell(work.place, outcome.kind, outcome.sentence);
      return;
    }
    const shown = work.show(outcome.value, outcome.sentence);
    tell(work.place, 'done', typeof shown === 'string' ? shown : shown.sentence);
    if (typeof shown === 'string') end();
    else ask({ ...work, show: shown.show }, shown.args, end);
  });
}
