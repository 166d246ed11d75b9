import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import { createConnection } from '../../settings/connections';
import { isVendorId } from '../../vendors/registry';
import { whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';
import { lastStep, saveProgress } from './progress';

/** Remembers the step to go on with, and the connection that was chosen. */
export function goOn(services: Services, step: number, connectionId: string): null {
  if (Number.isInteger(step) && step >= 1 && step <= lastStep)
    saveProgress(services, { step, connectionId });
  return null;
}

/** Chooses the platform to begin with: gives the id of its first connection, which is made where there is none. */
export function chooseVendor(services: Services, vendor: string): Outcome<string> {
  if (!isVendorId(vendor)) return refused(speaker(services)('vendorUnknown'));
  const known = reloadConfig(services).connections.find((one) => one.vendor === vendor);
  const chosen: Outcome<string> =
    known === undefined
      ? whileLocked(services, () => done(createConnection(services, vendor, 'Principal').id))
      : done(known.id);
  if (chosen.kind === 'done') goOn(services, 4, chosen.value);
  return chosen;
}
