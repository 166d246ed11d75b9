/**
 * Why a request or a part of it could not be written. The sentences that users read are in `failure-texts.ts`;
 * each code has one in three languages and a line in the troubleshooting page (a test holds the lists equal).
 */
export const failureCodes = [
  'emptyBody',
  'bodyTooLarge',
  'notJson',
  'notAnObject',
  'missingField',
  'wrongType',
  'badTime',
  'notRecognised',
  'badPath',
  'unknownToken',
  'incompleteSpill',
  'decoderFault',
  'writeFault',
  'unreadableTab',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** A fault as data: where in the body, what was expected there, what came (types and lengths, never personal data). */
export interface Failure {
  readonly code: FailureCode;
  /** Path in the body, such as `messages.agentChangedStatus[0].id`; blank for the whole body. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/** A value, or the reason there is none. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Says of what type a JSON value is, without saying its content: `text(12)`, `number`, `list(3)`, `object`, `null`, `nothing`. */
export function describeType(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `list(${value.length})`;
  if (typeof value === 'string') return `text(${value.length})`;
  return typeof value;
}
