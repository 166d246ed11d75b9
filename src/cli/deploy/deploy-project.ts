import type { BuildInfo } from '../bundle-app';
import { runClasp } from '../clasp';
import { rememberProject, type ProjectPlace } from '../clasp-project';
import { fail, type Outcome } from '../problems';
import { pushProject } from '../push';
import { addressOf, decodeDeployment, type Deployment } from './deployments';
import { makeSpreadsheet } from './new-spreadsheet';
import type { Plan } from './plan';
import { verifyAnswer, type Caller } from './verify';

export interface DeployOptions {
  /** The build in `dist/`; for a check that means something, its commit is a name that no build had before. */
  readonly info: BuildInfo;
  /** How a new spreadsheet is called. */
  readonly newTitle: string;
  readonly caller: Caller;
}

/** A deployment that answers with the new version. */
export interface Deployed extends Deployment {
  readonly url: string;
  /** Address of the spreadsheet that was made; null when it was there. */
  readonly spreadsheetUrl: string | null;
  /** Whether the new version has answered; null where it cannot yet: nobody has given a new script its permission. */
  readonly verified: Outcome<null> | null;
}

/**
 * Pushes `dist/`, makes a version of it and lets the same deployment answer with that version, so the address that the platforms call
 * stays; then calls it. Project and deployment are remembered on this machine.
 */
export async function deployProject(
  place: ProjectPlace,
  { existing }: Plan,
  options: DeployOptions,
): Promise<Outcome<Deployed>> {
  const made = existing === null ? await makeSpreadsheet(place, options.newTitle) : null;
  if (made?.ok === false) return made;
  const pushed = await pushProject(place, made?.value.scriptId ?? existing?.project.scriptId);
  if (!pushed.ok) return pushed;
  const deployed = await deployNewVersion(place, existing?.deployment, options.info);
  if (!deployed.ok) return deployed;
  const { deploymentId } = deployed.value;
  rememberProject(place, { ...pushed.value.project, deploymentId });
  const url = addressOf(deployed.value);
  const verified = made === null ? await verifyAnswer(url, options.info, options.caller) : null;
  const spreadsheetUrl = made?.value.url ?? null;
  return { ok: true, value: { ...deployed.value, url, spreadsheetUrl, verified } };
}

// Without a version number clasp makes a new version of what was pushed, then points the deployment to it.
async function deployNewVersion(
  place: ProjectPlace,
  current: Deployment | undefined,
  { version, commit }: BuildInfo,
): Promise<Outcome<Deployment>> {
  const command = current ? ['update-deployment', current.deploymentId] : ['create-deployment'];
  const description = `Plantão ${version} (${commit})`;
  const answer = await runClasp(place, [...command, '--description', description]);
  if (!answer.ok) return answer;
  const made = decodeDeployment(answer.value);
  const isSame = !current || made?.deploymentId === current.deploymentId;
  if (!made || !isSame || made.versionNumber <= (current?.versionNumber ?? 0))
    return fail('unexpectedAnswer', JSON.stringify(answer.value));
  return { ok: true, value: made };
}
