import { languages } from '../events/localized';
import { problemTexts } from './problem-texts';

/** Why a push or a deployment did not happen. */
type ProblemCode = keyof typeof problemTexts;

export interface Problem {
  readonly code: ProblemCode;
  /** What clasp or Google said, or the ids to choose from; blank when there is nothing to add. */
  readonly detail: string;
}

/** A value, or why there is none. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Says as an outcome that something did not work. */
export function fail(code: ProblemCode, detail = ''): Outcome<never> {
  return { ok: false, problem: { code, detail } };
}

// What clasp 3.4.1 prints on stderr, from its own checks, from Google's API or from the network layer.
const signs: readonly (readonly [RegExp, ProblemCode])[] = [
  [/No credentials found/i, 'noCredentials'],
  [/Project settings not found|Script ID is not set/i, 'noScriptId'],
  [/has not enabled the Apps Script API/i, 'apiSwitchedOff'],
  [
    /invalid_grant|invalid_rapt|invalid_client|authentication credential|No access, refresh token/i,
    'signInExpired',
  ],
  [/does not have permission|PERMISSION_DENIED|insufficient/i, 'noPermission'],
  [/entity was not found/i, 'notFound'],
  [/limit of \d+ versions|more versions|too many versions/i, 'tooManyVersions'],
  [/Syntax ?Error/i, 'syntaxError'],
  [/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH/, 'offline'],
];

/** Names the problem behind a message of clasp; `refused` for a message it does not know. */
export function recogniseProblem(message: string): Problem {
  const sign = signs.find(([pattern]) => pattern.test(message));
  return { code: sign?.[1] ?? 'refused', detail: message.trim() };
}

/** The problem for a person to read: Portuguese, Spanish, English, and what was said. */
export function describeProblem({ code, detail }: Problem): string {
  const sentences = languages.map((language) => problemTexts[code][language]);
  return [...sentences, ...(detail === '' ? [] : [`(${detail})`])].join('\n');
}
