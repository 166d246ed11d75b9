import { runClasp } from '../clasp';
import { isRecord, type ProjectPlace } from '../clasp-project';
import { fail, type Outcome } from '../problems';

/** The account that clasp is signed in with: its e-mail, or `?` where Google does not tell. */
export async function checkSignIn(place: ProjectPlace): Promise<Outcome<string>> {
  const answer = await runClasp(place, ['show-authorized-user'], '.clasp.json');
  if (!answer.ok) return answer;
  if (!isRecord(answer.value)) return fail('unexpectedAnswer', JSON.stringify(answer.value));
  const { loggedIn, email } = answer.value;
  if (loggedIn !== true) return fail('noCredentials');
  return { ok: true, value: typeof email === 'string' ? email : '?' };
}
