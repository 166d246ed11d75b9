import type { ProbeOptions } from '../../src/probe/report';
import type { Turned } from './probe';

/** A twin with a setting on its other side, and the parts of the probe that can tell. */
export interface Turn {
  readonly setting: string;
  readonly turned: Turned;
  readonly only: NonNullable<ProbeOptions['only']>;
}

const turn = (setting: string, only: Turn['only'], turned: Turned): Turn => ({
  setting,
  only,
  turned,
});

/** Every setting that the probe can tell of. */
export const turns: readonly Turn[] = [
  turn('web.textOutput', ['answers'], { web: { textOutput: 'direct' } }),
  turn('web.errorStatus', ['answers'], { web: { errorStatus: 500 } }),
  turn('web.postDataType', ['events'], { web: { postDataType: 'bare' } }),
  turn('web.longestBodyBytes', ['bodies'], { web: { longestBodyBytes: 2 ** 21 } }),
  turn('web.refusalStatus', ['atOnce'], {
    web: { refusalStatus: 429 },
    maxExecutions: 3,
  }),
  turn('maxExecutions', ['atOnce'], { maxExecutions: 3 }),
  turn('spreadsheet.activeNullInWebCalls', ['services'], {
    spreadsheet: { activeNullInWebCalls: true },
  }),
  turn('spreadsheet.uiInWebCalls', ['services'], { spreadsheet: { uiInWebCalls: true } }),
  turn('services.lock.documentLockInWebApp', ['services'], {
    services: { lock: { documentLockInWebApp: 'works' } },
  }),
  turn('services.cache.documentCacheInWebApp', ['services'], {
    services: { cache: { documentCacheInWebApp: 'works' } },
  }),
  turn('services.script.serviceUrlElsewhere', ['services'], {
    services: { script: { serviceUrlElsewhere: 'exec' } },
  }),
  turn('services.script.triggersOfTriggers', ['beginTriggers', 'triggers'], {
    services: { script: { triggersOfTriggers: 'disabled' } },
  }),
  turn('services.script.onceLatenessMs', ['beginTriggers', 'triggers'], {
    services: { script: { onceLatenessMs: 180_000 } },
  }),
  turn('spreadsheet.unflushedOutlivesKill', ['kill'], {
    spreadsheet: { unflushedOutlivesKill: true },
  }),
  turn('spreadsheet.readsKeptOnForcedFlush', ['reads'], {
    spreadsheet: { readsKeptOnForcedFlush: false },
  }),
  turn('spreadsheet.formulaInTextCell', ['cells'], { spreadsheet: { formulaInTextCell: false } }),
  turn('spreadsheet.apostropheInTextCell', ['cells'], {
    spreadsheet: { apostropheInTextCell: false },
  }),
  turn('spreadsheet.formulaAfterBlanks', ['cells'], { spreadsheet: { formulaAfterBlanks: false } }),
  turn('spreadsheet.fullWidthSigns', ['cells'], { spreadsheet: { fullWidthSigns: false } }),
  turn('spreadsheet.appendRowKeepsFormats', ['cells'], {
    spreadsheet: { appendRowKeepsFormats: true },
  }),
  turn('services.cache.eviction', ['cache'], { services: { cache: { eviction: 'fifo' } } }),
  turn('services.properties.valueLimitBytes', ['properties'], {
    services: { properties: { valueLimitBytes: 102_400 } },
  }),
  turn('services.utilities.ungzipNeedsType', ['gzip'], {
    services: { utilities: { ungzipNeedsType: false } },
  }),
];
