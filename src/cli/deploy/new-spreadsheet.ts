import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runClasp } from '../clasp';
import { isRecord, type ProjectPlace } from '../clasp-project';
import { fail, type Outcome } from '../problems';

/** A spreadsheet that was just made, with an empty script of its own. */
export interface NewSpreadsheet {
  readonly scriptId: string;
  /** Of the spreadsheet. */
  readonly id: string;
  readonly url: string;
}

/**
 * Makes a spreadsheet with a script bound to it. clasp writes the new project's files over those of its folder, so it works in an empty
 * one: in ours it would put Google's manifest over the build's.
 */
export async function makeSpreadsheet(
  place: ProjectPlace,
  title: string,
): Promise<Outcome<NewSpreadsheet>> {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-new-'));
  try {
    const projectFile = join(folder, '.clasp.json');
    writeFileSync(projectFile, '{ "rootDir": "." }');
    const args = ['create-script', '--type', 'sheets', '--title', title, '--rootDir', '.'];
    const answer = await runClasp(place, args, projectFile);
    return answer.ok ? decodeSpreadsheet(answer.value) : answer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function decodeSpreadsheet(value: unknown): Outcome<NewSpreadsheet> {
  const { scriptId, parentId } = isRecord(value) ? value : {};
  if (typeof scriptId !== 'string' || typeof parentId !== 'string')
    return fail('unexpectedAnswer', JSON.stringify(value));
  const url = `https://docs.google.com/spreadsheets/d/${parentId}/edit`;
  return { ok: true, value: { scriptId, id: parentId, url } };
}
