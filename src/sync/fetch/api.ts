import type { HttpRequest } from '../../platform/http';
import { apiAccessFrom, apiTokenOf, type ApiAccess } from '../../settings/api-access';
import type { Connection } from '../../settings/config';
import { isAccountId, vendorApis, type VendorApi } from './vendor-apis';

/** Platforms answer within a few seconds; a run has 45. */
const timeoutSeconds = 15;

/** A connection's platform as it can be asked now. */
export interface Api {
  readonly form: VendorApi;
  readonly access: ApiAccess;
  readonly token: string;
}

/** One question: a path of the platform's list, and its query in order. */
export interface Question {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Further headers that the path asks for, such as PlugChat's `Ticket`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is wrong with an access that a person gave; null: nothing. */
export type AccessFault = 'noApi' | 'badBaseUrl' | 'badAccountId' | 'badToken';

/** `https://` and a host, perhaps a port: no user or password, no path. */
const isBaseUrl = (text: string): boolean =>
  /^https:\/\/[\da-z-]+(?:\.[\da-z-]+)+(?::\d{1,5})?$/i.test(text);

/** Checks an access, and the token where one is given, before anything is stored of it. */
export function checkAccess(
  vendor: Connection['vendor'],
  { baseUrl, accountId }: ApiAccess,
  token: string | null,
): AccessFault | null {
  const form = vendorApis[vendor];
  if (form === undefined) return 'noApi';
  if (!isBaseUrl(baseUrl === '' ? form.baseUrl : baseUrl)) return 'badBaseUrl';
  const isGiven = accountId !== '';
  if (isGiven ? !isAccountId(accountId) : form.accountId === 'needed') return 'badAccountId';
  return token === null || form.isToken(token) ? null : 'badToken';
}

/** The API of a connection; null while its access or its token is missing or does not fit. */
export function openApi(
  all: Readonly<Record<string, string>>,
  { id, vendor }: Pick<Connection, 'id' | 'vendor'>,
): Api | null {
  const form = vendorApis[vendor];
  const access = apiAccessFrom(all, id);
  const token = apiTokenOf(all, id);
  if (form === undefined || token === null || checkAccess(vendor, access, token) !== null)
    return null;
  return { form, access: { ...access, baseUrl: access.baseUrl || form.baseUrl }, token };
}

/**
 * The call of a question, with the token in each of its forms: the second is for when the first is refused.
 * @throws {Error} when the path is not on the platform's list
 */
export function requestsOf({ form, access, token }: Api, question: Question): HttpRequest[] {
  const { path, query = {}, headers = {} } = question;
  if (!form.paths.some((pattern) => pattern.test(path)))
    throw new Error(`${path} is not on the list of what may be asked.`);
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const url = access.baseUrl + form.prefix(access.accountId) + path;
  return form.headers(path, token).map((own) => ({
    url: pairs.length === 0 ? url : `${url}?${pairs.join('&')}`,
    method: 'get',
    headers: { Accept: 'application/json', ...headers, ...own },
    value: null,
    timeoutSeconds,
  }));
}
