import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll } from './build';

/**
 * `npm run simulate -- --seed S --runs N`: builds the app, then runs seeded scenarios of it in the twin and checks that nothing is
 * lost, doubled or overwritten by something older. `--start long`: all of them on tabs of thousands of rows. `--crash-points`: every moment
 * of an execution's death instead.
 * The simulation itself lies in test/simulation.
 */
export async function main(args: string[]): Promise<number> {
  try {
    await buildAll();
    const program = await bundleSimulation();
    return await run(program, args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

async function bundleSimulation(): Promise<string> {
  const outfile = join(projectRoot, 'build', 'simulation.mjs');
  await build({
    entryPoints: [join(projectRoot, 'test', 'simulation', 'simulation.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
