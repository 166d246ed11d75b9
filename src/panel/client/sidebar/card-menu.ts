import { icon, make, type IconName } from './dom';
import { tell } from './words';

/** What the menu of a card offers. */
export interface CardActs {
  rename(): void;
  test(): void;
  choices(): void;
  /** Or resumes it. */
  pause(): void;
  isPaused(): boolean;
  changeSecret(): void;
  remove(): void;
}

const items = [
  { act: 'rename', text: 'rename', icon: 'pencil' },
  { act: 'test', text: 'sendTestNow', icon: 'send' },
  { act: 'choices', text: 'choices', icon: 'gear' },
  { act: 'pause', text: 'choicesDoPause', icon: 'pause' },
  { act: 'changeSecret', text: 'changeSecretAsk', icon: 'key' },
  { act: 'remove', text: 'removeAsk', icon: 'bin' },
] as const satisfies readonly {
  readonly act: Exclude<keyof CardActs, 'isPaused'>;
  readonly text: string;
  readonly icon: IconName;
}[];

/** A menu as its opener sees it. */
export interface CardMenu {
  readonly node: HTMLElement;
  toggle(): void;
}

/** The menu behind a card's three dots: arrows, Home and End go about, Escape goes back to the dots. */
export function makeCardMenu(opener: HTMLElement, acts: CardActs): CardMenu {
  const close = (): void => {
    node.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  };
  const buttons = items.map((item) =>
    makeItem(item, () => {
      close();
      acts[item.act]();
    }),
  );
  const line = make('hr', { role: 'separator' });
  const node = make('div', { class: 'menu', role: 'menu' }, ...buttons.slice(0, -1), line);
  node.append(...buttons.slice(-1));
  close();
  node.addEventListener('focusout', ({ relatedTarget: to }) => {
    if (!(to instanceof Node) || !(node.contains(to) || opener.contains(to))) close();
  });
  node.addEventListener('keydown', (event) => {
    moveBy(event, buttons);
    if (event.key !== 'Escape') return;
    close();
    opener.focus();
  });
  return {
    node,
    toggle: () => {
      if (!node.hidden) return close();
      const turn = buttons[items.findIndex(({ act }) => act === 'pause')];
      turn?.replaceChildren(
        ...(acts.isPaused()
          ? [icon('play'), tell('choicesResume')]
          : [icon('pause'), tell('choicesDoPause')]),
      );
      node.hidden = false;
      opener.setAttribute('aria-expanded', 'true');
      buttons[0]?.focus();
    },
  };
}

function makeItem(
  { act, text, icon: drawn }: (typeof items)[number],
  choose: () => void,
): HTMLElement {
  const look = act === 'remove' ? 'bad' : '';
  const attributes = { type: 'button', role: 'menuitem', tabindex: '-1', class: look };
  const button = make('button', attributes, icon(drawn), tell(text));
  button.addEventListener('click', choose);
  return button;
}

function moveBy(event: KeyboardEvent, buttons: readonly HTMLElement[]): void {
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = whereTo(event.key, at, buttons.length);
  if (to === null) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function whereTo(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
