import { parseArgs } from 'node:util';
import { buildAll, readBuildInfo } from './build';
import { runClasp } from './clasp';
import { extractId, isRecord, rememberProject } from './clasp-project';
import type { ProjectPlace } from './clasp-project';
import { describeProblem, fail } from './problems';
import type { Outcome } from './problems';
import { findProjectRoot } from './project-root.mjs';
import { pushProject } from './push';

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

interface Deployment {
  readonly deploymentId: string;
  readonly versionNumber: number;
}

// The development deployment has no version and cannot be updated.
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

function chooseDeployment(
  found: readonly Deployment[],
  wanted: string | undefined,
  create: boolean,
): Outcome<string | undefined> {
  const ids = found.map((entry) => entry.deploymentId);
  if (wanted !== undefined)
    return ids.includes(wanted) ? { ok: true, value: wanted } : fail('unknownDeployment', wanted);
  if (ids.length > 1) return fail('severalDeployments', ids.join(', '));
  if (ids.length === 0 && !create) return fail('noDeployment');
  return { ok: true, value: ids[0] };
}

async function createVersion(place: ProjectPlace, description: string): Promise<Outcome<number>> {
  const answer = await runClasp(place, ['create-version', description]);
  if (!answer.ok) return answer;
  const number = isRecord(answer.value) ? answer.value['versionNumber'] : undefined;
  const valid = typeof number === 'number' && number > 0;
  return valid
    ? { ok: true, value: number }
    : fail('unexpectedAnswer', JSON.stringify(answer.value));
}

async function pointToVersion(
  place: ProjectPlace,
  target: { deploymentId: string | undefined; versionNumber: number; description: string },
): Promise<Outcome<Deployed>> {
  const command =
    target.deploymentId === undefined
      ? ['create-deployment']
      : ['update-deployment', target.deploymentId];
  const details = [
    '--versionNumber',
    String(target.versionNumber),
    '--description',
    target.description,
  ];
  const answer = await runClasp(place, [...command, ...details]);
  if (!answer.ok) return answer;
  const made = decodeDeployment(answer.value);
  const sameId = target.deploymentId === undefined || made?.deploymentId === target.deploymentId;
  if (made === undefined || !sameId || made.versionNumber !== target.versionNumber)
    return fail('unexpectedAnswer', JSON.stringify(answer.value));
  return {
    ok: true,
    value: { ...made, url: `https://script.google.com/macros/s/${made.deploymentId}/exec` },
  };
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
  const version = await createVersion(place, options.description);
  if (!version.ok) return version;
  const target = {
    deploymentId: chosen.value,
    versionNumber: version.value,
    description: options.description,
  };
  const deployed = await pointToVersion(place, target);
  if (deployed.ok)
    rememberProject(place, {
      scriptId: project.scriptId,
      deploymentId: deployed.value.deploymentId,
    });
  return deployed;
}

function readOptions(args: readonly string[]): Omit<DeployOptions, 'description'> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'script-id': { type: 'string' },
      deployment: { type: 'string' },
      create: { type: 'boolean' },
    },
  });
  return { scriptId: values['script-id'], deploymentId: values.deployment, create: values.create };
}

/** `npm run deploy [-- --script-id ID] [--deployment ID] [--create]`: build, push, version, same address. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const root = findProjectRoot();
  const { version, commit } = readBuildInfo(root);
  await buildAll();
  const description = `Plantão ${version} (${commit})`;
  const outcome = await deployProject({ root, env: process.env }, { ...options, description });
  if (!outcome.ok) {
    console.error(describeProblem(outcome.problem));
    return 1;
  }
  console.log(`Versão / version ${outcome.value.versionNumber}`);
  console.log(outcome.value.url);
  return 0;
}
