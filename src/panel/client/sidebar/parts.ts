import { icon, make, newId, type IconName } from './dom';
import { tell } from './words';

/** How a button looks and what it does. */
interface ButtonMaking {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly isSmall?: boolean;
  readonly isFull?: boolean;
  onClick(button: HTMLButtonElement): void;
}

export function makeButton(text: string, making: ButtonMaking): HTMLButtonElement {
  const { kind = 'quiet', isSmall = false, isFull = false } = making;
  const look = ['button', kind, isSmall ? 'small' : '', isFull ? 'full' : ''].filter(Boolean);
  const drawn = making.icon === undefined ? null : icon(making.icon);
  const button = make('button', { type: 'button', class: look.join(' ') }, drawn, text);
  button.addEventListener('click', () => {
    if (!isIdle(button)) return;
    making.onClick(button);
  });
  return button;
}

const isIdle = (button: HTMLElement): boolean =>
  button.getAttribute('aria-busy') !== 'true' && button.getAttribute('aria-disabled') !== 'true';

export function setDisabled(button: HTMLButtonElement, isDisabled: boolean): void {
  if (isDisabled) button.setAttribute('aria-disabled', 'true');
  else button.removeAttribute('aria-disabled');
}

/** Works with the button busy: it says what it does, and takes no second click. */
export async function whileBusy(
  button: HTMLButtonElement,
  doing: string,
  work: () => Promise<void>,
): Promise<void> {
  const inside = [...button.childNodes];
  button.setAttribute('aria-busy', 'true');
  button.replaceChildren(doing);
  try {
    await work();
  } finally {
    button.removeAttribute('aria-busy');
    button.replaceChildren(...inside);
  }
}

export function makeIconButton(
  name: IconName,
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  const button = make(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label },
    icon(name),
  );
  button.addEventListener('click', onClick);
  return button;
}

/** A link to somebody else's page. */
export function makeLink(text: string, href: string): HTMLAnchorElement {
  const attributes = { class: 'button quiet small', href, target: '_blank', rel: 'noopener' };
  const hint = make('span', { class: 'hidden-text' }, `, ${tell('newTab')}`);
  return make('a', attributes, icon('outside'), text, hint);
}

export type NoteKind = 'ok' | 'warn' | 'bad' | 'plain';

const noteIcons: Readonly<Record<NoteKind, IconName>> = {
  ok: 'check',
  warn: 'warning',
  bad: 'alert',
  plain: 'info',
};

/** A bold fact, a sentence, and what can be done about it. */
export function makeNote(
  kind: NoteKind,
  { fact = '', sentence = '' }: { readonly fact?: string; readonly sentence?: string },
  ...actions: readonly HTMLElement[]
): HTMLElement {
  const inside = make(
    'div',
    { class: 'grow' },
    fact === '' ? null : make('b', {}, fact),
    sentence,
    actions.length === 0 ? null : make('div', { class: 'row' }, ...actions),
  );
  return make('div', { class: `note ${kind}` }, icon(noteIcons[kind]), inside);
}

/** The steps of a click path, `A > B > C`. */
export function makePath(clickPath: string): HTMLElement {
  const steps = clickPath.split(' > ').map((step) => make('li', {}, make('span', {}, step)));
  return make('ol', { class: 'path', 'aria-label': tell('pathName') }, ...steps);
}

export function makeFold(title: string, ...inside: readonly HTMLElement[]): HTMLDetailsElement {
  return make(
    'details',
    {},
    make('summary', {}, icon('next'), make('span', {}, title)),
    make('div', { class: 'inside' }, ...inside),
  );
}

/** A labelled field with a place for what is wrong, and a word of help. */
export interface FieldBox {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  /** Says what is wrong at the field; blank takes it away. */
  setProblem(sentence: string): void;
  /** Says that all is well; blank takes it away. */
  setGood(sentence: string): void;
}

export function makeFieldBox(
  label: string,
  help: string,
  attributes: Readonly<Record<string, string>> = {},
): FieldBox {
  const [id, problemId, helpId] = [newId(), newId(), newId()];
  const input = make('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    ...attributes,
    id,
    class: `input ${attributes['class'] ?? ''}`.trim(),
    'aria-describedby': `${problemId} ${helpId}`,
  });
  const problem = make('div', { id: problemId, role: 'alert' });
  const node = make(
    'div',
    { class: 'field' },
    make('label', { for: id }, label),
    input,
    problem,
    help === '' ? null : make('p', { id: helpId, class: 'help' }, help),
  );
  const show = (kind: 'bad' | 'ok', sentence: string): void => {
    const drawn = icon(kind === 'bad' ? 'alert' : 'check');
    const said = make('p', { class: `line ${kind}` }, drawn, make('span', {}, sentence));
    problem.replaceChildren(...(sentence === '' ? [] : [said]));
    input.classList.toggle('good', kind === 'ok' && sentence !== '');
    if (kind === 'bad' && sentence !== '') input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  return {
    node,
    input,
    setProblem: (sentence) => show('bad', sentence),
    setGood: (sentence) => show('ok', sentence),
  };
}

export function makeSelect(
  label: string,
  choices: readonly { readonly id: string; readonly name: string }[],
  help = '',
): { readonly node: HTMLElement; readonly select: HTMLSelectElement } {
  const [id, helpId] = [newId(), newId()];
  const options = choices.map((choice) => new Option(choice.name, choice.id));
  const describedBy = help === '' ? '' : helpId;
  const select = make(
    'select',
    { id, class: 'input', 'aria-describedby': describedBy },
    ...options,
  );
  const node = make(
    'div',
    { class: 'field' },
    make('label', { for: id }, label),
    select,
    help === '' ? null : make('p', { id: helpId, class: 'help' }, help),
  );
  return { node, select };
}

/** Two letters for a platform. */
export const makeMonogram = (name: string): HTMLElement =>
  make('span', { class: 'monogram', 'aria-hidden': 'true' }, name.slice(0, 2));
