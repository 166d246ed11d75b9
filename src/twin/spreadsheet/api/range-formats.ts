import { clearContents, clearNotes } from '../cells/contents';
import { clearStyle, setCellStyles, setStyle, type StylePatch } from '../cells/styles';
import { setRule } from '../cells/validations';
import { covers } from '../cells/areas';
import { spreadsheetEnums } from '../enums';
import { normalizeColor } from '../values/colors';
import type { BorderData, CellStyle } from '../model';
import { readArea } from '../read-cells';
import {
  boolean,
  listOf,
  memberOf,
  orNull,
  plainObject,
  string,
  type ArgumentType,
} from './arguments';
import type { Range } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';
import { checkShape, first, writeArea } from './range-support';
import { styleAccessors, type StyleAccessor } from './style-accessors';

const on = signaturesOf<Range>();

function readStyles<T>(range: Range, read: (style: CellStyle) => T): T[][] {
  const target = { sheetId: range._sheetId, area: range._area };
  return readArea(range._session, target, ({ sheet, known, row, column }) =>
    read(sheet.styleAt(row, column, known)),
  );
}

function setStyles<T>(
  range: Range,
  values: readonly (readonly T[])[],
  patchOf: (value: T) => StylePatch,
): Range {
  checkShape(range._area, values);
  const patches = values.map((line) => line.map(patchOf));
  return writeArea(range, (sheet, area) => {
    const uniform = uniformColumns(patches);
    if (!uniform) {
      setCellStyles(sheet, area, (row, column) => patches[row]?.[column] ?? {});
      return;
    }
    uniform.forEach((patch, offset) => {
      setStyle(sheet, { ...area, column: area.column + offset, columns: 1 }, patch);
    });
  });
}

/** One patch for each column when all its cells get the same and there are many; null otherwise. */
function uniformColumns(patches: readonly (readonly StylePatch[])[]): readonly StylePatch[] | null {
  const [head = []] = patches;
  if (patches.length < 100) return null;
  const keys = head.map((patch) => JSON.stringify(patch));
  const same = patches.every((line) => line.every((patch, i) => JSON.stringify(patch) === keys[i]));
  return same ? head : null;
}

function accessorMethods<T>(accessor: StyleAccessor<T>): Record<string, Overload<Range>> {
  const { name, plural, type, read, patch } = accessor;
  const list: ArgumentType<readonly (readonly T[])[]> = listOf(listOf(type));
  return {
    [`get${name}`]: on([], (range) => first(range, (one) => readStyles(one, read))),
    [`set${name}`]: on([type], (range, value) => {
      const change = patch(value);
      return writeArea(range, (sheet, area) => setStyle(sheet, area, change));
    }),
    [`get${plural}`]: on([], (range) => readStyles(range, read)),
    [`set${plural}`]: on([list], (range, values) => setStyles(range, values, patch)),
  };
}

const side = orNull(boolean);
const sixSides = [side, side, side, side, side, side] as const;
const borderStyles = memberOf(spreadsheetEnums['BorderStyle'] ?? []);

function setBorder(
  range: Range,
  sides: BorderData['sides'],
  look: Pick<BorderData, 'color' | 'style'>,
): Range {
  return writeArea(range, (sheet, area) => {
    const kept = sheet.borders.filter((border) => !covers(area, border.area));
    sheet.borders = [...kept, { area, sides, ...look }];
    sheet.changes.settings = true;
  });
}

function clearFormat(range: Range): Range {
  return writeArea(range, clearStyle);
}

function clearAll(range: Range): Range {
  return writeArea(range, (sheet, area) => {
    clearContents(sheet, area);
    clearStyle(sheet, area);
    setRule(sheet, area, null);
  });
}

function clearSome(range: Range, options: Readonly<Record<string, unknown>>): Range {
  const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options;
  if (contentsOnly === true) writeArea(range, clearContents);
  if (formatOnly === true) clearFormat(range);
  if (commentsOnly === true) {
    writeArea(range, clearNotes);
  }
  if (validationsOnly === true) writeArea(range, (sheet, area) => setRule(sheet, area, null));
  return range;
}

/** Looks of a range. */
export const rangeFormatMethods: MethodTable<Range> = {
  ...accessorMethods(styleAccessors.numberFormat),
  ...accessorMethods(styleAccessors.background),
  ...accessorMethods(styleAccessors.fontColor),
  ...accessorMethods(styleAccessors.fontWeight),
  ...accessorMethods(styleAccessors.fontStyle),
  ...accessorMethods(styleAccessors.fontLine),
  ...accessorMethods(styleAccessors.fontSize),
  ...accessorMethods(styleAccessors.fontFamily),
  ...accessorMethods(styleAccessors.horizontalAlignment),
  ...accessorMethods(styleAccessors.verticalAlignment),
  ...accessorMethods(styleAccessors.wrapStrategy),
  ...accessorMethods(styleAccessors.wrap),
  setBorder: [
    on(sixSides, (range, ...sides) => setBorder(range, sides, { color: null, style: 'SOLID' })),
    on([...sixSides, orNull(string), orNull(borderStyles)], (range, ...given) => {
      const [top, left, low, end, vertical, horizontal, color, style] = given;
      const sides = [top, left, low, end, vertical, horizontal];
      return setBorder(range, sides, { color: normalizeColor(color), style: style ?? 'SOLID' });
    }),
  ],
  clearFormat: on([], clearFormat),
  clear: [on([], clearAll), on([plainObject], clearSome)],
};
