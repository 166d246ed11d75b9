import { element, makeButton, makeField } from './elements';
import { choiceInput, textInput, tickInput } from './inputs';
import { say } from './page-data';
import type { AskedConnection, PlatformsPage } from './platforms-data';
import { attach } from './work';

/** What a section of a connection's card works with. */
interface Card {
  readonly connection: AskedConnection;
  /** Where the card tells what came of its buttons. */
  readonly place: HTMLElement;
  /** Shows the page anew after a change, with the sentence on this card; gives the sentence. */
  readonly showAnew: (page: PlatformsPage, sentence: string) => string;
}

/** Makes the nodes of one section of a card. */
export type Section = (card: Card) => readonly HTMLElement[];

/** Where and as whom the platform is asked. */
export const accessSection: Section = ({ connection: { id, access }, place, showAnew }) => {
  const baseUrl = textInput(say('accessBaseUrl'), access.baseUrl);
  const account = textInput(say('accessAccount'), access.accountId);
  const token = makeField(say('accessToken'));
  token.type = 'password';
  token.autocomplete = 'off';
  const keeping = makeButton(say('accessKeep'));
  const testing = makeButton(say('accessTest'), 'secondary');
  const forgetting = makeButton(say('accessForget'), 'secondary');
  attach<PlatformsPage>({
    button: keeping,
    place,
    action: 'keepAccess',
    args: () => [id, baseUrl.read(), account.read(), token.value],
    show: showAnew,
  });
  attach<null>({
    button: testing,
    place,
    action: 'testAccess',
    args: () => [id],
    show: (_none, sentence) => sentence,
  });
  attach<PlatformsPage>({
    button: forgetting,
    place,
    action: 'forgetAccess',
    args: () => [id],
    show: showAnew,
  });
  const actions = element('div', 'actions', '');
  actions.append(keeping, ...(access.hasToken ? [testing, forgetting] : []));
  const line = element('label', 'line', '');
  line.append(element('span', '', say('accessToken')), token);
  return [
    element('h3', '', say('accessTitle')),
    element('p', 'hint', access.hint),
    baseUrl.node,
    ...(access.takesAccount ? [account.node] : []),
    line,
    element('p', 'hint', access.hasToken ? say('accessTokenKept') : ''),
    actions,
  ];
};

/** Whether, and how often, the platform is asked for the status of its agents. */
export const pollSection: Section = ({ connection: { id, polling }, place, showAnew }) => {
  if (polling === null) return [];
  const isOn = tickInput(say('pollIsOn'), polling.isOn);
  const every = choiceInput(say('pollEvery'), polling.choices, polling.everyMinutes);
  const saving = makeButton(say('pollSave'));
  attach<PlatformsPage>({
    button: saving,
    place,
    action: 'keepPolling',
    args: () => [id, isOn.read() ? 'yes' : '', every.read()],
    show: showAnew,
  });
  const actions = element('div', 'actions', '');
  actions.append(saving);
  return [
    element('h3', '', say('pollTitle')),
    element('p', 'hint', say('pollAbout')),
    element('p', '', polling.state),
    isOn.node,
    every.node,
    actions,
  ];
};

/** What was missed is fetched for some days back: now, or every night. */
export const missedSection: Section = ({ connection: { id, missed }, place, showAnew }) => {
  if (missed === null) return [];
  const days = choiceInput(say('missedDays'), missed.choices, missed.days);
  const isDaily = tickInput(say('missedDaily'), missed.isDaily);
  const { paging } = missed;
  const firstPage = paging && choiceInput(say('pagingFirst'), paging.pages, paging.firstPage);
  const order = paging && choiceInput(say('pagingOrder'), paging.orders, paging.order);
  const counting = makeButton(say('missedCount'), 'secondary');
  const fetching = makeButton(say('missedFetch'));
  const saving = makeButton(say('missedSave'), 'secondary');
  attach<null>({
    button: counting,
    place,
    action: 'countMissed',
    args: () => [id, days.read()],
    show: (_none, sentence) => sentence,
  });
  attach<PlatformsPage>({
    button: fetching,
    place,
    action: 'fetchMissed',
    args: () => [id, days.read()],
    show: showAnew,
  });
  attach<PlatformsPage>({
    button: saving,
    place,
    action: 'keepMissed',
    args: () => [id, isDaily.read() ? 'yes' : '', firstPage?.read() ?? '', order?.read() ?? ''],
    show: showAnew,
  });
  const once = element('div', 'actions', '');
  once.append(fetching, counting);
  const nightly = element('div', 'actions', '');
  nightly.append(saving);
  return [
    element('h3', '', say('missedTitle')),
    element('p', 'hint', say('missedAbout')),
    element('p', '', missed.state),
    days.node,
    once,
    isDaily.node,
    ...(firstPage && order ? [firstPage.node, order.node] : []),
    nightly,
  ];
};
