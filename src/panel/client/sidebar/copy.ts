import { copyFrom } from '../copy-from';
import type { App } from './app';
import { hiddenText, icon, make, type IconName } from './dom';
import { makeButton } from './parts';
import { tell } from './words';

const shownForMs = 2000;

function copyText(text: string): boolean {
  const before = document.activeElement;
  const field = make('textarea', { class: 'hidden-text', readonly: 'readonly' });
  field.value = text;
  document.body.append(field);
  const isCopied = copyFrom(field);
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}

/** The address as it may be looked at: the secret is not shown. */
const masked = (url: string): string => url.replace(/^.*(\/exec\?k=[^.]{1,4}).*$/, '…$1.•••');

/** An address with the button that copies all of it. */
export function makeUrlLine(app: App, url: string, name: string): HTMLElement {
  const code = make('code', {}, masked(url));
  const button = makeButton(tell('copy'), {
    icon: 'copy',
    isSmall: true,
    onClick: (pressed) => {
      if (copyText(url)) return showCopied(app, pressed);
      code.textContent = url;
      getSelection()?.selectAllChildren(code);
      app.announce(tell('copyFailed'));
    },
  });
  button.append(hiddenText(name));
  return make('div', { class: 'url' }, code, button);
}

/** The words say it, then they are what they were; the hidden name stays. */
function showCopied(app: App, button: HTMLButtonElement): void {
  const { lastChild } = button;
  const show = (drawn: IconName, text: string): void =>
    button.replaceChildren(icon(drawn), text, lastChild ?? '');
  show('check', tell('copied'));
  app.announce(tell('copied'));
  setTimeout(() => show('copy', tell('copy')), shownForMs);
}
