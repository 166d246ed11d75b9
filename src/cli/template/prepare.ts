import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runClasp } from '../clasp';
import { isRecord, type ProjectPlace } from '../clasp-project';
import { makeSpreadsheet } from '../deploy/new-spreadsheet';
import { fail, type Outcome } from '../problems';

/** The spreadsheet that others copy. */
export interface Template {
  /** Of the spreadsheet. */
  readonly id: string;
  readonly scriptId: string;
}

/** What a template holds, by file: what a person would paste, so that a copy takes later versions by paste as well. */
export type TemplateFiles = Readonly<Record<string, string>>;

/** Where a machine remembers its template; git ignores it. */
const memory = '.clasp.local.template.json';

function readMemory({ root }: ProjectPlace): Outcome<Template | null> {
  const path = join(root, memory);
  if (!existsSync(path)) return { ok: true, value: null };
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { id, scriptId } = isRecord(parsed) ? parsed : {};
    return typeof id === 'string' && typeof scriptId === 'string'
      ? { ok: true, value: { id, scriptId } }
      : fail('unreadableProjectFile', memory);
  } catch {
    return fail('unreadableProjectFile', memory);
  }
}

async function findOrMake(place: ProjectPlace, title: string): Promise<Outcome<Template>> {
  const known = readMemory(place);
  if (!known.ok) return known;
  if (known.value !== null) return { ok: true, value: known.value };
  const made = await makeSpreadsheet(place, title);
  if (!made.ok) return made;
  const { id, scriptId } = made.value;
  // Before the code is sent: what Google refuses may be sent again, to the same spreadsheet.
  writeFileSync(join(place.root, memory), `${JSON.stringify({ id, scriptId }, null, 2)}\n`);
  return { ok: true, value: { id, scriptId } };
}

/**
 * Makes the spreadsheet with its script, or takes the remembered one, and sends it the code. It stays as Google made it, without tabs of
 * ours, triggers or secrets: those are made in each copy, by the person who owns it.
 */
export async function prepareTemplate(
  place: ProjectPlace,
  title: string,
  files: TemplateFiles,
): Promise<Outcome<Template>> {
  const template = await findOrMake(place, title);
  if (!template.ok) return template;
  const sent = await sendFiles(place, template.value, files);
  return sent.ok ? template : sent;
}

/** Sends exactly these files, from a folder of their own: that of the project belongs to `npm run push`. */
async function sendFiles(
  place: ProjectPlace,
  { scriptId }: Template,
  files: TemplateFiles,
): Promise<Outcome<null>> {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-template-'));
  try {
    for (const [name, path] of Object.entries(files)) cpSync(path, join(folder, name));
    const projectFile = join(folder, '.clasp.json');
    writeFileSync(projectFile, JSON.stringify({ scriptId, rootDir: '.' }));
    const answer = await runClasp(place, ['push', '--force'], projectFile);
    return answer.ok ? checkSent(answer.value, Object.keys(files)) : answer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Success is only what clasp lists: these files, or none when Google has them already. */
function checkSent(answer: unknown, expected: readonly string[]): Outcome<null> {
  if (!Array.isArray(answer)) return fail('unexpectedAnswer', JSON.stringify(answer));
  const sent = answer.map((path) => basename(String(path))).toSorted();
  const isSame = sent.length === 0 || sent.join() === expected.toSorted().join();
  return isSame ? { ok: true, value: null } : fail('wrongFiles', sent.join(', '));
}
