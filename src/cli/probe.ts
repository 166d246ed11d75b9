import { readFileSync } from 'node:fs';
import { buildAll } from './build';
import { commands } from './commands';
import { compareReport } from './probe/compare';
import { parseReport } from '../probe/parse-report';
import { tellComparison } from './probe/tell';
import { runCommand } from './run-command';
import { StartFailure } from './start-failure';

/** `npm run probe`: builds the file to paste. `npm run probe -- FILE`: says what a probe's JSON asks to change in the twin. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.probe, args, async (_values, [file]) => {
    if (file !== undefined) {
      const report = parseReport(readFileSync(file, 'utf8'));
      if (report === null) throw new StartFailure('noReport', file);
      console.log(tellComparison(report, compareReport(report)));
      return 0;
    }
    await buildAll();
    console.log('dist-paste/Sonda.gs\ndocs/sonda.md');
    return 0;
  });
}
