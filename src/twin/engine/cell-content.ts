import type { Cell } from '../spreadsheet/model';
import { KEEP_BLANK } from './functions';

/** Google closes what a formula leaves open at its end, so `=SUM(A1` is `=SUM(A1)`. */
function closeBrackets(formula: string): string {
  const outsideText = formula.replace(/"[^"]*"/g, '').replace(/'[^']*'/g, '');
  const opened = outsideText.split('(').length - outsideText.split(')').length;
  return opened > 0 ? formula + ')'.repeat(opened) : formula;
}

/** The engine takes no apostrophe in a sheet's title, so it gets another sign for it. */
export function toEngineTitle(title: string): string {
  return title.replaceAll("'", '’');
}

/** Texts stay; titles of sheets and broken references get the engine's spelling. */
function toEngineFormula(formula: string): string {
  return formula.replace(/"[^"]*"|'(?:[^']|'')+'!|#REF!/g, (part) => {
    if (part === '#REF!') return '#REF';
    return part.startsWith("'")
      ? `'${toEngineTitle(part.slice(1, -2).replaceAll("''", "'"))}'!`
      : part;
  });
}

/** What the engine cannot read either. */
const UNREADABLE = '=(';

/** A cell as the engine is to read it: an apostrophe keeps text text. */
export function toContent({ formula, isBroken, value }: Cell): string {
  if (isBroken) return UNREADABLE;
  if (formula !== undefined) {
    return `=${KEEP_BLANK}(${closeBrackets(toEngineFormula(formula).slice(1))})`;
  }
  if (typeof value === 'string') return value === '' ? '' : `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : String(value);
}

const GOOGLE_ERRORS: Readonly<Record<string, string>> = {
  '#REF': '#REF!',
  '#SPILL!': '#REF!',
  '#CYCLE': '#REF!',
  '#BAD_EXPR': '#ERROR!',
  '#ERROR': '#VALUE!',
};

/** The text Google shows for an error of the engine. */
export function toGoogleError(error: string): string {
  return GOOGLE_ERRORS[error] ?? error;
}

const CLOCK_FUNCTIONS = /\b(?:NOW|TODAY|RAND|RANDBETWEEN)\s*\(/i;

/** Whether a formula's value changes without any cell changing. */
export function isVolatile(formula: string): boolean {
  return CLOCK_FUNCTIONS.test(formula);
}
