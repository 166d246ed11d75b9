import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll } from './build';
import { bundleForNode } from './bundle-for-node.mjs';
import { commands } from './commands';
import { runCommand } from './run-command';

/**
 * `npm run simulate -- --seed S --runs N`: builds the app, then runs seeded scenarios of it in the twin and checks that nothing is
 * lost, doubled or overwritten by something older. `--start long`: all of them on tabs of thousands of rows. `--crash-points`: every moment
 * of an execution's death instead.
 * The simulation itself lies in test/simulation.
 */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.simulate, args, async () => {
    await buildAll();
    const program = join(projectRoot, 'test', 'simulation', 'simulation.ts');
    return run(await bundleForNode(program), args);
  });
}

function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
