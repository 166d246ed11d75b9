/** The platforms whose webhooks we understand. The order is the one in which users see them. */
export const vendorIds = ['huggy', 'evolvy', 'treble', 'plug', 'weni', 'generic'] as const;

export type VendorId = (typeof vendorIds)[number];

/** True when the text names a platform we know. */
export function isVendorId(text: string): text is VendorId {
  return vendorIds.some((id) => id === text);
}
