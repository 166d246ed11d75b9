import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll } from './build';
import { openSubject, type SubjectName } from './bench/subject';
import { runLoad, type Load } from './bench/loads';

export async function main(args: string[]): Promise<number> {
  await buildAll();
  for (const name of ['unlocked', 'locked']) {
    const dir = join(projectRoot, 'build', 'bench', name);
    mkdirSync(dir, { recursive: true });
    cpSync(join(projectRoot, 'src/cli/bench/baselines', `${name}.js`), join(dir, 'Code.js'));
  }
  const [name = 'ours', kind = 'idle', n = '20', d = '20'] = args;
  const load: Load =
    kind === 'idle'
      ? { kind, events: Number(n) }
      : kind === 'burst'
        ? { kind, events: Number(n), overS: Number(d) }
        : { kind: 'closedLoop', senders: Number(n), durationS: Number(d) };
  const t = performance.now();
  const s = await openSubject(name as SubjectName, { seed: 'try' });
  console.log('open', performance.now() - t);
  console.log(await runLoad(s, load, 'try'), Math.round(performance.now() - t));
  console.log(
    [...s.seam.counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 30)
      .map(([k, v]) => `${k} ${v}`)
      .join('\n'),
  );
  await s.stop();
  return 0;
}
