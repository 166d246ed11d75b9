import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTables } from '../../src/library';
import type { Column, Row as LibraryRow, Tables } from '../../src/library/api';
import { vendorIds } from '../../src/vendors/registry';
import { dataTabs, dataTabTitles } from '../support/data-tabs';
import { listFixtures, readFixture } from '../support/fixtures';
import { startPlantao, type Plantao, type Row } from '../support/plantao';

/** Every sixth body of each platform, and all that tell of a person whose phone is hidden at times. */
const chosen = vendorIds.flatMap((vendor) =>
  listFixtures(vendor)
    .filter((name, index) => index % 4 === 0 || /lid/.test(name))
    .map((name) => [vendor, `${vendor}/${name}`] as const),
);

const token = 'um-token-so';

describe('The same bodies, posted to the built app and given to the library', () => {
  let plantao: Plantao;
  let tables: Tables;
  beforeAll(async () => {
    // GMT-3 in every year: cells show that, and are read in the zone of the sheet.
    plantao = await startPlantao({ timeZone: 'Etc/GMT+3' });
    const connections = vendorIds.map((id) => ({ id, vendor: id, account: 'Exemplo' }));
    tables = createTables({ connections });
    for (const [vendor, name] of chosen) {
      // One account has one token; a body with another one waits for a person.
      const body = JSON.stringify(Object.assign({}, readFixture(name), { token }));
      await plantao.post(vendor, body);
      const receivedAtMs = plantao.twin.clock.now();
      tables.receive({ connectionId: vendor, webhook: 'main', body, receivedAtMs });
    }
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  it.each(dataTabs.map((tab, index) => [dataTabTitles[index] ?? '', tab] as const))(
    'give the same rows in %s',
    (title, tab) => {
      const columns = tables.columns(tab);
      const nowMs = plantao.twin.clock.now();
      const expected = inOrder(plantao.rows(title).map((row) => seenInSheet(row, columns)));
      const rows = inOrder([...tables.rows(tab, nowMs)].map((row) => seenInLibrary(row, columns)));
      expect(rows).toEqual(expected);
      expect(rows.length).toBeGreaterThan(0);
    },
  );
});

type Seen = Readonly<Record<string, unknown>>;

const inOrder = (rows: readonly Seen[]): readonly Seen[] =>
  rows.toSorted((a, b) => String(a['Chave']).localeCompare(String(b['Chave'])));

/** Sheets' day zero in the zone of the sheet, where durations begin. */
const dayZeroMs = Date.parse('1899-12-30T03:00:00.000Z');

/** A cell shows whole seconds; durations that go on are told to the minute by a cell of the sheet, so they are compared to the hour. */
const reduced: Partial<Record<Column['kind'], (ms: number) => number>> = {
  time: (ms) => Math.floor(ms / 1000),
  duration: (ms) => Math.round(ms / 3_600_000),
};

function seenInSheet(row: Row, columns: readonly Column[]): Seen {
  const cells = columns.map(({ title, kind }): readonly [string, unknown] => {
    const value = row[title] ?? null;
    const reduce = reduced[kind];
    if (reduce === undefined || typeof value !== 'string') return [title, value];
    return [title, reduce(Date.parse(value) - (kind === 'duration' ? dayZeroMs : 0))];
  });
  return Object.fromEntries([...cells, ['Chave', row['Chave']]]);
}

function seenInLibrary({ key, cells }: LibraryRow, columns: readonly Column[]): Seen {
  const seen = columns.map(({ id, title, kind }): readonly [string, unknown] => {
    const value = cells[id] ?? null;
    if (typeof value !== 'number') return [title, value === '' ? null : value];
    return [title, (reduced[kind] ?? ((same) => same))(value)];
  });
  return Object.fromEntries([...seen, ['Chave', key]]);
}
