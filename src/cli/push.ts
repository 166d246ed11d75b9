import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildAll, readBuildInfo } from './build';
import { runClasp } from './clasp';
import { findProject, placeOf, tryProject } from './clasp-project';
import type { LocalProject, ProjectPlace } from './clasp-project';
import { commands } from './commands';
import { readExtras } from './extras';
import { describeProblem, fail } from './problems';
import type { Outcome } from './problems';
import { runCommand } from './run-command';

/** A push that Google took: the project and the file names now there. */
export interface Pushed {
  readonly project: LocalProject;
  readonly fileNames: readonly string[];
}

/**
 * Sends `dist/` to the Google project, replacing what is there, and remembers the project on this machine once Google took it.
 * Success is only what clasp lists: exactly the files of `dist/`, or an empty list when Google already has them.
 */
export async function pushProject(
  place: ProjectPlace,
  scriptId?: string,
): Promise<Outcome<Pushed>> {
  const project = findProject(place, scriptId);
  if (!project.ok) return project;
  return tryProject(place, project.value, async (projectFile) => {
    const answer = await runClasp(place, ['push', '--force'], projectFile);
    if (!answer.ok) return answer;
    const fileNames = readdirSync(join(place.root, 'dist')).toSorted();
    return checkSent(answer.value, { project: project.value, fileNames });
  });
}

function checkSent(answer: unknown, expected: Pushed): Outcome<Pushed> {
  if (!Array.isArray(answer)) return fail('unexpectedAnswer', JSON.stringify(answer));
  const sent = answer.map((path) => basename(String(path))).toSorted();
  if (sent.length > 0 && sent.join() !== expected.fileNames.join())
    return fail('wrongFiles', sent.join(', '));
  return { ok: true, value: expected };
}

/** `npm run push [-- --script-id ID]`: builds, then sends the build to the spreadsheet's project. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.push, args, async ({ 'script-id': scriptId, to, with: wanted }) => {
    const place = placeOf(to);
    const extras = readExtras(wanted);
    await buildAll(readBuildInfo(), extras);
    const outcome = await pushProject(place, scriptId);
    if (!outcome.ok) {
      console.error(describeProblem(outcome.problem));
      return 1;
    }
    console.log(`Enviado / pushed: ${outcome.value.fileNames.join(', ')}`);
    console.log(`https://script.google.com/d/${outcome.value.project.scriptId}/edit`);
    if (extras.length > 0) console.log(describeProblem({ code: 'authoriseFirst', detail: '' }));
    return 0;
  });
}
