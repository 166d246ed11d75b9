import { evolvy } from './evolvy/evolvy';
import { generic } from './generic/generic';
import { huggy } from './huggy/huggy';
import { plug } from './plug/plug';
import { treble } from './treble/treble';
import type { Vendor } from './vendor';
import { weni } from './weni/weni';

/** The platforms whose webhooks can be received, one line each, in the order in which users see them. */
export const vendors = {
  huggy,
  evolvy,
  treble,
  plug,
  weni,
  generic,
} as const satisfies Readonly<Record<string, Vendor>>;

export type VendorId = keyof typeof vendors;

const known: ReadonlySet<string> = new Set(Object.keys(vendors));

/** True when the text names a platform we know. */
export const isVendorId = (text: string): text is VendorId => known.has(text);

/** Ids of all platforms, in order. */
export const vendorIds: readonly VendorId[] = [...known].filter(isVendorId);

/** The platform of that id. */
export const findVendor = (id: VendorId): Vendor => vendors[id];

/** The platforms whose codes of statuses users may name. */
export const vendorsWithCodes: readonly Vendor[] = vendorIds
  .map(findVendor)
  .filter(({ hasStatusCodes }) => hasStatusCodes === true);
