import type { Services } from '../../platform/services';
import { tokenOf } from '../../settings/tokens';
import { requestOf, type WeniCall } from './calls';
import { readAnswer, type Reading } from './read-answer';
import { weniSettingsFrom, weniToken } from '../../settings/weni';

/** One call at a person's wish; null without a token. */
export function askWeni({ properties, http }: Services, call: WeniCall): Reading | null {
  const all = properties.getAll();
  const token = tokenOf(all, weniToken);
  if (token === null) return null;
  const [answer] = http.sendAll([requestOf(call, { settings: weniSettingsFrom(all), token })]);
  return answer === undefined ? null : readAnswer(answer);
}
