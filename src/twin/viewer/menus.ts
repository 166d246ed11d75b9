import { createElement } from './elements';
import { isRecord, readList, readText } from './json';

/** Runs the function of a chosen menu item. */
export type RunItem = (functionName: string) => void;

function closeAll(nav: HTMLElement): void {
  for (const list of nav.querySelectorAll<HTMLElement>('.menu-list')) list.hidden = true;
  for (const button of nav.querySelectorAll('.menu-button')) {
    button.setAttribute('aria-expanded', 'false');
  }
}

function createItem(caption: string, choose: () => void): HTMLElement {
  const button = createElement('button', {
    attributes: { type: 'button', role: 'menuitem', class: 'menu-item' },
    onClick: choose,
    children: [caption],
  });
  return createElement('li', { attributes: { role: 'none' }, children: [button] });
}

/** A sub menu's entries follow under its caption: one level is easier to reach than two. */
function createEntries(entries: readonly unknown[], run: RunItem): HTMLElement[] {
  return entries.flatMap((entry) => {
    const type = readText(entry, 'type');
    if (type === 'separator') {
      return [createElement('li', { attributes: { role: 'separator', class: 'menu-line' } })];
    }
    if (type === 'menu' && isRecord(entry)) {
      const caption = createElement('li', {
        attributes: { role: 'none', class: 'menu-caption' },
        children: [readText(entry['menu'], 'caption')],
      });
      return [caption, ...createEntries(readList(entry['menu'], 'entries'), run)];
    }
    const functionName = readText(entry, 'functionName');
    return [createItem(readText(entry, 'caption'), () => run(functionName))];
  });
}

function moveFocus(list: HTMLElement, step: number): void {
  const items = [...list.querySelectorAll<HTMLElement>('.menu-item')];
  const current = items.findIndex((item) => item === document.activeElement);
  items.at((current + step + items.length) % items.length)?.focus();
}

function addKeys(list: HTMLElement, button: HTMLElement, close: () => void): void {
  list.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') moveFocus(list, 1);
    else if (event.key === 'ArrowUp') moveFocus(list, -1);
    else if (event.key === 'Escape') {
      close();
      button.focus();
    } else return;
    event.preventDefault();
  });
}

/** Adds a menu to the bar; one with the same caption is replaced. */
export function addMenu(nav: HTMLElement, menu: unknown, run: RunItem): void {
  const caption = readText(menu, 'caption');
  const choose: RunItem = (functionName) => {
    closeAll(nav);
    run(functionName);
  };
  const list = createElement('ul', {
    attributes: { role: 'menu', class: 'menu-list', 'aria-label': caption, hidden: '' },
    children: createEntries(readList(menu, 'entries'), choose),
  });
  const button = createElement('button', {
    attributes: {
      type: 'button',
      class: 'menu-button',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    onClick: () => {
      const open = list.hidden;
      closeAll(nav);
      list.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
      if (open) moveFocus(list, 1);
    },
    children: [caption],
  });
  addKeys(list, button, () => closeAll(nav));
  const holder = createElement('div', {
    attributes: { class: 'menu', 'data-caption': caption },
    children: [button, list],
  });
  const known = [...nav.querySelectorAll<HTMLElement>('.menu')].find(
    ({ dataset }) => dataset['caption'] === caption,
  );
  if (known) known.replaceWith(holder);
  else nav.append(holder);
}

/** Closes open menus when the person clicks elsewhere. */
export function closeMenusOutside(nav: HTMLElement): void {
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Node) || !nav.contains(target)) closeAll(nav);
  });
}
