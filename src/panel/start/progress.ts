import { decodeRecord } from '../../events/decode-record';
import type { Properties, Services } from '../../platform/services';
import type { Settings } from '../../settings/config';
import { isStarted } from '../change';

/** How far somebody has come with Começar. */
export interface Progress {
  /** The step at hand: 1 tabs, 2 deploy, 3 paste, 4 platform, 5 first event; 6: all done. 0: never begun. */
  readonly step: number;
  /** The connection that was chosen; blank before. */
  readonly connectionId: string;
  /** When it was last gone on with, epoch ms. */
  readonly atMs: number;
}

const key = 'start';
const unbegun: Progress = { step: 0, connectionId: '', atMs: 0 };
export const lastStep = 6;

export function progressFrom(all: Readonly<Record<string, string>>): Progress {
  return decodeRecord(all[key], unbegun);
}

/** Keeps how far they have come. */
export function saveProgress(
  { properties, clock }: Pick<Services, 'clock'> & { readonly properties: Pick<Properties, 'set'> },
  progress: Pick<Progress, 'step' | 'connectionId'>,
): void {
  properties.set(key, JSON.stringify({ ...progress, atMs: clock.now() }));
}

/** The step to go on with: what is there counts, whatever was remembered. A spreadsheet that had its address before there were steps is done. */
export function stepOf(settings: Settings, { step }: Progress): number {
  if (!isStarted(settings)) return 1;
  if (settings.execUrl === null) return step >= 3 ? 3 : 2;
  return step === 0 ? lastStep : Math.min(lastStep, Math.max(4, step));
}
