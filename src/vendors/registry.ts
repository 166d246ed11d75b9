import type { VendorId } from '../events/vendor-id';
import { evolvy } from './evolvy/evolvy';
import { generic } from './generic/generic';
import { huggy } from './huggy/huggy';
import { plug } from './plug/plug';
import { treble } from './treble/treble';
import type { Vendor } from './vendor';
import { weni } from './weni/weni';

/** The platforms whose webhooks can be received: one line each. */
export const vendors: Readonly<Record<VendorId, Vendor>> = {
  huggy,
  evolvy,
  treble,
  plug,
  weni,
  generic,
};

/** The platforms whose codes of statuses users may name. */
export const vendorsWithCodes: readonly Vendor[] = Object.values(vendors).filter(
  ({ hasStatusCodes }) => hasStatusCodes === true,
);

/** The platform of that id. */
export function findVendor(id: VendorId): Vendor | undefined {
  return vendors[id];
}
