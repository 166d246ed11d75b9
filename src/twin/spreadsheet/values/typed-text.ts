import type { LocaleRules } from './locales';
import { readTypedDate, type TypedValue } from './typed-date';

/** What typing a text into a cell makes of it. */
export type TypedResult =
  | { readonly kind: 'formula'; readonly formula: string }
  | ({ readonly kind: 'value' } & TypedValue)
  | { readonly kind: 'blank' };

/** Sides taken where sources are silent; the defaults coerce more, which is worse for who writes text. */
export interface TypingOptions {
  /** Blanks before `=` are dropped and the rest is a formula. */
  readonly formulaAfterBlanks: boolean;
  /** Full-width `＝＋－＠` count as their narrow forms. */
  readonly fullWidthSigns: boolean;
}

/** Reads a text as if a person typed it into an automatic cell. `year` is this year, for dates without one. */
export function readTypedText(
  text: string,
  rules: LocaleRules,
  { year, options }: { readonly year: number; readonly options: TypingOptions },
): TypedResult {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  const formula = readFormula(text, options);
  if (formula !== null) return { kind: 'formula', formula };
  const trimmed = text.trim();
  const typed =
    readBoolean(trimmed, rules) ??
    readNumber(trimmed, rules) ??
    readTypedDate(trimmed, rules, year) ??
    null;
  if (typed) return { kind: 'value', ...typed };
  const expression = readExpression(trimmed, options);
  if (expression !== null) return { kind: 'formula', formula: expression };
  return { kind: 'value', value: text };
}

/** Whether a text would be a formula wherever it is typed, in a plain text cell too. */
export function readFormula(text: string, options: TypingOptions): string | null {
  const start = options.formulaAfterBlanks ? text.trimStart() : text;
  const sign = options.fullWidthSigns ? /^[=＝]/ : /^=/;
  return sign.test(start) && start.length > 1 ? `=${start.slice(1)}` : null;
}

/** A text that begins with a sign and is no number is taken for an expression (`+55 11 9…` ⇒ `#ERROR!`). */
function readExpression(text: string, options: TypingOptions): string | null {
  const sign = options.fullWidthSigns ? /^[+\-＋－]./s : /^[+-]./s;
  if (!sign.test(text)) return null;
  return `=${text.replace(/^＋/, '+').replace(/^－/, '-')}`;
}

function readBoolean(text: string, rules: LocaleRules): TypedValue | null {
  const word = text.toLowerCase();
  if (rules.trueWords.includes(word)) return { value: true };
  return rules.falseWords.includes(word) ? { value: false } : null;
}

interface NumberPatterns {
  readonly plain: RegExp;
  readonly currency: RegExp;
}

const patterns = new Map<LocaleRules, NumberPatterns>();

function patternsOf(rules: LocaleRules): NumberPatterns {
  const known = patterns.get(rules);
  if (known) return known;
  const [decimal, group] = [escapePattern(rules.decimal), escapePattern(rules.group)];
  const body = `(?:\\d+(?:(?:${groupRule(rules, group)}|[ \\u00a0]+)\\d+)*(?:${decimal}\\d*)?|${decimal}\\d+)`;
  const made = {
    plain: new RegExp(`^([+-]?)\\s*(${body})(?:[eE]([+-]?\\d{1,3}))?\\s*(%?)$`),
    currency: new RegExp(rules.currencies.map(escapePattern).join('|')),
  };
  patterns.set(rules, made);
  return made;
}

/** With a point as the group sign, only groups of three count: `1.5` is a date there, `1.500` a number. */
function groupRule(rules: LocaleRules, group: string): string {
  return rules.group === '.' ? `${group}(?=\\d{3}(?!\\d))` : group;
}

function escapePattern(text: string): string {
  return text.replace(/[.$|]/g, '\\$&');
}

function readNumber(text: string, rules: LocaleRules): TypedValue | null {
  if (!/\d/.test(text)) return null;
  const { plain, currency } = patternsOf(rules);
  const negative = /^\((.*)\)$/.exec(text);
  const inner = negative?.[1] ?? text;
  const money = currency.test(inner);
  const match = plain.exec((money ? inner.replace(currency, '') : inner).trim());
  if (!match) return null;
  const size = toNumber(match, rules);
  const value = (match[1] === '-' ? -size : size) * (negative ? -1 : 1);
  if (!Number.isFinite(value)) return null;
  if (match[4] === '%') return { value: value / 100, format: percentFormat(match[2] ?? '', rules) };
  return { value, ...numberFormat(match, money, rules) };
}

function toNumber(match: RegExpExecArray, rules: LocaleRules): number {
  const digits = (match[2] ?? '').replace(/[\s\u00a0]/g, '').replaceAll(rules.group, '');
  return Number(`${digits.replace(rules.decimal, '.')}e${match[3] ?? 0}`);
}

function percentFormat(digits: string, rules: LocaleRules): string {
  return digits.includes(rules.decimal) ? '0.00%' : '0%';
}

function numberFormat(
  match: RegExpExecArray,
  money: boolean,
  rules: LocaleRules,
): { readonly format?: string } {
  const digits = match[2] ?? '';
  const decimals = digits.includes(rules.decimal) ? '.00' : '';
  if (money) return { format: `[$${rules.currencies[0] ?? ''}]#,##0.00` };
  if (match[3] !== undefined) return { format: '0.00E+00' };
  return digits.includes(rules.group) ? { format: `#,##0${decimals}` } : {};
}
