import type { Area } from '../model';
import { mapReferences, type A1Bounds, type A1Reference } from '../values/formula-references';
import { rewriteFormulas } from './formulas';
import { followArea, splitArea, type GridMap, type Span } from './grid-map';
import type { SheetState } from './sheet-state';
import type { WorkbookState } from './workbook-state';

/** Lets everything that stands on rows and columns follow them: settings, ranges, metadata, charts, formulas. */
export function followGrid(workbook: WorkbookState, sheet: SheetState, map: GridMap): void {
  sheet.layers.replaceAreas((area) => splitArea(area, map));
  followSettings(sheet, map);
  followReferences(workbook, sheet, map);
  sheet.forgetExtent();
  sheet.changes.settings = true;
  followFormulas(workbook, sheet, map);
}

interface Placed {
  readonly area: Area;
}

function followSettings(sheet: SheetState, map: GridMap): void {
  const whole = <T extends Placed>(item: T): T[] => {
    const area = followArea(item.area, map);
    return area ? [{ ...item, area }] : [];
  };
  const pieces = <T extends Placed>(item: T): T[] =>
    splitArea(item.area, map).map((area) => ({ ...item, area }));
  sheet.bandings = sheet.bandings.flatMap(whole);
  sheet.validations = sheet.validations.flatMap(pieces);
  sheet.borders = sheet.borders.flatMap(pieces);
  sheet.filter = sheet.filter && followArea(sheet.filter, map);
  sheet.merges = sheet.merges.flatMap((merge) => followArea(merge, map) ?? []);
  sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => {
    const areas = rule.areas.flatMap((area) => splitArea(area, map));
    return areas.length > 0 ? [{ ...rule, areas }] : [];
  });
  sheet.protections = sheet.protections.flatMap((item) => {
    if (!item.area) return [item];
    const area = followArea(item.area, map);
    return area ? [{ ...item, area }] : [];
  });
  followLines(sheet, map);
}

function followLines(sheet: SheetState, map: GridMap): void {
  const line = (known: number): number[] => {
    const landed = map.line(known);
    return landed === null ? [] : [landed];
  };
  const size = ([known, px]: [number, number]): [number, number][] =>
    line(known).map((landed) => [landed, px]);
  if (map.axis === 'row') {
    sheet.hiddenRows = new Set([...sheet.hiddenRows].flatMap(line));
    sheet.rowHeights = new Map([...sheet.rowHeights].flatMap(size));
    return;
  }
  sheet.hiddenColumns = new Set([...sheet.hiddenColumns].flatMap(line));
  sheet.columnWidths = new Map([...sheet.columnWidths].flatMap(size));
  sheet.filterCriteria = sheet.filterCriteria.flatMap((item) =>
    line(item.column).map((column) => ({ ...item, column })),
  );
}

/** Named ranges, metadata and charts' sources follow, wherever they are. */
function followReferences(workbook: WorkbookState, sheet: SheetState, map: GridMap): void {
  workbook.settings.touched = true;
  for (const [name, named] of workbook.namedRanges) {
    if (named.sheetId !== sheet.id) continue;
    const area = followArea(named.area, map);
    if (area) workbook.namedRanges.set(name, { ...named, area });
    else workbook.namedRanges.delete(name);
  }
  workbook.metadata = workbook.metadata.flatMap((item) => followMetadata(item, sheet.id, map));
  for (const other of workbook.sheets) followCharts(other, sheet.id, map);
}

type Metadata = WorkbookState['metadata'][number];

function followMetadata(item: Metadata, sheetId: number, map: GridMap): readonly Metadata[] {
  const { location } = item;
  if (location.type === 'ROW' && location.sheetId === sheetId && map.axis === 'row') {
    const row = map.line(location.row);
    return row === null ? [] : [{ ...item, location: { ...location, row } }];
  }
  if (location.type === 'COLUMN' && location.sheetId === sheetId && map.axis === 'column') {
    const column = map.line(location.column);
    return column === null ? [] : [{ ...item, location: { ...location, column } }];
  }
  return [item];
}

function followCharts(sheet: SheetState, sheetId: number, map: GridMap): void {
  if (sheet.charts.length === 0) return;
  sheet.changes.settings = true;
  sheet.charts = sheet.charts.map((chart) => ({
    ...chart,
    ...(sheet.id === sheetId ? followAnchor(chart, map) : {}),
    sources: chart.sources.flatMap((source) => {
      if (source.sheetId !== sheetId) return [source];
      const area = followArea(source.area, map);
      return area ? [{ ...source, area }] : [];
    }),
  }));
}

interface Anchor {
  readonly row: number;
  readonly column: number;
}

function followAnchor({ row, column }: Anchor, map: GridMap): Anchor {
  return map.axis === 'row'
    ? { row: landingOf(row, map), column }
    : { row, column: landingOf(column, map) };
}

/** A chart whose line was taken out stands where the lines after it moved to. */
function landingOf(line: number, map: GridMap): number {
  const landed = map.line(line);
  if (landed !== null) return landed;
  const before = map.follow({ start: 1, length: line });
  return before === null ? 1 : before.length + 1;
}

/** Stands for the open end of `C2:C`. */
const openEnd = 1e9;

/** Moves the references of all formulas of the workbook to the lines of `sheet` they meant. */
function followFormulas(workbook: WorkbookState, sheet: SheetState, map: GridMap): void {
  for (const home of workbook.sheets) {
    const concerns = (reference: A1Reference): boolean => {
      const title = reference.context?.at(-1) ?? home.title;
      return title.toLowerCase() === sheet.title.toLowerCase();
    };
    rewriteFormulas(home, (formula) =>
      mapReferences(formula, (reference) =>
        concerns(reference) ? followReference(reference, map) : null,
      ),
    );
  }
}

function followReference(reference: A1Reference, map: GridMap): A1Reference | '#REF!' | null {
  const { range } = reference;
  const [low, high] = map.axis === 'row' ? [range.top, range.bottom] : [range.left, range.right];
  if (isOpen(low) && isOpen(high)) return null;
  const start = (low ?? 0) + 1;
  const end = isOpen(high) ? openEnd : high + 1;
  const landed = map.follow({ start, length: end - start + 1 });
  if (!landed) return '#REF!';
  return { ...reference, range: withEdges(range, landed, { axis: map.axis, high }) };
}

interface Edge {
  readonly axis: GridMap['axis'];
  /** What the reference ended with: an open end stays open. */
  readonly high: number | null | undefined;
}

function withEdges(range: A1Bounds, { start, length }: Span, { axis, high }: Edge): A1Bounds {
  const low = start - 1;
  const end = isOpen(high) ? null : low + length - 1;
  return axis === 'row' ? { ...range, top: low, bottom: end } : { ...range, left: low, right: end };
}

function isOpen(edge: number | null | undefined): edge is null | undefined {
  return edge === null || edge === undefined;
}
