import { projectRoot } from '../twin/runtime/project-root';
import { buildAll, readBuildInfo } from './build';
import { runClasp } from './clasp';
import { extractId, isRecord, rememberProject } from './clasp-project';
import type { ProjectPlace } from './clasp-project';
import { commands } from './commands';
import { describeProblem, fail } from './problems';
import type { Outcome } from './problems';
import { pushProject } from './push';
import { runCommand } from './run-command';

export interface DeployOptions {
  readonly scriptId?: string | undefined;
  /** Id or address of the deployment to update; without it the remembered one, else the only one. */
  readonly deploymentId?: string | undefined;
  /** Makes the first deployment when the project has none. */
  readonly create?: boolean | undefined;
  readonly description: string;
}

/** A deployment that answers with the new version. */
export interface Deployed {
  readonly deploymentId: string;
  readonly versionNumber: number;
  readonly url: string;
}

/** A deployment that answers with a version (every one but the development one). */
export interface Deployment {
  readonly deploymentId: string;
  readonly versionNumber: number;
}

function decodeDeployment(value: unknown): Deployment | undefined {
  if (!isRecord(value)) return undefined;
  const { deploymentId, versionNumber } = value;
  const usable =
    typeof deploymentId === 'string' && typeof versionNumber === 'number' && versionNumber > 0;
  return usable ? { deploymentId, versionNumber } : undefined;
}

async function listVersioned(place: ProjectPlace): Promise<Outcome<Deployment[]>> {
  const answer = await runClasp(place, ['list-deployments']);
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return fail('unexpectedAnswer', JSON.stringify(answer.value));
  const found = answer.value.map(decodeDeployment).filter((entry) => entry !== undefined);
  return { ok: true, value: found };
}

/**
 * The deployment to update: the wanted one, else the only one. No value means that the first is to be made.
 * Everything else is a problem, found before a version is spent.
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

// Without a version number clasp makes a new version of what was pushed, then points the deployment to it.
async function deployNewVersion(
  place: ProjectPlace,
  current: Deployment | undefined,
  description: string,
): Promise<Outcome<Deployed>> {
  const command = current ? ['update-deployment', current.deploymentId] : ['create-deployment'];
  const answer = await runClasp(place, [...command, '--description', description]);
  if (!answer.ok) return answer;
  const made = decodeDeployment(answer.value);
  const isSame = !current || made?.deploymentId === current.deploymentId;
  if (!made || !isSame || made.versionNumber <= (current?.versionNumber ?? 0))
    return fail('unexpectedAnswer', JSON.stringify(answer.value));
  const url = `https://script.google.com/macros/s/${made.deploymentId}/exec`;
  return { ok: true, value: { ...made, url } };
}

/**
 * Pushes `dist/`, makes a version of it and lets the same deployment answer with that version,
 * so the address that the platforms call stays. The deployment is remembered on this machine.
 */
export async function deployProject(
  place: ProjectPlace,
  options: DeployOptions,
): Promise<Outcome<Deployed>> {
  const pushed = await pushProject(place, options.scriptId);
  if (!pushed.ok) return pushed;
  const { project } = pushed.value;
  const found = await listVersioned(place);
  if (!found.ok) return found;
  const asked = options.deploymentId ?? place.env['PLANTAO_DEPLOYMENT_ID'];
  const wanted = asked ? extractId(asked) : project.deploymentId;
  const chosen = chooseDeployment(found.value, wanted, options.create ?? false);
  if (!chosen.ok) return chosen;
  const deployed = await deployNewVersion(place, chosen.value, options.description);
  if (deployed.ok)
    rememberProject(place, { ...project, deploymentId: deployed.value.deploymentId });
  return deployed;
}

/** `npm run deploy [-- --script-id ID] [--deployment ID] [--create]`: build, push, version, same address. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.deploy, args, async (values) => {
    const { version, commit } = readBuildInfo();
    await buildAll();
    const outcome = await deployProject(
      { root: projectRoot, env: process.env },
      {
        scriptId: values['script-id'],
        deploymentId: values.deployment,
        create: values.create,
        description: `Plantão ${version} (${commit})`,
      },
    );
    if (!outcome.ok) {
      console.error(describeProblem(outcome.problem));
      return 1;
    }
    console.log(`Versão / version ${outcome.value.versionNumber}`);
    console.log(outcome.value.url);
    return 0;
  });
}
