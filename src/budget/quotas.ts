/** What Google gives an account in a day. */
export interface Quota {
  /** Reads and writes of properties. */
  readonly operations: number;
  /** Run time of triggers. */
  readonly triggerMs: number;
}

const minuteMs = 60_000;

/** By the kind of the account. Source: https://developers.google.com/apps-script/guides/services/quotas */
export const quotas = {
  consumer: { operations: 50_000, triggerMs: 90 * minuteMs },
  workspace: { operations: 500_000, triggerMs: 360 * minuteMs },
} as const satisfies Readonly<Record<string, Quota>>;

export type AccountKind = keyof typeof quotas;

/** Gmail's own domains are no organisation's. */
const consumerDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * The kind of the account that deployed the web app. Google puts the organisation's domain into the address of a Workspace account
 * (`/a/macros/example.com/s/…`), and no permission is needed to see it. Where there is no domain the smaller quota is kept to.
 */
export function kindOfAccount(execUrl: string | null): AccountKind {
  const [, domain = ''] = /\/a\/(?:macros\/)?([^/]+)\//.exec(execUrl ?? '') ?? [];
  return domain === '' || consumerDomains.has(domain.toLowerCase()) ? 'consumer' : 'workspace';
}
