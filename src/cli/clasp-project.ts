import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';
import { fail } from './problems';
import type { Outcome } from './problems';
import { StartFailure } from './start-failure';

/** The spreadsheets that one machine works with. */
const targets = ['prod', 'dev'] as const;

type Target = (typeof targets)[number];

/** The folder whose `dist/` is pushed, the environment that clasp gets, and which spreadsheet is meant (`prod` unless told). */
export interface ProjectPlace {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly target?: Target;
}

/**
 * This project, for the spreadsheet of that name.
 * @throws {StartFailure} when there is no such name
 */
export function placeOf(name: string): ProjectPlace {
  const target = targets.find((one) => one === name);
  if (target === undefined) throw new StartFailure('badValue', `--to ${name}`, targets.join(', '));
  return { root: projectRoot, env: process.env, target };
}

/** What this machine remembers of the Google project, in a file that git ignores. */
export interface LocalProject {
  readonly scriptId: string;
  readonly deploymentId?: string;
}

/** clasp reads this file in place of .clasp.json, which is shared and has no script ID. */
export const localFileOf = ({ target }: ProjectPlace): string =>
  target === 'dev' ? '.clasp.local.dev.json' : '.clasp.local.json';
/** The same for a project that has not taken anything yet. */
const triedFileName = '.clasp.tried.json';

/** Whether a JSON value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textField(record: Record<string, unknown>, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readProjectFile(root: string, name: string): Outcome<Record<string, unknown>> {
  const path = join(root, name);
  if (!existsSync(path)) return { ok: true, value: {} };
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(parsed) ? { ok: true, value: parsed } : fail('unreadableProjectFile', name);
  } catch {
    return fail('unreadableProjectFile', name);
  }
}

/** The ID inside a pasted editor or web app address; anything else unchanged. */
export function extractId(pasted: string): string {
  return /\/(?:projects|s|d)\/([\w-]{10,})/.exec(pasted)?.[1] ?? pasted.trim();
}

/**
 * The Google project to work with: the given ID, else PLANTAO_SCRIPT_ID, else what was remembered,
 * else what `clasp create-script` wrote. The deployment is remembered only for the same project.
 */
export function findProject(place: ProjectPlace, givenScriptId?: string): Outcome<LocalProject> {
  const local = readProjectFile(place.root, localFileOf(place));
  if (!local.ok) return local;
  const shared = readProjectFile(place.root, '.clasp.json');
  if (!shared.ok) return shared;
  const remembered = textField(local.value, 'scriptId');
  const asked = givenScriptId ?? place.env['PLANTAO_SCRIPT_ID'];
  const scriptId = asked ? extractId(asked) : (remembered ?? textField(shared.value, 'scriptId'));
  if (scriptId === undefined) return fail('noScriptId');
  const deploymentId = scriptId === remembered ? textField(local.value, 'deploymentId') : undefined;
  return { ok: true, value: { scriptId, ...(deploymentId !== undefined && { deploymentId }) } };
}

function writeProject(place: ProjectPlace, fileName: string, project: LocalProject): void {
  const text = JSON.stringify({ ...project, rootDir: 'dist' }, null, 2);
  writeFileSync(join(place.root, fileName), `${text}\n`);
}

/** Writes the local file, which is also the project file that clasp reads. */
export function rememberProject(place: ProjectPlace, project: LocalProject): void {
  writeProject(place, localFileOf(place), project);
}

/** Does something with a project, by the project file that clasp is to read, and remembers the project only if it went well. */
export async function tryProject<T>(
  place: ProjectPlace,
  project: LocalProject,
  work: (projectFile: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  writeProject(place, triedFileName, project);
  try {
    const outcome = await work(triedFileName);
    if (outcome.ok) rememberProject(place, project);
    return outcome;
  } finally {
    rmSync(join(place.root, triedFileName), { force: true });
  }
}
