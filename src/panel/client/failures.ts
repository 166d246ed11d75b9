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

function describeReport(report: Report, texts: Texts): string {
  return report === null
    ? (texts['busy'] ?? '')
    : `${texts['replayed'] ?? ''}: ${report.taken} / ${report.failing}`;
}

function describeRows(rows: readonly PlannedRow[], texts: Texts): string {
  const lines = rows.slice(0, 20).map((row) => `${row.isNew ? '+' : '~'} ${row.tab} · ${row.key}`);
  return [`${texts['rowsTouched'] ?? ''}: ${rows.length}`, ...lines].join('\n');
}

function causeCard(cause: Cause, texts: Texts): HTMLElement {
  const section = document.createElement('section');
  const outcome = element('p', 'outcome', '');
  const say = (text: string): void => outcome.replaceChildren(text);
  const actions = element('div', 'actions', '');
  actions.append(
    actionButton(texts['preview'] ?? '', () =>
      callServer<readonly PlannedRow[]>(
        'previewCause',
        (rows) => say(describeRows(rows, texts)),
        cause.key,
      ),
    ),
    actionButton(texts['replay'] ?? '', () =>
      callServer<Report>('replayCause', (report) => say(describeReport(report, texts)), cause.key),
    ),
  );
  const title = [cause.vendor, cause.event].filter((part) => part !== '').join(' · ');
  section.append(
    element('h2', '', `${title} (${cause.count})`),
    element('p', '', cause.cause),
    element('p', 'hint', `${cause.situation}. ${cause.advice}`),
    actions,
    outcome,
  );
  return section;
}

function tokenCard(token: Token, texts: Texts): HTMLElement {
  const section = document.createElement('section');
  const outcome = element('p', 'outcome', '');
  const accept = actionButton(texts['acceptToken'] ?? '', () =>
    callServer<Report>(
      'acceptHeldToken',
      (report) => outcome.replaceChildren(describeReport(report, texts)),
      token.connectionId,
      token.digest,
    ),
  );
  section.append(
    element('p', '', `${texts['heldToken'] ?? ''} …${token.ending} (${token.count})`),
    accept,
    outcome,
  );
  return section;
}

/** Replays the journal run by run until nothing is left, telling how far it is. */
function replayAllCard(texts: Texts): HTMLElement {
  const section = document.createElement('section');
  const outcome = element('p', 'outcome', '');
  const goOn = (afterNumber: number, done: number): void =>
    callServer<Report>(
      'replayJournal',
      (report) => {
        const taken = done + (report?.taken ?? 0);
        outcome.replaceChildren(
          report === null ? describeReport(report, texts) : `${texts['replayed'] ?? ''}: ${taken}`,
        );
        if (report !== null && report.taken > 0) goOn(report.lastNumber, taken);
      },
      String(afterNumber),
    );
  section.append(
    actionButton(texts['replayAll'] ?? '', () => goOn(0, 0)),
    outcome,
  );
  return section;
}

callServer<FailuresPage>('readFailuresPage', ({ texts, causes, tokens }) => {
  const cards = [
    ...tokens.map((token) => tokenCard(token, texts)),
    ...causes.map((cause) => causeCard(cause, texts)),
  ];
  const nothing = element('p', 'hint', texts['noFailures'] ?? '');
  document
    .querySelector('#failures')
    ?.replaceChildren(...(cards.length === 0 ? [nothing] : cards), replayAllCard(texts));
});
