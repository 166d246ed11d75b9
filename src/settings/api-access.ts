import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';
import { forgetToken, saveToken, tokenOf } from './tokens';

/** Where a connection's platform answers questions, and for which account. The token stands apart: see `tokens.ts`. */
export interface ApiAccess {
  /** `https://` and the host, without a path; blank: the platform's own. */
  readonly baseUrl: string;
  /** The account's id there, where its paths name it; blank: none. */
  readonly accountId: string;
}

const unknownAccess: ApiAccess = { baseUrl: '', accountId: '' };

const keyOf = (connectionId: string): string => `api.${connectionId}`;
/** Not the token that registers webhooks (`register.ts`): a platform may give another one for questions. */
const ownerOf = (connectionId: string): string => `api.${connectionId}`;

/** The access of a connection out of all properties; blank before somebody gave it. */
export const apiAccessFrom = (
  all: Readonly<Record<string, string>>,
  connectionId: string,
): ApiAccess => decodeRecord(all[keyOf(connectionId)], unknownAccess);

export function saveApiAccess(
  { set }: Pick<Properties, 'set'>,
  connectionId: string,
  access: ApiAccess,
): void {
  set(keyOf(connectionId), JSON.stringify(access));
}

/** The token; null when none was given. It goes into the header of a call, and nowhere else. */
export const apiTokenOf = (
  all: Readonly<Record<string, string>>,
  connectionId: string,
): string | null => tokenOf(all, ownerOf(connectionId));

export const saveApiToken = (
  properties: Pick<Properties, 'set'>,
  connectionId: string,
  token: string,
): void => saveToken(properties, ownerOf(connectionId), token);

export const forgetApiToken = (
  properties: Pick<Properties, 'remove'>,
  connectionId: string,
): void => forgetToken(properties, ownerOf(connectionId));
