import { runClasp } from '../clasp';
import { isRecord, type ProjectPlace } from '../clasp-project';
import { fail, type Outcome } from '../problems';

/** A deployment that answers with a version (every one but the development one). */
export interface Deployment {
  readonly deploymentId: string;
  readonly versionNumber: number;
}

/** The address that platforms call. */
export const addressOf = ({ deploymentId }: Deployment): string =>
  `https://script.google.com/macros/s/${deploymentId}/exec`;

/** What clasp prints of a deployment; undefined for one without a version, or for anything else. */
export function decodeDeployment(value: unknown): Deployment | undefined {
  if (!isRecord(value)) return undefined;
  const { deploymentId, versionNumber } = value;
  const usable =
    typeof deploymentId === 'string' && typeof versionNumber === 'number' && versionNumber > 0;
  return usable ? { deploymentId, versionNumber } : undefined;
}

/** The project's deployments that have a version. */
export async function listDeployments(
  place: ProjectPlace,
  scriptId: string,
): Promise<Outcome<readonly Deployment[]>> {
  const answer = await runClasp(place, ['list-deployments', scriptId], '.clasp.json');
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return fail('unexpectedAnswer', JSON.stringify(answer.value));
  const found = answer.value.map(decodeDeployment).filter((entry) => entry !== undefined);
  return { ok: true, value: found };
}

/**
 * The deployment to update: the wanted one, else the only one. No value means that the first is to be made.
 * Everything else is a problem, found before anything is sent.
 */
export function chooseDeployment(
  found: readonly Deployment[],
  wanted: string | undefined,
  create: boolean,
): Outcome<Deployment | undefined> {
  const [first, ...more] = found;
  if (wanted !== undefined) {
    const match = found.find((entry) => entry.deploymentId === wanted);
    return match ? { ok: true, value: match } : fail('unknownDeployment', wanted);
  }
  if (more.length > 0)
    return fail('severalDeployments', found.map((entry) => entry.deploymentId).join(', '));
  return first || create ? { ok: true, value: first } : fail('noDeployment');
}
