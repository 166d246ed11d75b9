import type { ScreenName } from './app';
import type { PanelPage } from './data';
import { hiddenText, icon, make, type IconName } from './dom';
import { tell } from './words';

/** The ways between the screens. */
export interface Nav {
  readonly node: HTMLElement;
  mark(name: ScreenName): void;
  show(page: PanelPage): void;
}

const ways = [
  { name: 'start', icon: 'flag' },
  { name: 'connections', icon: 'plug' },
] as const satisfies readonly { readonly name: ScreenName; readonly icon: IconName }[];

/** What opens in a window of its own, once the platform is connected. */
const windows = [
  { title: 'doctor', icon: 'info', action: 'openDoctor' },
  { title: 'settings', icon: 'gear', action: 'openSettings' },
] as const;

/** Where the ways lead: to a screen, or to a window that the app opens. */
interface Ways {
  go(name: ScreenName): void;
  open(action: string): void;
}

/** Falhas opens in a window of its own. */
export function makeNav({ go, open }: Ways): Nav {
  const buttons = ways.map((way) => {
    const button = make('button', { type: 'button' }, icon(way.icon), tell(way.name));
    button.addEventListener('click', () => go(way.name));
    return { name: way.name, button };
  });
  let at: ScreenName | null = null;
  let shown: PanelPage | null = null;
  /** Nobody leaves Começar halfway by mistake: its own buttons lead on. */
  const showNode = (): void => {
    const isBegun = shown !== null && shown.start.execUrl !== '';
    node.hidden = !isBegun || (at === 'start' && shown !== null && shown.start.step <= 5);
  };
  const badge = make('span', {});
  const failures = make('button', { type: 'button' }, icon('inbox'), tell('failures'), badge);
  failures.addEventListener('click', () => open('openFailures'));
  const later = windows.map(({ title, icon: drawn, action }) => {
    const button = make('button', { type: 'button' }, icon(drawn), tell(title));
    button.addEventListener('click', () => open(action));
    return button;
  });
  const all = [...buttons.map(({ button }) => button), failures, ...later];
  const node = make('nav', { class: 'nav', 'aria-label': tell('panelName') }, ...all);
  node.hidden = true;
  return {
    node,
    mark: (name) => {
      at = name;
      showNode();
      for (const one of buttons)
        if (one.name === name) one.button.setAttribute('aria-current', 'page');
        else one.button.removeAttribute('aria-current');
    },
    show: (page) => {
      const { start, waiting, lastAt } = page;
      shown = page;
      showNode();
      // Começar makes room when it is done; the menu still has it.
      const isDone = start.step > 5;
      for (const { name, button } of buttons) button.hidden = isDone && name === 'start';
      for (const button of later) button.hidden = !isDone && lastAt === '';
      badge.className = waiting === 0 ? '' : 'badge';
      const [before = '', after = ''] = tell('waitForYou').split('{count}');
      const words = [hiddenText(`, ${before}`), String(waiting), hiddenText(after)];
      badge.replaceChildren(...(waiting === 0 ? [] : words));
    },
  };
}
