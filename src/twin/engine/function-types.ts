import type { CellValue } from '../spreadsheet/model';

/** One value inside the engine; errors are their text. */
export type EngineValue = CellValue;

/** What a function gets for one argument: a value, a matrix of columns, or nothing. */
export type EngineArgument = EngineValue | readonly (readonly EngineValue[])[] | undefined;

/** What the functions need to know of the spreadsheet they run in. */
export interface FunctionContext {
  readonly locale: string;
  /** The wall clock of the spreadsheet's zone as a serial number. */
  nowSerial(): number;
}

/** A function that Google has and the engine lacks (or computes otherwise). */
export interface EngineFunction {
  readonly name: string;
  /** Names of the arguments; `?` at the end makes one optional, `[]` lets it take a whole range. */
  readonly parameters: readonly string[];
  compute(
    values: readonly EngineArgument[],
    context: FunctionContext,
  ): EngineValue | readonly (readonly EngineValue[])[];
}
