import { ask } from './app';
import type { Start } from './data';
import { icon, make } from './dom';
import { makeButton, makeSelect, whileBusy } from './parts';
import type { Step, Wizard } from './step';
import { tell } from './words';

/** Step 1: the tabs, and the spreadsheet's zone where it is another one than the team's. */
export function makeTabsStep({ app, turn }: Wizard): Step {
  const { start } = app.page();
  const problem = make('div', { role: 'alert' });
  const title = make('h1', { tabindex: '-1' }, tell('tabsTitle'));
  const zone = makeZoneChoice(start);
  const waiting = make(
    'div',
    { class: 'stack', hidden: 'hidden' },
    make('div', { class: 'progress' }),
  );
  waiting.append(make('p', { class: 'sub' }, tell('makingTakes')));
  const next = makeButton(tell('makeTabsNow'), {
    kind: 'primary',
    onClick: (button) => {
      problem.replaceChildren();
      title.textContent = tell('makingTitle');
      waiting.hidden = false;
      app.announce(tell('makingTitle'));
      void whileBusy(button, tell('makingTabs'), async () => {
        const outcome = await ask('makeTabs', zone?.select.value ?? 'keep');
        if (outcome.kind !== 'done') {
          waiting.hidden = true;
          title.textContent = tell('tabsTitle');
          const said = make('span', {}, outcome.sentence);
          problem.replaceChildren(make('p', { class: 'line bad' }, icon('alert'), said));
          return;
        }
        await app.refresh();
        turn(Math.min(3, Math.max(2, app.page().start.step)));
      });
    },
  });
  const body = [
    title,
    make('p', {}, tell('tabsMean')),
    waiting,
    makeTabList(start),
    ...(zone === null ? [] : [zone.node]),
    problem,
  ];
  return { body, back: null, next, first: next };
}

function makeTabList({ tabs }: Start): HTMLElement {
  const items = tabs.map(({ title, color }) => {
    const item = make('li', {}, title);
    item.style.setProperty('--tab', color);
    return item;
  });
  return make('ul', { class: 'tab-list', 'aria-label': tell('tabsList') }, ...items);
}

function makeZoneChoice({ zones, otherZone }: Start): ReturnType<typeof makeSelect> | null {
  if (zones.length === 0) return null;
  const help = otherZone === '' ? tell('zoneHelp') : tell('zoneOther', { zone: otherZone });
  return makeSelect(tell('zone'), zones, help);
}
