import type { Choice } from './inputs';

/** What the server gives the page: see `panel/platforms/page.ts`. */
export interface PlatformsPage {
  readonly connections: readonly AskedConnection[];
  readonly use: string;
}

export interface AskedConnection {
  readonly id: string;
  readonly name: string;
  readonly access: {
    readonly baseUrl: string;
    readonly accountId: string;
    readonly takesAccount: boolean;
    readonly hasToken: boolean;
    readonly hint: string;
  };
  readonly polling: {
    readonly isOn: boolean;
    readonly everyMinutes: string;
    readonly choices: readonly Choice[];
    readonly state: string;
  } | null;
  readonly missed: {
    readonly isDaily: boolean;
    readonly paging: {
      readonly firstPage: string;
      readonly pages: readonly Choice[];
      readonly order: string;
      readonly orders: readonly Choice[];
    } | null;
    readonly days: string;
    readonly choices: readonly Choice[];
    readonly state: string;
  } | null;
}
