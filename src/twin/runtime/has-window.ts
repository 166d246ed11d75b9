import type { SpreadsheetSides } from '../spreadsheet/options';
import type { Engine } from './engine';
import type { ExecutionKind } from './host-object';

const interactive: ReadonlySet<ExecutionKind> = new Set(['menu', 'clientCall', 'simpleTrigger']);

/** Whether an execution was started by somebody who has the spreadsheet open. */
export function hasWindow(
  engine: Engine,
  id: string,
  { uiInWebCalls = false }: Partial<SpreadsheetSides> = {},
): boolean {
  const kind = engine.control.active().find((candidate) => candidate.id === id)?.kind;
  if (kind === 'webApp') return uiInWebCalls;
  return kind !== undefined && interactive.has(kind);
}
