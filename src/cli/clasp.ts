import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { localFileOf } from './clasp-project';
import type { ProjectPlace } from './clasp-project';
import { recogniseProblem } from './problems';
import type { Outcome } from './problems';

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

function runNode(place: ProjectPlace, args: readonly string[]): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: place.root,
      env: place.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', () => resolve({ stdout, stderr }));
  });
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/**
 * Runs a command of the real clasp and gives the JSON it printed. The exit code is not looked at:
 * clasp 3.4.1 exits with 0 on refused deployments, skipped pushes and wrong options, so only the
 * expected output counts. Output that is no JSON, or none, is a problem. `projectFile`: where the project stands, the remembered one
 * unless told; a path from the folder, or an absolute one.
 */
export async function runClasp(
  place: ProjectPlace,
  args: readonly string[],
  projectFile: string = localFileOf(place),
): Promise<Outcome<unknown>> {
  const require = createRequire(import.meta.url);
  const output = await runNode(place, [
    require.resolve('@google/clasp'),
    '--json',
    '--project',
    path.resolve(place.root, projectFile),
    ...args,
  ]);
  const value = parseJson(output.stdout);
  if (value !== undefined) return { ok: true, value };
  const said = output.stderr.trim() || output.stdout.trim();
  return {
    ok: false,
    problem: said === '' ? { code: 'nothingDone', detail: '' } : recogniseProblem(said),
  };
}
