import { expect, it } from '@jest/globals';
import { compareReport } from '../../src/cli/probe/compare';
import { sideRows } from '../../src/cli/probe/sides';
import type { Twin } from '../../src/twin/runtime/twin';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import { measure, openProbe, readReport } from '../support/probe';
import { turns } from '../support/probe-turns';

/** The person says yes to whatever is asked. */
function answerYes({ session }: Twin): void {
  session.onEvent((event) => {
    if (event.type === 'alert') session.answer(event.id, { button: 'YES', text: '' });
  });
}

/** Documents of a copy: it has an id of its own. */
const renamed = (documents: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...documents].map(([key, json]) => [key, json.replace(/"id":"[^"]+"/, '"id":"copy"')]));

it.each(turns)('finds $setting turned', async ({ setting, turned, only }) => {
  const twin = await openProbe(turned);
  const report = await measure(twin, { only, bodyMegabytes: [1, 10], atOnce: 6 });
  await twin.stop();
  const { settings, behaviour } = compareReport(report);
  // Only those that are refused tell of a refusal's status.
  const also = setting === 'web.refusalStatus' ? ['maxExecutions'] : [];
  expect(settings.map(({ what }) => what)).toEqual([setting, ...also]);
  expect(behaviour).toEqual([]);
});

it('every setting that the probe can tell of is turned here, but the one that spends a day’s quota', () => {
  const told = new Set(sideRows.map(({ setting }) => setting));
  told.delete('services.properties.countBulkWritesBy');
  const turned = new Set(turns.map(({ setting }) => setting));
  expect([...told].filter((setting) => !turned.has(setting))).toEqual([]);
});

it('spending a day’s quota tells how many properties at once are counted', async () => {
  const spend = async (countBulkWritesBy: 'key' | 'call') => {
    const twin = await openProbe({ services: { properties: { countBulkWritesBy } } });
    answerYes(twin);
    const report = readReport(await twin.run('spendProperties_'));
    await twin.stop();
    return compareReport(report).settings.map(({ what, shouldBe }) => [what, shouldBe]);
  };
  expect(await spend('key')).toEqual([]);
  expect(await spend('call')).toEqual([['services.properties.countBulkWritesBy', "'call'"]]);
});

it('a copy tells what came along, in the same report', async () => {
  const storage = createMemoryStorage();
  const original = await openProbe({ storage });
  const before = await measure(original, { only: ['gzip', 'marks'] });
  expect(await original.run('measureCopy_')).toBeNull();
  const titles = original.workbook.sheets.map(({ id }) => `rows.${id}`);
  const ids = ['workbook', 'sheets', ...titles];
  const kept = new Map(ids.map((name) => [name, renamed(storage.read(name))] as const));
  await original.stop();
  const copy = await openProbe({ storage: createMemoryStorage(kept) }, false);
  const report = readReport(await copy.run('measureCopy_'));
  await copy.stop();
  expect(report).toMatchObject({ at: before.at, answers: before.answers });
  const { settings, behaviour, news } = compareReport(report);
  expect([settings, behaviour]).toEqual([[], []]);
  expect(news.join()).toContain('copy.protections');
});
