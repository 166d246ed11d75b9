import { type ExecutionKind, HostObject } from '../../src/twin/runtime/host-object';
import { createAuthorization } from '../../src/twin/services/triggers/authorization';
import { makeScriptApp, type ScriptAppParts } from '../../src/twin/services/triggers/script-app';
import { createTriggerStore } from '../../src/twin/services/triggers/triggers';
import {
  makeExecution,
  makeManualClock,
  makeRecordingStorage,
  openService,
} from './execution-context';

export const SCOPES = ['script.scriptapp', 'script.external_request'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);
export const URLS = { exec: 'http://127.0.0.1:8080/exec', dev: 'http://127.0.0.1:8080/dev' };

/** Stands for what `getActiveSpreadsheet()` gives. */
export class FakeSpreadsheet extends HostObject {
  getId(): string {
    return 'sheet-1';
  }
}

/** Which execution opens ScriptApp, and with which settings. */
export interface Setting {
  readonly kind?: ExecutionKind;
  readonly user?: string;
  readonly parts?: Partial<ScriptAppParts>;
}

/** A script with its stores; `open` gives its ScriptApp in a new execution. */
export function openScript() {
  const clock = makeManualClock();
  const storage = makeRecordingStorage();
  const triggers = createTriggerStore(storage);
  const authorization = createAuthorization(SCOPES);
  const open = ({ kind = 'menu', user = 'owner@example.com', parts = {} }: Setting = {}) =>
    openService(
      makeScriptApp({
        triggers,
        authorization,
        scriptId: 'script-1',
        timeZone: 'America/Sao_Paulo',
        webAppUrls: () => URLS,
        onceLatenessMs: 0,
        ...parts,
      }),
      makeExecution({ clock, kind, user }),
    );
  return { clock, storage, triggers, authorization, open };
}

/** Builds a clock trigger by calls such as `['everyDays', 1]`. */
export function createClockTrigger(
  script: ReturnType<typeof openScript>,
  steps: readonly (readonly unknown[])[],
) {
  const builder = script.open().open('newTrigger', 'sweep').open('timeBased');
  for (const [method, ...values] of steps) builder.call(String(method), ...values);
  return builder.open('create');
}
