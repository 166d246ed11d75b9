import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listImports, listSources, root } from './source-files';

/**
 * The rooms of the app from the bottom up. A room may import from those above it in this list that its line names; the same table is
 * in docs/architecture.md.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  events: [],
  vendors: ['events'],
  sheets: ['platform', 'events'],
  projections: ['events'],
  measures: ['events', 'projections'],
  tabs: ['platform', 'events', 'sheets', 'projections'],
  budget: ['platform'],
  alarms: ['platform', 'events', 'measures'],
  masks: ['platform', 'events', 'vendors', 'projections'],
  choices: ['events', 'vendors', 'sheets', 'projections', 'tabs', 'masks'],
  settings: [
    'platform',
    'events',
    'vendors',
    'sheets',
    'projections',
    'measures',
    'tabs',
    'choices',
    'budget',
    'masks',
    'alarms',
  ],
  rows: ['events', 'sheets', 'projections', 'tabs', 'choices'],
};
const base = Object.keys(rooms);
const intake: Readonly<Record<string, readonly string[]>> = {
  'intake/journal': [],
  'intake/judge': ['journal'],
  'intake/write': [],
  'intake/repair': ['journal', 'write'],
  'intake/waiting': ['journal'],
  'intake/commit': ['journal', 'judge', 'write', 'repair', 'waiting'],
  'intake/books': ['journal', 'write', 'repair', 'commit'],
  'intake/replay': ['journal', 'judge', 'write', 'repair', 'commit', 'books'],
  'intake/upgrade': ['journal', 'repair', 'books', 'replay'],
  'intake/self-check': ['journal', 'write', 'repair', 'replay'],
  'intake/totals': ['write'],
  'intake/views': ['write', 'repair', 'totals'],
  'intake/sweep': [
    'journal',
    'write',
    'repair',
    'waiting',
    'commit',
    'books',
    'replay',
    'upgrade',
    'self-check',
    'totals',
    'views',
  ],
  'intake/door': ['journal', 'judge', 'commit', 'books'],
};
const received = [...base, ...Object.keys(intake)];
const app = [
  ...received,
  'sync/jobs',
  'privacy',
  'archive',
  'warehouse',
  'sync/fetch',
  'sync/poll',
  'sync/reconcile',
  'sync/weni',
  'sync/alarms',
  'sync',
];

/** Which folders of src a folder may import from, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...rooms,
  ...Object.fromEntries(
    Object.entries(intake).map(([room, below]) => [
      room,
      [...base, ...below.map((name) => `intake/${name}`)],
    ]),
  ),
  'sync/jobs': received,
  privacy: [...received, 'sync/jobs'],
  archive: [...received, 'sync/jobs', 'privacy'],
  // Only in a build with BigQuery.
  warehouse: [...received, 'sync/jobs', 'privacy', 'archive'],
  'sync/fetch': [...received, 'sync/jobs'],
  'sync/reconcile': [...received, 'sync/jobs', 'sync/fetch'],
  'sync/weni': [...received, 'sync/jobs'],
  'sync/alarms': [...received, 'sync/jobs'],
  'sync/poll': [...received, 'sync/jobs', 'sync/fetch'],
  sync: [
    ...received,
    'sync/jobs',
    'privacy',
    'warehouse',
    'sync/fetch',
    'sync/poll',
    'sync/reconcile',
    'sync/weni',
    'sync/alarms',
  ],
  doctor: app,
  panel: [...app, 'doctor'],
  'panel/client': [],
  'main.ts': [...app, 'doctor', 'panel'],
  // The same rows elsewhere: from a body to its rows, without a sheet.
  library: [...base, 'intake/journal', 'intake/judge'],
  // What is pasted by itself: it measures Google's services, so it names them.
  probe: [],
  twin: [],
  'twin/viewer': ['twin'],
  cli: ['twin', 'probe'],
};

// Data that the commands show too: the panel's texts, the tables that pages of docs/ are made from, the names that the build makes
// global, and how connections are stored and addressed (for the try-out).
const alsoAllowed = [
  'src/panel/texts',
  'src/panel/entry-names',
  'src/panel/connection-urls',
  'src/settings/config',
  'src/vendors/registry',
  'src/sheets/',
  'src/tabs/',
  'src/events/',
]
  .map((to) => ({ from: 'cli', to }))
  // Both ends of the archive mark lines in the same way; Painel and the board for a TV shorten names in the same way.
  .concat(
    ['short-hash', 'short-name'].map((name) => ({
      from: 'panel/client',
      to: `src/events/${name}`,
    })),
  );

function folderOf(path: string): string {
  const inside = path.replace(/^src\//, '');
  const [first = '', second = ''] = inside.split('/');
  const nested = `${first}/${second}`;
  return nested in mayImport ? nested : first;
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const finished = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

const graph = new Map(listSources().map((path) => [path, listImports(path)]));
const arrows = [...graph].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));

describe('layers', () => {
  it('every folder of src stands in the table', () => {
    expect(
      [...new Set([...graph.keys()].map(folderOf))].filter((name) => !(name in mayImport)),
    ).toEqual([]);
    expect(graph.size).toBeGreaterThan(20);
  });

  it('no room knows one that stands further down the table', () => {
    const order = Object.keys(mayImport);
    const upward = order.flatMap((room, index) =>
      (mayImport[room] ?? []).filter((below) => !order.slice(0, index).includes(below)),
    );
    expect(upward).toEqual([]);
  });

  it('every import leads to a file', () => {
    expect(arrows.filter(({ to }) => !existsSync(join(root, to)))).toEqual([]);
  });

  it('imports only go down', () => {
    const upward = arrows.filter(({ from, to }) => {
      const [source, target] = [folderOf(from), folderOf(to)];
      const allowed = source === target || mayImport[source]?.includes(target);
      return (
        !allowed && !alsoAllowed.some((rule) => rule.from === source && to.startsWith(rule.to))
      );
    });
    expect(upward).toEqual([]);
  });

  it('a vendor knows no other vendor, and what they share knows none', () => {
    const vendorOf = (path: string) => /^src\/vendors\/([^/]+)\//.exec(path)?.[1];
    const crossing = arrows.filter(({ from, to }) => {
      const [source, target] = [vendorOf(from), vendorOf(to)];
      return source !== undefined && target !== undefined && source !== target && target !== 'kit';
    });
    expect(crossing).toEqual([]);
  });

  it('there are no import cycles', () => {
    expect(findCycle(graph)).toEqual([]);
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'a']);
  });
});
