import { answerTexts } from '../intake/door/answer-texts';
import { expectVisit } from '../intake/door/greet-visitor';
import { parseObject } from '../events/decode-record';
import type { HttpAnswer } from '../platform/http';
import type { Services } from '../platform/services';
import type { Visit, VisitKind } from './facts';

const timeoutSeconds = 20;

/** Visits the deployed address as a platform would, without an account. */
export function visitDeployment(services: Services, execUrl: string | null): Visit {
  if (execUrl === null) return { kind: 'none', version: '', commit: '', skewMs: null };
  const probe = expectVisit(services);
  const startedMs = services.clock.now();
  const answer = services.http.sendFollowing({
    url: `${execUrl}?p=${probe}`,
    method: 'get',
    headers: {},
    value: null,
    timeoutSeconds,
  });
  const middleMs = (startedMs + services.clock.now()) / 2;
  const theirsMs = Date.parse(answer.headers['date'] ?? '');
  const skewMs = Number.isNaN(theirsMs) ? null : theirsMs - middleMs;
  const greeting = parseObject(answer.text);
  if (greeting['probe'] !== probe) return { kind: kindOf(answer), version: '', commit: '', skewMs };
  const [version, commit] = [String(greeting['version']), String(greeting['commit'])];
  return { kind: 'well', version, commit, skewMs };
}

const signIn = /accounts\.google\.com|ServiceLogin|identifierId/;
/** What a web app answers whose owner has not approved a new permission. */
const unapproved = /Authorization (?:is )?(?:needed|required)/i;

function kindOf({ status, text }: HttpAnswer): VisitKind {
  if (status === 0 || status >= 500) return 'silent';
  if (status === 404) return 'gone';
  if (status === 401 || status === 403 || signIn.test(text)) return 'asksLogin';
  return unapproved.test(text) && !text.startsWith(answerTexts.alive) ? 'unapproved' : 'other';
}
