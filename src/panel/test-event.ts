import { answerTexts } from '../intake/answer-texts';
import { reloadConfig } from '../intake/config-cache';
import type { HttpAnswer, Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { languageOf } from './language';
import { fill, texts, type TextId } from './texts';
import { urlsOf } from './connection-urls';

/**
 * Sends a test event of the connection's platform to its own deployed address, the way the platform would, and says in words
 * what came of it.
 */
export function sendTestEvent(services: Services, connectionId: string): string {
  const language = languageOf(services.host.locale());
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find(({ id }) => id === connectionId);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  if (connection === undefined || vendor === undefined) return texts.testGone[language];
  const [token = null] = connection.tokens;
  const nowMs = services.clock.now();
  const { webhook, body } = vendor.testEvent({ nowMs, token, name: texts.testName[language] });
  const url =
    urlsOf(connection, settings).webhooks.find(({ event }) => event === webhook)?.url ?? '';
  const answer = services.http.sendJson({ url, method: 'post', headers: {}, value: body });
  return fill(texts[judgeAnswer(answer)][language], {
    status: String(answer.status),
    name: texts.testName[language],
  });
}

/** A sign-in page instead of our answer means that access is not "Anyone", or that the address is another's. */
function judgeAnswer({ status, text }: HttpAnswer): TextId {
  if (status === 0) return 'testUnreachable';
  if (text.includes(answerTexts.refused)) return 'testRefused';
  const isOurs = text.includes(answerTexts.accepted) || text.includes('user_session_keys');
  return status === 200 && isOurs ? 'testSent' : 'testNotOurs';
}
