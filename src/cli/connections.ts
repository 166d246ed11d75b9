/** A connection as the app's `listConnections` gives it. */
export interface ConnectionAddresses {
  readonly vendor: string;
  readonly account: string;
  readonly webhooks: readonly { readonly event: string; readonly url: string }[];
}

/** Reads what `listConnections` returned; what has not the expected form is left out. */
export function readConnections(value: unknown): readonly ConnectionAddresses[] {
  return Array.isArray(value) ? value.filter(isConnection) : [];
}

function isConnection(value: unknown): value is ConnectionAddresses {
  if (typeof value !== 'object' || value === null) return false;
  const webhooks: unknown = Reflect.get(value, 'webhooks');
  return typeof Reflect.get(value, 'vendor') === 'string' && Array.isArray(webhooks);
}
