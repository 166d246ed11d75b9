import { googleClock, googleCodec } from './google-codec';
import { googleHttp } from './google-http';
import { connectCache, connectLock, connectProperties } from './google-stores';
import { googleAnswers, googleHost, googleTriggers } from './google-web';
import { connectWorkbook } from './google-workbook';
import { createMeter } from './meter';
import type { Services } from './services';

/** The services of the execution that is running. Cheap: nothing is asked of Google before it is used. */
export function connectServices(): Services {
  const meter = createMeter();
  return {
    clock: googleClock,
    codec: googleCodec,
    lock: connectLock(),
    cache: connectCache(),
    properties: connectProperties(meter),
    meter,
    workbook: connectWorkbook(),
    answers: googleAnswers,
    triggers: googleTriggers,
    host: googleHost,
    http: googleHttp,
    logError: (text) => console.error(text),
  };
}
