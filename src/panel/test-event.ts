import { acceptedText, answerTexts } from '../intake/door/answer-texts';
import { reloadConfig } from '../settings/config-cache';
import type { HttpAnswer } from '../platform/http';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import type { Vendor } from '../vendors/vendor';
import { urlsOf } from './connection-urls';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';
import type { TextId } from './texts';

/**
 * Sends a test event of the connection's platform to its own deployed address, the way the platform would, and says in words
 * what came of it.
 */
export function sendTestEvent(services: Services, connectionId: string): Outcome {
  const speak = speaker(services);
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find(({ id }) => id === connectionId);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  if (connection === undefined || vendor === undefined) return refused(speak('connectionGone'));
  const [token = null] = connection.tokens;
  const nowMs = services.clock.now();
  const name = speak('testName');
  const { webhook, body } = vendor.testEvent({ nowMs, token, name });
  const url =
    urlsOf(connection, settings).webhooks.find(({ event }) => event === webhook)?.url ?? '';
  const answer = services.http.sendFollowing({
    url: `${url}&t=1`,
    method: 'post',
    headers: {},
    value: body,
    timeoutSeconds: 60,
  });
  const judged = judgeAnswer(answer, vendor);
  const sentence = speak(judged, { status: String(answer.status), name });
  return judged === 'testSent' ? done(null, sentence) : refused(sentence);
}

/** A sign-in page instead of our answer means that access is not "Anyone", or that the address is another's. */
function judgeAnswer({ status, text }: HttpAnswer, vendor: Vendor): TextId {
  if (status === 0) return 'testUnreachable';
  if (text.includes(answerTexts.refused)) return 'testRefused';
  return status === 200 && text.includes(acceptedText(vendor)) ? 'testSent' : 'testNotOurs';
}
