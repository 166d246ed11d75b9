import type { LocaleRules } from './locales';

/** The signs that formulas are written with. Rows of an array are apart by `;` everywhere, and `;` between arguments is taken everywhere. */
interface FormulaSigns {
  readonly decimal: '.' | ',';
  readonly argument: ',' | ';';
  /** Between the columns of an array. */
  readonly column: ',' | '\\';
}

const pointSigns: FormulaSigns = { decimal: '.', argument: ',', column: ',' };
const commaSigns: FormulaSigns = { decimal: ',', argument: ';', column: '\\' };

function signsOf({ decimal }: Pick<LocaleRules, 'decimal'>): FormulaSigns {
  return decimal === ',' ? commaSigns : pointSigns;
}

/** A formula as a cell keeps it. */
export interface KeptFormula {
  /** With en-US signs; as it was written when it is broken. */
  readonly formula: string;
  /** The locale it was written in could not read it: the cell shows `#ERROR!` for good. */
  readonly isBroken?: true;
}

/** Reads a formula as Google does: with the signs of the spreadsheet's locale, whoever writes it. */
export function readFormulaText(text: string, rules: Pick<LocaleRules, 'decimal'>): KeptFormula {
  const formula = changeSigns(text, signsOf(rules), pointSigns);
  return formula === null ? { formula: text, isBroken: true } : { formula };
}

/** A kept formula as it is shown, and answered to `getFormula`, in a spreadsheet of that locale; blank when there is none. */
export function showFormula(
  kept: Partial<KeptFormula> | undefined,
  rules: Pick<LocaleRules, 'decimal'>,
): string {
  if (kept?.formula === undefined) return '';
  if (kept.isBroken) return kept.formula;
  return changeSigns(kept.formula, pointSigns, signsOf(rules)) ?? kept.formula;
}

/** Texts, sheet names, errors and names (functions, cells, named ranges): they are no business of the locale. */
const fixedPart = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|#[A-Z/\d]+[!?]?|[\p{L}_$][\p{L}\p{N}_.$]*/uy;
const numbers = {
  '.': /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  ',': /(?:\d+(?:,\d+)?|,\d+)(?:[eE][+-]?\d+)?/y,
} as const;
const endsValue = /[\p{L}\p{N}"')}%]\s*$/u;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Rewrites a formula from one set of signs to another; null when it makes no sense in the first. */
function changeSigns(formula: string, from: FormulaSigns, to: FormulaSigns): string | null {
  const brackets: string[] = [];
  let out = '';
  let at = 0;
  while (at < formula.length) {
    const fixed = match(fixedPart, formula, at);
    const number = fixed === null ? match(numbers[from.decimal], formula, at) : null;
    const part = fixed ?? number ?? formula.charAt(at);
    // `A1,5` is no number after a cell: two values stand side by side.
    if (number?.startsWith(from.decimal) && endsValue.test(out)) return null;
    const changed =
      fixed ?? number?.replace(from.decimal, to.decimal) ?? changeSign(part, brackets, [from, to]);
    if (changed === null) return null;
    out += changed;
    at += part.length;
  }
  return out;
}

function changeSign(
  sign: string,
  brackets: string[],
  [from, to]: readonly [FormulaSigns, FormulaSigns],
): string | null {
  if (sign === '(' || sign === '{') brackets.push(sign);
  else if (sign === ')' || sign === '}') brackets.pop();
  if (sign === '.') return null;
  if (!/[,;\\]/.test(sign)) return sign;
  const inside = brackets.at(-1);
  if (inside === '{') {
    if (sign === ';') return sign;
    return sign === from.column ? to.column : null;
  }
  if (inside === undefined) return null;
  return sign === ';' || sign === from.argument ? to.argument : null;
}
