import type { Answer, ProbeReport } from '../../probe/report';
import { defaultPropertySides } from '../../twin/services/stores/property-stores';
import { defaultCacheSides } from '../../twin/services/stores/cache';
import { defaultLockSides } from '../../twin/services/stores/lock';
import { defaultScriptSides } from '../../twin/services/triggers/script-app';
import { defaultUtilitiesSides } from '../../twin/services/utilities/utilities';
import { defaultMaxExecutions } from '../../twin/runtime/engine';
import { defaultOptions } from '../../twin/spreadsheet/options';
import { defaultWebSides } from '../../twin/web/web-sides';

/** A setting of the twin. */
type Side = string | number | boolean;

/** An answer that tells on which side a setting of the twin belongs. */
export interface SideRow {
  readonly answer: string;
  /** As in `TwinOptions`. */
  readonly setting: string;
  /** The side that the twin takes unless told otherwise. */
  readonly is: Side;
  /** The side for each answer; absent: the answer is the side. */
  readonly sides?: Readonly<Record<string, Side>>;
  /** Whether the probe could come to a true answer; absent: always. */
  readonly counts?: (answers: ProbeReport['answers']) => boolean;
}

const { script, web, spreadsheet } = {
  script: defaultScriptSides,
  web: defaultWebSides,
  spreadsheet: defaultOptions,
};
const urls = { dev: 'dev', null: 'null', exec: 'exec' };
const nullOrWorks = { null: 'null', works: 'works' };

/** Every setting of the twin that an answer decides. What the questions are, and what was known: docs/twin-evidence.md. */
export const sideRows: readonly SideRow[] = [
  {
    answer: 'web.textStatus',
    setting: 'web.textOutput',
    is: web.textOutput,
    sides: { 302: 'redirect', 200: 'direct' },
  },
  { answer: 'web.throwStatus', setting: 'web.errorStatus', is: web.errorStatus },
  {
    answer: 'event.type',
    setting: 'web.postDataType',
    is: web.postDataType,
    sides: { 'application/json; charset=utf-8': 'asSent', 'application/json': 'bare' },
  },
  { answer: 'atOnce.refusalStatus', setting: 'web.refusalStatus', is: web.refusalStatus },
  {
    answer: 'atOnce.served',
    setting: 'maxExecutions',
    is: defaultMaxExecutions,
    counts: (answers) => answers['atOnce.served'] !== answers['atOnce.asked'],
  },
  {
    answer: 'webCall.active',
    setting: 'spreadsheet.activeNullInWebCalls',
    is: spreadsheet.activeNullInWebCalls,
    sides: { works: false, null: true },
  },
  {
    answer: 'webCall.ui',
    setting: 'spreadsheet.uiInWebCalls',
    is: spreadsheet.uiInWebCalls,
    sides: { throws: false, works: true },
  },
  {
    answer: 'webCall.documentLock',
    setting: 'services.lock.documentLockInWebApp',
    is: defaultLockSides.documentLockInWebApp,
    sides: nullOrWorks,
  },
  {
    answer: 'webCall.documentCache',
    setting: 'services.cache.documentCacheInWebApp',
    is: defaultCacheSides.documentCacheInWebApp,
    sides: nullOrWorks,
  },
  ...['url.inMenu', 'url.inTrigger'].map((answer) => ({
    answer,
    setting: 'services.script.serviceUrlElsewhere',
    is: script.serviceUrlElsewhere,
    sides: urls,
  })),
  {
    answer: 'trigger.ofTrigger',
    setting: 'services.script.triggersOfTriggers',
    is: script.triggersOfTriggers,
    sides: { run: 'run', 'not seen': 'disabled' },
    counts: (answers) => answers['trigger.ofMenu'] === 'run',
  },
  {
    answer: 'kill.unflushed',
    setting: 'spreadsheet.unflushedOutlivesKill',
    is: spreadsheet.unflushedOutlivesKill,
    sides: { lost: false, kept: true },
  },
  {
    answer: 'reads.afterForcedFlush',
    setting: 'spreadsheet.readsKeptOnForcedFlush',
    is: spreadsheet.readsKeptOnForcedFlush,
    sides: { kept: true, fresh: false },
  },
  {
    answer: 'cell.setValue@.formula',
    setting: 'spreadsheet.formulaInTextCell',
    is: spreadsheet.formulaInTextCell,
    sides: { 'formula =1+1': true, 'string =1+1': false },
  },
  {
    answer: 'cell.setValue@.quotedText',
    setting: 'spreadsheet.apostropheInTextCell',
    is: spreadsheet.apostropheInTextCell,
    sides: { "string 'abc": true, 'string abc': false },
  },
  {
    answer: 'cell.setValue.blanksFormula',
    setting: 'spreadsheet.formulaAfterBlanks',
    is: spreadsheet.formulaAfterBlanks,
    sides: { 'formula =1+1': true, 'string   =1+1': false },
  },
  {
    answer: 'cell.setValue.wideFormula',
    setting: 'spreadsheet.fullWidthSigns',
    is: spreadsheet.fullWidthSigns,
    sides: { 'formula =1+1': true, 'string ＝1+1': false },
  },
  {
    answer: 'cell.appendRow@.zeros',
    setting: 'spreadsheet.appendRowKeepsFormats',
    is: spreadsheet.appendRowKeepsFormats,
    sides: { 'number 1234': false, 'string 01234': true },
  },
  {
    answer: 'cache.forgets',
    setting: 'services.cache.eviction',
    is: defaultCacheSides.eviction,
    sides: { soonest: 'farthestFromExpiry', oldest: 'fifo' },
  },
  {
    answer: 'property.largestValue',
    setting: 'services.properties.valueLimitBytes',
    is: defaultPropertySides.valueLimitBytes,
  },
  {
    answer: 'property.bulkWrites',
    setting: 'services.properties.countBulkWritesBy',
    is: defaultPropertySides.countBulkWritesBy,
    sides: { key: 'key', call: 'call' },
  },
  {
    answer: 'gzip.withoutType',
    setting: 'services.utilities.ungzipNeedsType',
    is: defaultUtilitiesSides.ungzipNeedsType,
    sides: { throws: true, works: false },
  },
];

/** The side that an answer tells of; null when it tells of none, undefined when the twin has no such side. */
export function readSide(row: SideRow, answers: ProbeReport['answers']): Side | null | undefined {
  const seen: Answer | undefined = answers[row.answer];
  if (seen === undefined || seen === null || row.counts?.(answers) === false) return null;
  return row.sides === undefined ? seen : row.sides[String(seen)];
}
