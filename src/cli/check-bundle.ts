import { parse } from 'acorn';
import type { Program } from 'acorn';
import { declaredNames } from '../twin/runtime/declared-names';
import { measureRooms } from './late/sizes';

/** Most bytes a built file may have: what one can still paste, and an editor opens. */
export const budgetBytes: Readonly<Record<string, number>> = {
  'Code.js': 900_000,
  'Código.gs': 1_000_000,
  html: 150_000,
};

/** Most bytes that every run compiles: 24 ms a megabyte, where what stays text takes 4 (docs/decisions/0018-late-rooms.md). */
const earlyBudgetBytes = 190_000;

function parseScript(code: string): Program {
  try {
    return parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  } catch (error) {
    throw new Error(`The bundle is not an ES2020 script: ${String(error)}`, { cause: error });
  }
}

/**
 * The global names that a classic script declares, in order.
 * @throws {Error} when Apps Script could not parse the code, or when it is not strict
 */
export function listGlobalNames(code: string): string[] {
  const program = parseScript(code);
  const [first] = program.body;
  if (first?.type !== 'ExpressionStatement' || first.directive !== 'use strict')
    throw new Error('The bundle must begin with "use strict".');
  return declaredNames(program);
}

/** @throws {Error} when the script has other global names than `App` and the expected ones, or is too large */
export function checkBundle(fileName: string, code: string, entryNames: readonly string[]): void {
  const found = listGlobalNames(code);
  const expected = ['App', ...entryNames];
  if (found.join() !== expected.join())
    throw new Error(
      `Global names of ${fileName}: expected ${expected.join(', ')}; got ${found.join(', ')}.`,
    );
  checkSize(fileName, code);
}

/** @throws {Error} when too much of the script is compiled by every run */
export function checkEarly(code: string): void {
  const { early } = measureRooms(code);
  if (early > earlyBudgetBytes)
    throw new Error(
      `Every run would compile ${early} bytes, ${earlyBudgetBytes} are allowed (see earlyBudgetBytes).`,
    );
}

/** @throws {Error} when the file is over its budget */
export function checkSize(fileName: string, text: string): void {
  const bytes = Buffer.byteLength(text);
  const most = budgetBytes[fileName] ?? budgetBytes['html'] ?? 0;
  if (bytes > most)
    throw new Error(`${fileName} has ${bytes} bytes, ${most} are allowed (see budgetBytes).`);
}
