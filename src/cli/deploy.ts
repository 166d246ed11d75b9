import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll, readBuildInfo } from './build';
import type { BuildInfo } from './bundle-app';
import { placeOf } from './clasp-project';
import { commands } from './commands';
import { deployProject } from './deploy/deploy-project';
import { planDeployment } from './deploy/plan';
import { tellDeployed, tellPlan, tellVersions } from './deploy/tell';
import { networkCaller } from './deploy/verify';
import { readExtras } from './extras';
import { describeProblem, type Problem } from './problems';
import { runCommand } from './run-command';

/** `npm run deploy`: looks, builds, pushes, makes a version behind the same address, and calls it. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.deploy, args, async (values) => {
    const place = placeOf(values.to);
    const extras = readExtras(values.with);
    // An update to a scope that nobody has granted would stop the web app for everybody.
    if (extras.length > 0 && !values.authorised)
      return complain({ code: 'authoriseFirst', detail: '' });
    const plan = await planDeployment(place, {
      scriptId: values['script-id'],
      deploymentId: values.deployment,
      create: values.create,
      newTitle: values.new,
    });
    if (!plan.ok) return complain(plan.problem);
    const info = nameBuild();
    await buildAll(info, extras);
    if (values['dry-run']) {
      say(tellPlan(plan.value, readdirSync(join(projectRoot, 'dist'))));
      return 0;
    }
    say(tellVersions(plan.value.existing?.versions ?? { count: 0, deletable: [] }));
    const options = { info, newTitle: values.new ?? 'Plantão', caller: networkCaller };
    const deployed = await deployProject(place, plan.value, options);
    if (!deployed.ok) return complain(deployed.problem);
    say(tellDeployed(deployed.value, info.version));
    const { verified } = deployed.value;
    return verified?.ok === false ? complain(verified.problem) : 0;
  });
}

/** A name that no build had before, so that an answer proves that this one runs. */
function nameBuild(): BuildInfo {
  const { version, commit } = readBuildInfo();
  return { version, commit: `${commit}.${randomBytes(4).toString('hex')}` };
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

function complain(problem: Problem): number {
  console.error(describeProblem(problem));
  return 1;
}
