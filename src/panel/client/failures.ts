import { callServer } from './call-server';
import { actionButton, element } from './elements';

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

type Texts = Readonly<Record<string, string>>;

interface FailuresPage {
  readonly texts: Texts;
  readonly causes: readonly Cause[];
  readonly tokens: readonly Token[];
}

interface PlannedRow {
  readonly tab: string;
  readonly key: string;
  readonly isNew: boolean;
}

type Report = {
  readonly taken: number;
  readonly failing: number;
  readonly lastNumber: number;
} | null;

/** What the buttons of a card replay: the server's kind of selection and its value at the moment of the click. */
interface Choice {
  readonly kind: 'cause' | 'request' | 'all';
  readonly value: () => string;
}

const shownRows = 20;

function describeReport(report: Report, texts: Texts): string {
  if (report === null) return texts['busy'] ?? '';
  return `${texts['replayed'] ?? ''}: ${report.taken} / ${report.failing}`;
}

function describeRows(rows: readonly PlannedRow[], texts: Texts): string {
  const lines = rows
    .slice(0, shownRows)
    .map((row) => `${row.isNew ? '+' : '~'} ${row.tab} · ${row.key}`);
  const more = rows.length > shownRows ? ['…'] : [];
  return [`${texts['rowsTouched'] ?? ''}: ${rows.length}`, ...lines, ...more].join('\n');
}

/** Dry run and replay with the place where their outcome is told. A long replay goes on run by run until nothing is left. */
function replayActions({ kind, value }: Choice, texts: Texts): readonly HTMLElement[] {
  const outcome = element('p', 'outcome', '');
  const preview = (): void =>
    callServer<readonly PlannedRow[]>(
      'previewReplay',
      (rows) => outcome.replaceChildren(describeRows(rows, texts)),
      kind,
      value(),
    );
  const replayFrom = (from: string, done: number): void =>
    callServer<Report>(
      'replay',
      (report) => {
        const total = report === null ? null : { ...report, taken: done + report.taken };
        outcome.replaceChildren(describeReport(total, texts));
        const goesOn = kind === 'all' && report !== null && report.taken > 0;
        if (goesOn) replayFrom(String(report.lastNumber), done + report.taken);
      },
      kind,
      from,
    );
  const actions = element('div', 'actions', '');
  actions.append(
    actionButton(texts['preview'] ?? '', preview),
    actionButton(texts['replay'] ?? '', () => replayFrom(value(), 0)),
  );
  return [actions, outcome];
}

function card(title: string, ...content: readonly Node[]): HTMLElement {
  const section = document.createElement('section');
  section.append(element('h2', '', title), ...content);
  return section;
}

function causeCard(cause: Cause, texts: Texts): HTMLElement {
  const title = [cause.vendor, cause.event].filter((part) => part !== '').join(' · ');
  return card(
    `${title} (${cause.count})`,
    element('p', '', cause.cause),
    element('p', 'hint', `${cause.situation}. ${cause.advice}`),
    ...replayActions({ kind: 'cause', value: () => cause.key }, texts),
  );
}

function tokenCard(token: Token, texts: Texts): HTMLElement {
  const outcome = element('p', 'outcome', '');
  const accept = actionButton(texts['acceptToken'] ?? '', () =>
    callServer<Report>(
      'acceptHeldToken',
      (report) => outcome.replaceChildren(describeReport(report, texts)),
      token.connectionId,
      token.digest,
    ),
  );
  const held = `${texts['heldToken'] ?? ''} …${token.ending} (${token.count})`;
  return card(texts['unknownTokens'] ?? '', element('p', '', held), accept, outcome);
}

function requestCard(texts: Texts): HTMLElement {
  const id = document.createElement('input');
  id.placeholder = texts['requestId'] ?? '';
  id.setAttribute('aria-label', texts['requestId'] ?? '');
  return card(
    texts['replayOne'] ?? '',
    id,
    ...replayActions({ kind: 'request', value: () => id.value }, texts),
  );
}

callServer<FailuresPage>('readFailuresPage', ({ texts, causes, tokens }) => {
  const cards = [
    ...tokens.map((token) => tokenCard(token, texts)),
    ...causes.map((cause) => causeCard(cause, texts)),
  ];
  const nothing = element('p', 'hint', texts['noFailures'] ?? '');
  document
    .querySelector('#failures')
    ?.replaceChildren(
      ...(cards.length === 0 ? [nothing] : cards),
      requestCard(texts),
      card(texts['replayAll'] ?? '', ...replayActions({ kind: 'all', value: () => '0' }, texts)),
    );
});
