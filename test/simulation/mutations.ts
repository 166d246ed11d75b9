import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleApp } from '../../src/cli/bundle-app';
import { entryPoints } from '../../src/cli/entry-points';
import { projectRoot } from '../../src/twin/runtime/project-root';

/** One place of the sources that a mutation changes; the text must stand there exactly once. */
interface Patch {
  /** File below `src/`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** A fault that a careless change could bring in. */
export interface Mutation {
  readonly name: string;
  readonly patches: readonly Patch[];
}

const hold = 'intake/hold.ts';
const commit = 'intake/commit.ts';
const flushThenEmpty = `  services.workbook.flush();
  emptyHeads(
    services,
    waiting.map(({ id }) => id),
  );
`;
const empty = flushThenEmpty.replace('  services.workbook.flush();\n', '');
const begin = `  // Forget what an earlier read left behind: another execution may have written since.
  services.workbook.flush();
`;

export const mutations: readonly Mutation[] = [
  {
    name: 'no flush before the release',
    patches: [
      { file: hold, find: '    services.workbook.flush();\n', put: '' },
      { file: commit, find: flushThenEmpty, put: empty },
    ],
  },
  {
    name: 'release without a flush when something throws',
    patches: [
      {
        file: hold,
        find: '    work();\n',
        put: '    try { work(); } catch (error) { services.lock.release(); throw error; }\n',
      },
      {
        file: hold,
        find: '    services.workbook.flush();\n    services.lock.release();\n',
        put: '    if (services.hold) services.workbook.flush();\n',
      },
    ],
  },
  {
    name: 'no second look after the release',
    patches: [
      {
        file: 'intake/receive.ts',
        find: '    if (!hasWaiting(services.properties.getAll())) return;\n',
        put: '    return;\n',
      },
    ],
  },
  {
    name: 'heads are emptied before the flush',
    patches: [
      { file: commit, find: flushThenEmpty, put: `${empty}  services.workbook.flush();\n` },
    ],
  },
  {
    name: 'the lock is not respected',
    patches: [
      {
        file: 'platform/google-stores.ts',
        find: 'return lock.tryLock(waitMs);',
        put: 'lock.tryLock(waitMs); return true;',
      },
    ],
  },
  {
    name: 'no flush after taking the lock',
    patches: [
      { file: commit, find: begin, put: '' },
      {
        file: 'intake/sweep.ts',
        find: '    services.workbook.flush();\n    const next = sweepOrRepair(services);\n',
        put: '    const next = sweepOrRepair(services);\n',
      },
    ],
  },
  {
    name: 'keys of the waiting room are used again',
    patches: [
      {
        file: 'intake/waiting-room.ts',
        find: '`${prefix}${request.id}.${part}`',
        put: '`${prefix}${request.connectionId}.${part}`',
      },
    ],
  },
  {
    name: 'the head is written before the chunks',
    patches: [
      {
        file: 'intake/waiting-room.ts',
        find: '  services.properties.setMany(Object.fromEntries(entries));\n',
        put: "  services.properties.set(key('h'), JSON.stringify({ ...head, n: chunks.length }));\n  services.properties.setMany(Object.fromEntries(entries));\n",
      },
    ],
  },
  {
    name: 'a row number is trusted without its key',
    patches: [
      {
        file: 'tabs/write-rows.ts',
        find: '  return { row, number, writtenAtMs };\n',
        put: '  return { row: row > 0 ? number + 1 : row, number, writtenAtMs };\n',
      },
    ],
  },
  {
    name: 'a row is overwritten instead of merged',
    patches: [
      {
        file: 'intake/write-changes.ts',
        find: 'existing === null ? emptyState : parseState(existing.state)',
        put: 'existing === null ? emptyState : parseState("")',
      },
    ],
  },
  {
    name: 'what comes later wins, not what is newer',
    patches: [
      {
        file: 'projections/state.ts',
        find: 'keepNewest(uniteSayings([...a.sayings, ...b.sayings]))',
        put: '(b.sayings.length > 0 ? b.sayings : keepNewest(uniteSayings(a.sayings)))',
      },
    ],
  },
  {
    name: 'a log does not look for its key',
    patches: [
      {
        file: 'intake/write-changes.ts',
        find: "  if (place.kind === 'row') return [];\n",
        put: '',
      },
    ],
  },
  {
    name: 'copies are known by the cache only',
    patches: [
      {
        file: commit,
        find: '  const journaled = recentRequestIds(journal, recentRows);\n',
        put: "  const cache = CacheService.getScriptCache();\n  const journaled = new Set(waiting.map(({ id }) => id).filter((id) => cache.get('done.' + id) !== null));\n",
      },
      {
        file: commit,
        find: flushThenEmpty,
        put: `  services.workbook.flush();\n  for (const { id } of waiting) services.cache.put('done.' + id, '1', 600);\n${empty}`,
      },
    ],
  },
];

/**
 * Builds the app with a mutation in it.
 * @throws {Error} when a patch's text does not stand exactly once in its file: then the mutation must be written anew
 */
export async function buildMutant({ name, patches }: Mutation): Promise<string> {
  const sourceFolder = join(projectRoot, 'src');
  const changed = new Map<string, string>();
  for (const { file, find, put } of patches) {
    const path = join(sourceFolder, file);
    const text = changed.get(path) ?? readFileSync(path, 'utf8');
    const parts = text.split(find);
    if (parts.length !== 2)
      throw new Error(`"${name}": its text stands ${parts.length - 1} times in ${file}`);
    changed.set(path, parts.join(put));
  }
  return bundleApp({
    sourceFolder,
    entryPoints,
    info: { version: 'mutant', commit: 'mutant' },
    pages: {},
    plugins: [
      {
        name: 'mutation',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = changed.get(path);
            return contents === undefined ? undefined : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
}
