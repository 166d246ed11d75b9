import { element, makeButton } from './elements';
import { say } from './page-data';

/** A card that takes the place of a dangerous button: it says what is lost, with Cancelar in front of the keyboard. `yes` does it. */
export function askFirst(opener: HTMLElement, yes: HTMLButtonElement, about: string): HTMLElement {
  const card = element('div', 'ask', '');
  card.setAttribute('role', 'alertdialog');
  card.setAttribute('aria-label', about);
  card.hidden = true;
  const cancel = makeButton(say('cancel'), 'secondary');
  const bar = element('div', 'actions', '');
  const show = (isAsked: boolean): void => {
    card.hidden = !isAsked;
    opener.hidden = isAsked;
    (isAsked ? cancel : opener).focus();
  };
  opener.addEventListener('click', () => show(true));
  cancel.addEventListener('click', () => show(false));
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    show(false);
  });
  bar.append(cancel, yes);
  card.append(element('p', '', about), bar);
  return card;
}
