import { acceptedText, answerTexts } from '../../intake/door/answer-texts';
import { isTestRequest } from '../../intake/journal/request';
import { readRequests } from '../../intake/journal/journal-lines';
import { journalStatuses, type Line } from '../../intake/journal/journal';
import { previewRows } from '../../intake/replay/replay';
import type { HttpAnswer } from '../../platform/http';
import type { Services } from '../../platform/services';
import { tabs } from '../../tabs/tabs';
import { findVendor } from '../../vendors/registry';
import type { TestEvent, Vendor } from '../../vendors/vendor';
import { urlsOf } from '../connection-urls';
import { languageOf } from '../language';
import { done, refused, type Outcome } from '../outcome';
import { saySeconds } from '../say-moment';
import { speaker } from '../speak';
import type { TextId } from '../texts';
import { lookAtArrivals, type Look } from './arrivals';
import { findConnection } from './find-connection';

/** What became of a test event. */
export interface TestReport {
  /** It stands in the tabs; else only in the journal so far. */
  readonly isWritten: boolean;
  /** Id and title of the tab where its first row stands; blank when there is none. */
  readonly tab: string;
  readonly tabTitle: string;
}

/** The kinds of test events of a platform, by title. */
export const testKindsOf = (vendor: Vendor): readonly TestEvent[] =>
  vendor.testEvents({ nowMs: 0, token: null, name: '' });

/**
 * Sends a test event of the connection's platform to its own deployed address, the way the platform would, and says in words
 * what came of it. `kind`: which of the platform's test events, 0 the first.
 */
export function sendTestEvent(
  services: Services,
  connectionId: string,
  kind: string,
): Outcome<TestReport> {
  const speak = speaker(services);
  const known = findConnection(services, connectionId);
  if (known.kind !== 'done') return known;
  const { connection, settings } = known.value;
  const vendor = findVendor(connection.vendor);
  const [token = null] = connection.tokens;
  const name = speak('testName');
  const startedAtMs = services.clock.now();
  const event = vendor.testEvents({ nowMs: startedAtMs, token, name })[Number(kind) || 0];
  if (event === undefined) return refused(speak('badRequest'));
  const webhooks = urlsOf(connection, settings).webhooks;
  const url = webhooks.find((one) => one.event === event.webhook)?.url ?? '';
  const answer = services.http.sendFollowing({
    url: `${url}&t=1`,
    method: 'post',
    headers: {},
    value: event.body,
    timeoutSeconds: 60,
  });
  const judged = judgeAnswer(answer, vendor);
  const values = { status: String(answer.status), name };
  if (judged !== null) return refused(speak(judged, values));
  const report = findRows(services, connectionId);
  const language = languageOf(services.host.locale());
  const seconds = saySeconds(services.clock.now() - startedAtMs, language);
  const said: TextId = report.isWritten ? 'testWritten' : 'testWaits';
  const told = { name, tab: report.tabTitle, seconds };
  return done(report, speak(said, told));
}

/** A sign-in page instead of our answer means that access is not "Anyone", or that the address is another's. Null: it was taken. */
function judgeAnswer({ status, text }: HttpAnswer, vendor: Vendor): TextId | null {
  if (status === 0) return 'testUnreachable';
  if (text.includes(answerTexts.refused)) return 'testRefused';
  return status === 200 && text.includes(acceptedText(vendor)) ? null : 'testNotOurs';
}

const written: ReadonlySet<string> = new Set([journalStatuses.written, journalStatuses.repeated]);

/** Where the connection's last test event stands. */
function findRows(services: Services, connectionId: string): TestReport {
  services.workbook.flush();
  const look = lookAtArrivals(services, services.properties.getAll());
  const own = look.lines.filter(
    (one) => one.connectionId === connectionId && isTestRequest(one.requestId),
  );
  const line = own[own.length - 1];
  const tab = line === undefined ? null : firstTabOf(services, look, line);
  return {
    isWritten: line !== undefined && written.has(line.status),
    tab: tab ?? '',
    tabTitle: tab === null ? '' : tabs[tab].title[languageOf(services.host.locale())],
  };
}

/** The tab that people look at first, of those in which a request has rows. */
export function firstTabOf(
  services: Services,
  { ledger }: Look,
  line: Line,
): keyof typeof tabs | null {
  if (ledger === null) return null;
  const touched = previewRows(services, readRequests(ledger.journal, [line]), ledger);
  const order = Object.keys(tabs);
  const [first] = [...touched].sort((a, b) => order.indexOf(a.tab) - order.indexOf(b.tab));
  return first?.tab ?? null;
}
