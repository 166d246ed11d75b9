import type { Withheld } from '../reconciled';
import type { Reply, SeenCall } from '../strict-server';

/** A platform's history as it was told by webhooks, and its API as it answers today. */
export interface ListedPlatform {
  /** Of the sample's connections, which are called as their platforms. */
  readonly connection: string;
  readonly access: { readonly baseUrl: string; readonly accountId: string };
  readonly token: string;
  /** Further properties that the API's access lies in. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Answers by the host that a call was for. */
  readonly hosts: Readonly<Record<string, (call: SeenCall) => Reply>>;
  /** Bodies of its webhooks, in the order in which they were sent. */
  readonly sent: readonly object[];
  /** Whether the API gives what this body tells; one that it does not give is never dropped. */
  readonly canBeMissed: (body: object) => boolean;
  /** Columns that the API does not give. */
  readonly withheld: Withheld;
  /** Rows that no webhook tells of, and the API does. */
  readonly isMore?: (row: string) => boolean;
}

/** Makes a history of about so many events. */
export type MakePlatform = (events: number, seed: number, startMs: number) => ListedPlatform;
