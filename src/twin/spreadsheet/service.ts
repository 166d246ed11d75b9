import { HostObject, type ServiceDefinition } from '../runtime/host-object';
import { SpreadsheetApp } from './api/host-objects';
import { installSpreadsheetMethods } from './api/install';
import { chartEnums, spreadsheetEnums, uiEnums } from './enums';
import { defaultOptions, type SpreadsheetOptions } from './options';
import { Session } from './session';
import type { SharedWorkbook } from './shared-workbook';

/**
 * `SpreadsheetApp` over a shared workbook. Each execution gets a session of its own: its pending writes go out on a flush,
 * on a read of its own, or at its end when it was not killed and did not time out.
 */
export function makeSpreadsheetService(
  shared: SharedWorkbook,
  options: Partial<SpreadsheetOptions> = {},
): ServiceDefinition {
  installSpreadsheetMethods();
  return {
    name: 'SpreadsheetApp',
    enums: spreadsheetEnums,
    objectEnums: { Ui: uiEnums },
    create(context) {
      const session = new Session(shared.workbook, context, { ...defaultOptions, ...options });
      shared.sessions.set(context.id, session);
      context.onEnd(() => void shared.sessions.delete(context.id));
      return new SpreadsheetApp(session);
    },
    postpone: (executionId) => shared.sessions.get(executionId)?.takePending() ?? (() => undefined),
  };
}

/** The global `Charts`: the enums that chart builders take. */
class Charts extends HostObject {}

/** `Charts`, of which spreadsheets use only the enums. */
export const chartsService: ServiceDefinition = {
  name: 'Charts',
  enums: chartEnums,
  create: () => new Charts(),
};
