import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll } from './build';
import { runClasp } from './clasp';
import { findProject, rememberProject } from './clasp-project';
import type { LocalProject, ProjectPlace } from './clasp-project';
import { describeProblem, fail } from './problems';
import type { Outcome } from './problems';

/** A push that Google took: the project and the file names now there. */
export interface Pushed {
  readonly project: LocalProject;
  readonly fileNames: readonly string[];
}

/**
 * Sends `dist/` to the Google project, replacing what is there, and remembers the project on this machine.
 * Success is only what clasp lists: exactly the files of `dist/`, or an empty list when Google already has them.
 */
export async function pushProject(
  place: ProjectPlace,
  scriptId?: string,
): Promise<Outcome<Pushed>> {
  const project = findProject(place, scriptId);
  if (!project.ok) return project;
  rememberProject(place, project.value);
  const answer = await runClasp(place, ['push', '--force']);
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return fail('unexpectedAnswer', JSON.stringify(answer.value));
  const sent = answer.value.map((path) => basename(String(path))).toSorted();
  const fileNames = readdirSync(join(place.root, 'dist')).toSorted();
  if (sent.length > 0 && sent.join() !== fileNames.join())
    return fail('wrongFiles', sent.join(', '));
  return { ok: true, value: { project: project.value, fileNames } };
}

/** `npm run push [-- --script-id ID]`: builds, then sends the build to the spreadsheet's project. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { 'script-id': { type: 'string' } } });
  await buildAll();
  const outcome = await pushProject({ root: projectRoot, env: process.env }, values['script-id']);
  if (!outcome.ok) {
    console.error(describeProblem(outcome.problem));
    return 1;
  }
  console.log(`Enviado / pushed: ${outcome.value.fileNames.join(', ')}`);
  console.log(`https://script.google.com/d/${outcome.value.project.scriptId}/edit`);
  return 0;
}
