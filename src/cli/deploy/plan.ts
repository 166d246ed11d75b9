import { extractId, findProject, type LocalProject, type ProjectPlace } from '../clasp-project';
import { fail, type Outcome } from '../problems';
import { chooseDeployment, listDeployments, type Deployment } from './deployments';
import { checkSignIn } from './sign-in';
import { listVersions, type Versions } from './versions';

/** What somebody asked of a deployment. */
export interface Wish {
  readonly scriptId?: string | undefined;
  /** Id or address of the deployment to update; without it the remembered one, else the only one. */
  readonly deploymentId?: string | undefined;
  /** Makes the first deployment when the project has none. */
  readonly create?: boolean | undefined;
  /** Makes a new spreadsheet of that name first. */
  readonly newTitle?: string | undefined;
}

/** What will be done; found out without changing anything. */
export interface Plan {
  /** The account that clasp is signed in with. */
  readonly account: string;
  /** What is there already; null: a new spreadsheet is made. */
  readonly existing: Existing | null;
}

interface Existing {
  readonly project: LocalProject;
  /** The deployment to update; undefined: the first one is made. */
  readonly deployment: Deployment | undefined;
  readonly versions: Versions;
}

/** Looks whether everything is there that a deployment needs. Only reads. */
export async function planDeployment(place: ProjectPlace, wish: Wish): Promise<Outcome<Plan>> {
  const account = await checkSignIn(place);
  if (!account.ok) return account;
  const project = findProject(place, wish.scriptId);
  if (wish.newTitle !== undefined) {
    if (project.ok) return fail('alreadyLinked', project.value.scriptId);
    return project.problem.code === 'noScriptId'
      ? { ok: true, value: { account: account.value, existing: null } }
      : project;
  }
  if (!project.ok) return project;
  const existing = await findExisting(place, wish, project.value);
  return existing.ok
    ? { ok: true, value: { account: account.value, existing: existing.value } }
    : existing;
}

async function findExisting(
  place: ProjectPlace,
  wish: Wish,
  project: LocalProject,
): Promise<Outcome<Existing>> {
  const found = await listDeployments(place, project.scriptId);
  if (!found.ok) return found;
  const asked = wish.deploymentId ?? place.env['PLANTAO_DEPLOYMENT_ID'];
  const wanted = asked ? extractId(asked) : project.deploymentId;
  const deployment = chooseDeployment(found.value, wanted, wish.create ?? false);
  if (!deployment.ok) return deployment;
  const versions = await listVersions(place, project.scriptId, found.value);
  if (!versions.ok) return versions;
  return { ok: true, value: { project, deployment: deployment.value, versions: versions.value } };
}
