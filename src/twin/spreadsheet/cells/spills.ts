import type { Row } from './row';

/** Functions whose result may be more than one cell, and array literals. */
const mayFill =
  /\{|\b(?:ARRAYFORMULA|CHOOSECOLS|CHOOSEROWS|FILTER|FLATTEN|FREQUENCY|HSTACK|MMULT|QUERY|RANDARRAY|SEQUENCE|SORT|SORTN|SPLIT|TAKE|DROP|TOCOL|TOROW|TRANSPOSE|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS|XLOOKUP)\s*\(/i;

/** Whether a formula of the row may fill cells beside its own: only the engine knows whether it does. */
export function maySpill(row: Row | undefined): boolean {
  return (
    row?.extras?.some((extra) => extra?.formula !== undefined && mayFill.test(extra.formula)) ??
    false
  );
}
