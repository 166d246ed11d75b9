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
  /** Where it must show: in random runs, in a story, or at the crash points of a victim in a company. */
  readonly shows:
    'runs' | { readonly story: string } | { readonly victim: string; readonly company: string };
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
    shows: 'runs',
    patches: [
      { file: hold, find: '    services.workbook.flush();\n', put: '' },
      { file: commit, find: flushThenEmpty, put: empty },
    ],
  },
  {
    name: 'release without a flush when something throws',
    shows: { victim: 'evolvy.message_created', company: 'overtaken while it spills' },
    patches: [
      {
        file: hold,
        find: `  try {
    return work();
  } finally {
    services.workbook.flush();
    services.lock.release();
  }
`,
        put: `  let isDone = false;
  try {
    const result = work();
    isDone = true;
    return result;
  } finally {
    if (isDone) services.workbook.flush();
    services.lock.release();
  }
`,
      },
    ],
  },
  {
    name: 'no second look after the release',
    shows: { victim: 'huggy.agentChangedStatus', company: 'beside a holder' },
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
    shows: { victim: 'huggy.agentChangedStatus', company: 'with two that wait' },
    patches: [
      { file: commit, find: flushThenEmpty, put: `${empty}  services.workbook.flush();\n` },
    ],
  },
  {
    name: 'the lock is not respected',
    shows: 'runs',
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
    shows: { victim: 'sweep', company: 'overtaken after its first look' },
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
    shows: 'runs',
    patches: [
      {
        file: 'intake/waiting-room.ts',
        find: '`${prefix}${request.id}.${part}`',
        put: '`${prefix}${request.connectionId}.${part}`',
      },
    ],
  },
  {
    name: 'what the waiting room refuses is taken for stored',
    shows: { victim: 'huggy.agentChangedStatus', company: 'beside a holder' },
    patches: [
      {
        file: 'intake/waiting-room.ts',
        find: `    putChunks(services, request, packed);
    return true;
  } catch {
    return false;
`,
        put: `    putChunks(services, request, packed);
    return true;
  } catch {
    return true;
`,
      },
    ],
  },
  {
    name: 'a row number is trusted without its key',
    shows: { victim: 'huggy.agentChangedStatus', company: 'after a person sorted' },
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
    shows: 'runs',
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
    shows: 'runs',
    patches: [
      {
        file: 'projections/state.ts',
        find: 'keepHolding(rulesOf(entity), uniteSayings([...a.sayings, ...b.sayings]))',
        put: '(b.sayings.length > 0 ? b.sayings : a.sayings)',
      },
    ],
  },
  {
    name: 'a log does not look for its key',
    shows: 'runs',
    patches: [
      {
        file: 'intake/write-changes.ts',
        find: "  if (place.kind === 'row') return [];\n",
        put: '',
      },
    ],
  },
  {
    name: 'an old block at the bottom is taken for the newest',
    shows: { story: 'the newest row of a long tab sorted to its top' },
    patches: [
      {
        file: 'tabs/open-tab.ts',
        find: 'windowFromMs: newestRun(keyRows, record)?.fromMs ?? Infinity,',
        put: 'windowFromMs: keyRows[0]?.writtenAtMs ?? Infinity,',
      },
    ],
  },
  {
    name: 'births ahead of our clock are forgotten',
    shows: { story: 'a birth ahead of our clock, sorted to the top of a long tab' },
    patches: [
      {
        file: 'tabs/locate.ts',
        find: '!isAhead(open.record, key, createdAtMs);',
        put: 'open.record.last >= 0;',
      },
    ],
  },
  {
    name: 'the time a message was sent at is taken for its birth',
    shows: { story: 'an old message is heard of again' },
    patches: [
      {
        file: 'projections/plan.ts',
        find: 'createdAtMs: fact.bornAtMs ?? null,',
        put: 'createdAtMs: fact.bornAtMs ?? fact.atMs,',
      },
    ],
  },
  {
    name: 'hidden columns are made anew instead of moved',
    shows: { story: 'after userPartsHidden' },
    patches: [
      {
        file: 'tabs/mend-tab.ts',
        find: '  const from = places.get(name);\n',
        put: '  const from = undefined;\n',
      },
    ],
  },
  {
    name: 'a header that a sort took along stays where it is',
    shows: { story: 'after userSortsAll' },
    patches: [
      {
        file: 'tabs/settle-header.ts',
        find: '  sheet.moveRow(headerRow, highest);\n  return highest;\n',
        put: '  return headerRow;\n',
      },
      {
        file: 'tabs/open-tab.ts',
        find: "(row) => (row[keyColumn - 1] ?? '') !== ''",
        put: "(row) => row[keyColumn - 1] === 'never'",
      },
    ],
  },
  {
    name: 'copies are known by the cache only',
    shows: 'runs',
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
