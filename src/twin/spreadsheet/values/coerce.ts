import { EnumValue, HostObject } from '../../runtime/host-object';
import type { CellValue } from '../model';
import { breakReferences } from './formula-references';
import { readFormulaText, type KeptFormula } from './formula-syntax';
import type { LocaleRules } from './locales';
import { readFormula, readTypedText, type TypingOptions } from './typed-text';
import { serialFromEpoch } from './zone';

/** Sides taken for writes where sources are silent or disagree. */
export interface CoercionOptions extends TypingOptions {
  /** A text that begins with `=` becomes a formula in a plain text (`@`) cell too. */
  readonly formulaInTextCell: boolean;
  /** A leading apostrophe stays in a plain text (`@`) cell. */
  readonly apostropheInTextCell: boolean;
}

/** What a write needs to know of the spreadsheet. */
export interface WritingRules {
  readonly timeZone: string;
  readonly rules: LocaleRules;
  /** This year, for typed dates that have none. */
  readonly year: number;
  readonly hasSheet: (title: string) => boolean;
  readonly options: CoercionOptions;
}

/** What a cell becomes: a value or a formula, and the format an automatic cell takes on. */
export interface WrittenCell extends Partial<KeptFormula> {
  readonly value: CellValue;
  readonly format?: string;
}

const blank: WrittenCell = { value: null };
const mapText = (entries: readonly (readonly [string, unknown])[]): string =>
  `{${entries.map(([key, value]) => `${key}=${javaText(value)}`).join(', ')}}`;

/** What `setValue(input)` makes of a cell whose number format is `format` (undefined: automatic). */
export function coerceInput(
  input: unknown,
  format: string | undefined,
  writing: WritingRules,
): WrittenCell {
  if (input === null || input === undefined || input === '') return blank;
  if (typeof input === 'string') return coerceText(input, format, writing);
  if (typeof input === 'number') return { value: Number.isFinite(input) ? input : '#NUM!' };
  if (typeof input === 'boolean') return { value: input };
  if (input instanceof Date) return coerceDate(input, writing);
  return { value: javaText(input) };
}

function coerceText(text: string, format: string | undefined, writing: WritingRules): WrittenCell {
  if (format === '@') return keepText(text, writing);
  const typed = readTypedText(text, writing.rules, writing);
  if (typed.kind === 'blank') return blank;
  if (typed.kind === 'formula') return keepFormula(typed.formula, writing);
  const value = typed.value === '' ? null : typed.value;
  return typed.format === undefined ? { value } : { value, format: typed.format };
}

/** What a cell keeps of a formula: it is read in the spreadsheet's locale, and names sheets that are there by now. */
export function keepFormula(
  text: string,
  { rules, hasSheet }: Pick<WritingRules, 'rules' | 'hasSheet'>,
): WrittenCell {
  const kept = readFormulaText(text, rules);
  if (kept.isBroken) return { value: null, ...kept };
  return { value: null, formula: breakReferences(kept.formula, (title) => !hasSheet(title)) };
}

function keepText(text: string, writing: WritingRules): WrittenCell {
  const { options } = writing;
  const formula = options.formulaInTextCell ? readFormula(text, options) : null;
  if (formula !== null) return keepFormula(formula, writing);
  const consumed = !options.apostropheInTextCell && text.startsWith("'");
  return { value: consumed ? text.slice(1) : text };
}

function coerceDate(date: Date, { timeZone, rules }: WritingRules): WrittenCell {
  if (Number.isNaN(date.getTime())) return { value: '#NUM!' };
  const value = serialFromEpoch(date.getTime(), timeZone);
  const hasTime = Math.abs(value - Math.round(value)) > 1e-9;
  return { value, format: hasTime ? `${rules.dateFormat} HH:mm:ss` : rules.dateFormat };
}

/** The text Apps Script leaves in a cell for a value that is none: Java's `toString` of it. */
export function javaText(value: unknown): string {
  if (Array.isArray(value)) return '[Ljava.lang.Object;@1b2c3d4e';
  if (value instanceof EnumValue) return value.name;
  if (value instanceof HostObject) return value.constructor.name;
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return mapText(Object.entries(value));
  }
  return String(value);
}
