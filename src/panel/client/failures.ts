import { element, makeButton, placeOf } from './elements';
import { pressOnEnter } from './enter';
import { leaveOnEscape } from './escape';
import { causeView, whoseOf } from './failures-cause';
import type { Cause, FailuresPage } from './failures-data';
import { tokenCard } from './failures-token';
import { gapCard, toolsFold } from './failures-tools';
import type { DryRunEnd } from './failures-replay';
import { fillText, heading } from './failures-words';
import { say } from './page-data';
import { load, makeOutcomePlace, tell } from './work';

const main = placeOf('failures');

/** The lists of the inbox: which states they hold and what they say when nothing is in them. */
const lists = [
  { id: 'mine', title: 'failMine', none: 'failNoneMine', states: ['waiting'] },
  { id: 'retrying', title: 'failRetrying', none: 'failNoneRetrying', states: ['retrying'] },
  { id: 'over', title: 'failOver', none: 'failNoneOver', states: ['solved', 'ignored'] },
] as const;

type ListId = (typeof lists)[number]['id'];

interface At {
  readonly list: ListId;
  /** The cause that was looked at, to go back to. */
  readonly key: string;
  readonly sentence: string;
}

/** Events with an unknown token are told by their tokens, while one waits; what was refused is among the causes that are over. */
const causesIn = ({ causes, tokens }: FailuresPage, list: (typeof lists)[number]) =>
  causes.filter(({ state, code }) => {
    const isTold = list.id === 'mine' && code === 'unknownToken' && tokens.length > 0;
    return !isTold && list.states.some((one) => one === state);
  });

const reload = (at: At): void =>
  load<FailuresPage>({ place: main, action: 'readFailures', show: (page) => showInbox(page, at) });

/** From a cause, a token or a dry run back to its list, which is read anew. */
const endOf = (at: Omit<At, 'sentence'>): DryRunEnd => ({
  leave: () => reload({ ...at, sentence: '' }),
  ended: (sentence) => reload({ ...at, sentence }),
});

function showInbox(page: FailuresPage, at: At): void {
  const place = makeOutcomePlace();
  tell(place, 'done', at.sentence);
  const title = element('div', 'titleline', '');
  const again = makeButton(say('failReload'), 'quiet');
  again.addEventListener('click', () => reload({ ...at, key: '', sentence: '' }));
  title.append(heading(document.title), again);
  main.replaceChildren(title, tabList(page, at), place, panel(page, at), toolsFold(endOf(at)));
  const own = [...main.querySelectorAll<HTMLElement>('[data-key]')];
  const left = own.find(({ dataset }) => at.key !== '' && dataset['key'] === at.key);
  (left ?? main.querySelector('h1'))?.focus();
}

/** Tabs with the arrow keys, as the pattern of a tablist asks for. */
function tabList(page: FailuresPage, at: At): HTMLElement {
  const bar = element('div', 'tabs', '');
  bar.setAttribute('role', 'tablist');
  bar.setAttribute('aria-label', document.title);
  lists.forEach((list, index) => {
    const extra = list.id === 'mine' ? page.tokens.length + page.gaps.length : 0;
    const count = causesIn(page, list).length + extra;
    const tab = makeButton(`${say(list.title)} ${count}`, 'tab');
    const isChosen = list.id === at.list;
    tab.setAttribute('role', 'tab');
    tab.id = `tab-${list.id}`;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.setAttribute('aria-controls', 'panel');
    tab.tabIndex = isChosen ? 0 : -1;
    const choose = (id: ListId): void => {
      showInbox(page, { list: id, key: '', sentence: '' });
      main.querySelector<HTMLElement>(`#tab-${id}`)?.focus();
    };
    tab.addEventListener('click', () => choose(list.id));
    tab.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      const next = lists[(index + step + lists.length) % lists.length];
      if (step !== 0 && next !== undefined) choose(next.id);
    });
    bar.append(tab);
  });
  return bar;
}

function panel(page: FailuresPage, at: At): HTMLElement {
  const node = element('div', 'panel', '');
  node.id = 'panel';
  node.setAttribute('role', 'tabpanel');
  node.setAttribute('aria-labelledby', `tab-${at.list}`);
  const list = lists.find(({ id }) => id === at.list) ?? lists[0];
  const tokens = page.tokens.map((token) => tokenCard(token, endOf({ ...at, key: token.digest })));
  const told = at.list === 'mine' ? [...tokens, ...page.gaps.map(gapCard)] : [];
  const cards = [...told, ...causesIn(page, list).map((cause) => causeLine(cause, at.list))];
  node.append(...(cards.length === 0 ? [element('p', 'none', say(list.none))] : cards));
  return node;
}

function causeLine(cause: Cause, list: ListId): HTMLElement {
  const line = document.createElement('button');
  line.className = 'cause';
  line.dataset['key'] = cause.key;
  const head = element('span', 'head', '');
  const badge = element('span', 'badge', String(cause.stopped > 0 ? cause.stopped : cause.count));
  head.append(element('strong', '', cause.cause), badge);
  const foot = element('span', 'foot', '');
  const { first, last } = cause;
  const seen = first === last ? last : fillText('failSeen', { first, last });
  foot.append(element('span', 'when', seen), pill(cause));
  line.append(head, element('span', 'whose', whoseOf(cause)), foot);
  line.addEventListener('click', () => {
    main.replaceChildren(...causeView(cause, endOf({ list, key: cause.key })));
    main.querySelector('h1')?.focus();
  });
  return line;
}

const signs = { waiting: '!', retrying: '↻', solved: '✓', ignored: '–' } as const;

/** A state as word, sign and colour. */
function pill({ state, situation }: Cause): HTMLElement {
  const node = element('span', 'pill', '');
  node.dataset['state'] = state;
  const sign = element('span', '', `${signs[state]} `);
  sign.setAttribute('aria-hidden', 'true');
  node.append(sign, situation);
  return node;
}

leaveOnEscape();
pressOnEnter();
reload({ list: 'mine', key: '', sentence: '' });
