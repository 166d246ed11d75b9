import { afterEach, describe, expect, it } from '@jest/globals';
import { compareReport } from '../../src/cli/probe/compare';
import { parseReport } from '../../src/probe/parse-report';
import { tellComparison } from '../../src/cli/probe/tell';
import type { ProbeReport } from '../../src/probe/report';
import { costTable } from '../../src/twin/runtime/cost-table';
import type { Twin } from '../../src/twin/runtime/twin';
import { measure, openProbe, type Turned } from '../support/probe';

const twins: Twin[] = [];
afterEach(async () => {
  for (const twin of twins.splice(0)) await twin.stop();
});

async function probe(turned: Turned, only: readonly string[]): Promise<ProbeReport> {
  const twin = await openProbe(turned);
  twins.push(twin);
  return measure(twin, { only });
}

const quick = ['kill', 'events', 'services', 'cells', 'gzip', 'servicePrices'];

describe('the probe', () => {
  it('finds no difference in the twin as it is set', async () => {
    const report = await probe({}, quick);
    expect(report.missing).toEqual({});
    expect(Object.keys(report.answers).length).toBeGreaterThan(140);
    expect(Object.keys(report.prices).length).toBeGreaterThan(10);
    const same = { settings: [], behaviour: [], prices: [], news: [] };
    expect(compareReport(report)).toEqual(same);
    expect(tellComparison(report, same)).toContain('No difference.');
  });

  it('names every setting that is on its other side, and nothing else', async () => {
    const report = await probe(
      {
        web: { postDataType: 'bare' },
        spreadsheet: { formulaInTextCell: false, fullWidthSigns: false, uiInWebCalls: true },
        services: { utilities: { ungzipNeedsType: false } },
      },
      ['events', 'services', 'cells', 'gzip'],
    );
    const { settings, behaviour } = compareReport(report);
    expect(settings.map(({ what, is, shouldBe }) => [what, is, shouldBe])).toEqual([
      ['web.postDataType', "'asSent'", "'bare'"],
      ['spreadsheet.uiInWebCalls', 'false', 'true'],
      ['spreadsheet.formulaInTextCell', 'true', 'false'],
      ['spreadsheet.fullWidthSigns', 'true', 'false'],
      ['services.utilities.ungzipNeedsType', 'true', 'false'],
    ]);
    expect(behaviour).toEqual([]);
  });

  it('names a part that failed, and goes on', async () => {
    const report = await probe({ spreadsheet: { activeNullInWebCalls: true } }, ['reads', 'gzip']);
    expect(report.missing).toEqual({ reads: expect.stringContaining('TypeError') });
    expect(report.answers).toMatchObject({ 'gzip.withoutType': 'throws' });
  });
});

const plain: ProbeReport = {
  probe: 1,
  at: '2026-11-30T12:00:00.000Z',
  durationMs: 200_000,
  locale: 'pt_BR',
  answers: {},
  prices: {},
  missing: {},
};
const price = (medianMs: number) => ({ medianMs, p95Ms: 3 * medianMs, samples: 12 });

describe('the comparison', () => {
  it('names a price beyond half and double of the twin’s, with what was measured', () => {
    const median = costTable.get('Range.getValues')?.medianMs ?? 0;
    const compare = (factor: number) =>
      compareReport({ ...plain, prices: { 'Range.getValues': price(factor * median) } }).prices;
    expect(compare(1.9)).toEqual([]);
    expect(compare(0.6)).toEqual([]);
    expect(compare(3)).toEqual([
      {
        what: 'Range.getValues',
        is: '180, p95 540',
        shouldBe: '540, p95 1620',
        because: '12 measurements',
      },
    ]);
    expect(compare(0.3)).toHaveLength(1);
  });

  it('finds a price of the table that is other than what the twin took', () => {
    const costs = new Map(costTable).set('Cache.put', { medianMs: 6, p95Ms: 28 });
    const report = { ...plain, prices: { 'Cache.put': price(60) } };
    expect(compareReport(report).prices).toEqual([]);
    expect(compareReport(report, costs).prices.map(({ what }) => what)).toEqual(['Cache.put']);
  });

  it('takes the evaluation of code for a lower bound', () => {
    const compare = (ms: number) =>
      compareReport({ ...plain, prices: { 'evaluation.megabyte': price(ms) } }).prices;
    expect(compare(1)).toEqual([]);
    expect(compare(300).map(({ what }) => what)).toEqual(['evaluationMsPerMb']);
  });

  it('says where an answer belongs that no setting gives', () => {
    const answers = {
      'webCall.documentLock': 'throws',
      'formula.pt_BR.comma': '=IF(1=1;"a";"b") is a',
      'web.htmlStatus': 302,
      'copy.metadata': 'came',
    };
    const { settings, behaviour, news } = compareReport({ ...plain, answers });
    expect(settings).toEqual([]);
    expect(behaviour.map(({ what }) => what)).toEqual([
      'services.lock.documentLockInWebApp',
      'web.htmlStatus',
      'formula.pt_BR.comma',
    ]);
    expect(news).toEqual(["copy.metadata: 'came'"]);
  });

  it.each(['', '{', '{"probe":2}', '{"probe":1,"answers":{}}'])(
    'takes %j for no report',
    (json) => {
      expect(parseReport(json)).toBeNull();
    },
  );
});
