/** A cell that a person has changed. */
export interface Edit {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/**
 * What Google tells a simple trigger of an edit
 * (https://developers.google.com/apps-script/guides/triggers/events#edit). Whoever opens the web app's address can call the function,
 * too, but only with what JSON can hold: a range has methods, so null for everything else.
 */
export function readEdit(event: unknown): Edit | null {
  const range = member(event, 'range');
  const [row, column] = [ask(range, 'getRow'), ask(range, 'getColumn')];
  const sheetId = ask(ask(range, 'getSheet'), 'getSheetId');
  const isReal = [row, column, sheetId].every((part) => typeof part === 'number');
  return isReal ? { row: Number(row), column: Number(column), sheetId: Number(sheetId) } : null;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function ask(value: unknown, method: string): unknown {
  const own = member(value, method);
  return typeof own === 'function' ? Reflect.apply(own, value, []) : undefined;
}
