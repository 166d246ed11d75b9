import { say, type Localized } from '../../events/localized';

/** One accepted request, as it is kept in the journal or the waiting room. */
export interface Request {
  /** Of this delivery alone, random. */
  readonly id: string;
  readonly connectionId: string;
  readonly webhook: string;
  readonly receivedAtMs: number;
  /** The raw body. */
  readonly body: string;
}

/** Bodies above this are refused, with a line in the journal (size and hash). */
export const maxBodyLength = 1_000_000;

const testPrefix = 'teste-';

/** The id of a request, given its random part; that of a test event says so, wherever the request is kept. */
export const requestId = (random: string, isTest: boolean): string =>
  isTest ? testPrefix + random : random;

/** True for the test event of the panel. It is written as any other, counted nowhere, and its rows leave by themselves. */
export const isTestRequest = (id: string): boolean => id.startsWith(testPrefix);

const fetchedPrefix = 'busca-';

/** The id of records that were fetched from a platform's API, given its random part. No sender can make one. */
export const fetchedRequestId = (random: string): string => fetchedPrefix + random;

/** True for records that we fetched: they are no event, and no proof that the platform still sends. */
export const isFetchedRequest = (id: string): boolean => id.startsWith(fetchedPrefix);

/** What the rows of a test event say in Conta. */
export const testAccount: Localized = say('Teste', 'Prueba', 'Test');

/** Rows of test events are keyed by an account of their own, so that none of them is taken for a real one, and no real one for it. */
export const testConnectionId = (connectionId: string): string => `${connectionId}.teste`;
