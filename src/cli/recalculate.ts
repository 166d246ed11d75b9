import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildAll } from './build';
import { commands } from './commands';
import { openStage } from './demo/stage';
import { compare, presentOf, type Comparison } from './recalculate/compare';
import { openExcelFile, type Result } from './recalculate/excel-file';
import { withoutResults } from './recalculate/without-results';
import { runCommand } from './run-command';
import { StartFailure } from './start-failure';

const run = promisify(execFile);
/** The pictures' Tuesday, 11:22 in GMT-3. */
const presentMs = Date.UTC(2026, 10, 24, 14, 22);
const mostShown = 20;
const longest = 120;

/**
 * `npm run recalculate`: the demonstration's spreadsheet is opened in LibreOffice, which reckons every formula anew, and both are
 * compared. LibreOffice is no part of the project: `apt-get install libreoffice-calc-nogui`.
 */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.recalculate, args, async ({ days, locale, office }) => {
    await run(office, ['--version']).catch(() => {
      throw new StartFailure('noOffice', office);
    });
    await buildAll();
    const options = { seed: 'plantao', days: Number(days), presentMs, locale, port: 0 };
    const stage = await openStage(options);
    try {
      await stage.playPast(() => undefined);
      const written = await stage.twin.writeXlsx();
      const ours = await openExcelFile(written);
      const reckoned = await reckon(office, withoutResults(written, presentOf(ours)));
      return tell(compare(ours, await openExcelFile(reckoned)));
    } finally {
      await stage.stop();
    }
  });
}

/** What LibreOffice makes of a file. */
async function reckon(office: string, bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'plantao-recalculate-'));
  try {
    const [file, out] = [join(folder, 'plantao.xlsx'), join(folder, 'out')];
    await mkdir(out);
    await writeFile(file, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file];
    await run(office, options);
    return await readFile(join(out, 'plantao.xlsx'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const shorten = (value: Result): string => String(value).slice(0, longest);

function tell({ compared, skipped, differences }: Comparison): number {
  for (const { place, formula, result, theirs } of differences.slice(0, mostShown))
    console.log(`${place}: ${shorten(result)} ≠ ${shorten(theirs)}  =${shorten(formula)}`);
  const left = `${skipped} left out, which tell how long a sheet is`;
  console.log(`${compared} formulas, ${differences.length} differ; ${left}.`);
  return differences.length === 0 && compared > 0 ? 0 : 1;
}
