/** What the panel is told (see `../../sidebar/read-panel.ts`). */
export interface PanelPage {
  readonly start: Start;
  readonly cards: readonly Card[];
  readonly vendors: readonly ShownVendor[];
  readonly isPaused: boolean;
  readonly lastAt: string;
  readonly readAt: string;
  readonly waiting: number;
  readonly news: News | null;
}

/** What an upgrade has brought, until somebody has read it. */
interface News {
  readonly version: string;
  readonly items: readonly string[];
}

export interface Start {
  readonly step: number;
  readonly connectionId: string;
  readonly execUrl: string;
  readonly editorUrl: string;
  readonly leftAt: string;
  readonly tabs: readonly { readonly title: string; readonly color: string }[];
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly otherZone: string;
}

export interface ShownVendor {
  readonly name: string;
  readonly id: string;
  readonly tests: readonly string[];
  readonly accountUrls: number;
  readonly urls: number;
  readonly canRegister: boolean;
}

export interface Webhook {
  readonly title: string;
  readonly clickPath: string;
  readonly url: string;
  readonly isOfFlow: boolean;
}

export type Standing =
  'paused' | 'failing' | 'silent' | 'first' | 'receiving' | 'verified' | 'waiting';

export interface Card {
  readonly id: string;
  readonly vendor: string;
  readonly name: string;
  readonly account: string;
  readonly setupHint: string;
  readonly helpPage: string;
  readonly webhooks: readonly Webhook[];
  readonly hasOldSecret: boolean;
  readonly standing: Standing;
  readonly isPaused: boolean;
  readonly said: string;
  readonly detail: string;
  readonly verifiedAt: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly today: number;
  readonly hours: readonly number[];
  readonly registration: Registration | null;
}

export interface Registration {
  readonly at: string;
  readonly isOutdated: boolean;
  readonly taken: readonly string[];
  readonly missing: readonly string[];
  readonly hasToken: boolean;
}

/** What the check of a pasted address found. */
export interface UrlCheck {
  readonly problem: string | null;
  readonly said: string;
  readonly clickPath: string;
  readonly passed: number;
  readonly warning: string;
}

/** Where an event stands. */
export interface Place {
  readonly tab: string;
  readonly tabTitle: string;
}
