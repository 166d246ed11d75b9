import { askServer } from './call-server';
import { element, makeButton, makeField, placeOf } from './elements';
import { say } from './page-data';
import { attach, makeOutcomePlace, type Work } from './work';

interface Cause {
  readonly key: string;
  readonly vendor: string;
  readonly event: string;
  readonly cause: string;
  readonly advice: string;
  readonly count: number;
  readonly situation: string;
}

interface Token {
  readonly connectionId: string;
  readonly digest: string;
  readonly ending: string;
  readonly count: number;
}

interface Gap {
  readonly tab: string;
  readonly sentence: string;
}

interface FailuresPage {
  readonly causes: readonly Cause[];
  readonly tokens: readonly Token[];
  readonly gaps: readonly Gap[];
}

interface PlannedRow {
  readonly tab: string;
  readonly key: string;
  readonly isNew: boolean;
}

interface Report {
  readonly taken: number;
  readonly failing: number;
  readonly lastNumber: number;
}

/** What the buttons of a card replay: the server's kind of selection and its value at the moment of the click. */
interface Choice {
  readonly kind: 'cause' | 'request' | 'all';
  readonly value: () => string;
}

const shownRows = 20;

const describeReport = (taken: number, failing: number): string =>
  `${say('replayed')}: ${taken} / ${failing}`;

function describeRows(rows: readonly PlannedRow[]): string {
  const lines = rows
    .slice(0, shownRows)
    .map((row) => `${row.isNew ? '+' : '~'} ${row.tab} · ${row.key}`);
  const more = rows.length > shownRows ? ['…'] : [];
  return [`${say('rowsTouched')}: ${rows.length}`, ...lines, ...more].join('\n');
}

/** A long replay goes on run by run until nothing is left; counts are those of all runs. */
function showReport(kind: Choice['kind'], before: Report): Work<Report>['show'] {
  return ({ taken, failing, lastNumber }) => {
    const total = { taken: before.taken + taken, failing: before.failing + failing, lastNumber };
    const sentence = describeReport(total.taken, total.failing);
    if (kind !== 'all' || taken === 0) return sentence;
    return { sentence, args: [kind, String(lastNumber)], show: showReport(kind, total) };
  };
}

const nothingYet: Report = { taken: 0, failing: 0, lastNumber: 0 };

/** Dry run and replay with the place where their outcome is told. */
function replayActions({ kind, value }: Choice): readonly HTMLElement[] {
  const place = makeOutcomePlace();
  const args = (): readonly string[] => [kind, value()];
  const preview = makeButton(say('preview'));
  attach<readonly PlannedRow[]>({
    button: preview,
    place,
    action: 'previewReplay',
    args,
    show: describeRows,
  });
  const replay = makeButton(say('replay'));
  attach<Report>({
    button: replay,
    place,
    action: 'replay',
    args,
    show: showReport(kind, nothingYet),
  });
  const actions = element('div', 'actions', '');
  actions.append(preview, replay);
  return [actions, place];
}

function card(title: string, ...content: readonly Node[]): HTMLElement {
  const section = document.createElement('section');
  section.append(element('h2', '', title), ...content);
  return section;
}

function causeCard(cause: Cause): HTMLElement {
  const title = [cause.vendor, cause.event].filter((part) => part !== '').join(' · ');
  return card(
    `${title} (${cause.count})`,
    element('p', '', cause.cause),
    element('p', 'hint', `${cause.situation}. ${cause.advice}`),
    ...replayActions({ kind: 'cause', value: () => cause.key }),
  );
}

function tokenCard(token: Token): HTMLElement {
  const place = makeOutcomePlace();
  const button = makeButton(say('acceptToken'));
  attach<Report>({
    button,
    place,
    action: 'acceptToken',
    args: () => [token.connectionId, token.digest],
    show: ({ taken, failing }) => describeReport(taken, failing),
  });
  const quarantined = `${say('quarantinedToken')} …${token.ending} (${token.count})`;
  return card(say('unknownTokens'), element('p', '', quarantined), button, place);
}

/** Long work goes on part by part until the journal's end. */
const showWritten =
  (tab: string): Work<{ readonly after: number | null }>['show'] =>
  ({ after }, sentence) =>
    after === null ? sentence : { sentence, args: [tab, String(after)], show: showWritten(tab) };

function gapCard({ tab, sentence }: Gap): HTMLElement {
  const place = makeOutcomePlace();
  const button = makeButton(say('writeAgain'));
  const show = showWritten(tab);
  attach({ button, place, action: 'writeAgain', args: () => [tab, '0'], show });
  return card(say('checkTabs'), element('p', '', sentence), button, place);
}

const showChecked: Work<{ readonly isDone: boolean }>['show'] = ({ isDone }, sentence) =>
  isDone ? sentence : { sentence, args: [], show: showChecked };

function checkCard(): HTMLElement {
  const place = makeOutcomePlace();
  const button = makeButton(say('checkTabs'));
  attach({ button, place, action: 'checkTabs', args: () => [], show: showChecked });
  return card(say('checkTabs'), button, place);
}

function requestCard(): HTMLElement {
  const id = makeField(say('requestId'));
  return card(say('replayOne'), id, ...replayActions({ kind: 'request', value: () => id.value }));
}

function showAll({ causes, tokens, gaps }: FailuresPage): void {
  const cards = [...gaps.map(gapCard), ...tokens.map(tokenCard), ...causes.map(causeCard)];
  const nothing = element('p', 'hint', say('noFailures'));
  placeOf('failures').replaceChildren(
    ...(cards.length === 0 ? [nothing] : cards),
    checkCard(),
    requestCard(),
    card(say('replayAll'), ...replayActions({ kind: 'all', value: () => '0' })),
  );
}

placeOf('failures').replaceChildren(element('p', 'hint', say('working')));
askServer<FailuresPage>('readFailures', [], (outcome) => {
  if (outcome.kind === 'done') showAll(outcome.value);
  else placeOf('failures').replaceChildren(element('p', 'hint', outcome.sentence));
});
