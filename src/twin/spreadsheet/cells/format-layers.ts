import type { Area, CellStyle } from '../model';
import { bottom, covers, intersect, right, subtract } from './areas';
import type { GridShift } from './grid-map';

/** A style over an area. Later layers win over earlier ones; a cell's own style wins over all. */
export interface FormatLayer {
  readonly area: Area;
  readonly style: CellStyle;
}

const noStyle: CellStyle = Object.freeze({});

/** Styles of large areas, kept apart from the cells, so that a whole column's format costs nothing per cell. */
export class FormatLayers {
  private byColumn: (readonly FormatLayer[] | undefined)[] = [];

  constructor(private layers: readonly FormatLayer[] = []) {}

  toJson(): readonly FormatLayer[] {
    return this.layers;
  }

  /** Style the layers give a cell. Shared object: one layer's own where only one counts. */
  styleAt(row: number, column: number): CellStyle {
    let style = noStyle;
    for (const layer of this.layersOf(column)) {
      if (row < layer.area.row || row > bottom(layer.area)) continue;
      style = style === noStyle ? layer.style : { ...style, ...layer.style };
    }
    return style;
  }

  /** Whether some layer says something about the area. */
  touches(area: Area): boolean {
    return this.layers.some((layer) => intersect(layer.area, area) !== null);
  }

  add(area: Area, style: CellStyle): void {
    const kept = this.layers.flatMap((layer) => {
      if (!covers(area, layer.area)) return [layer];
      const rest = withoutKeys(layer.style, style);
      return Object.keys(rest).length > 0 ? [{ area: layer.area, style: rest }] : [];
    });
    const twin = kept.findIndex((layer) => sameArea(layer.area, area));
    const merged = { area, style: { ...kept[twin]?.style, ...style } };
    if (twin === kept.length - 1 && twin >= 0) kept[twin] = merged;
    else kept.push({ area, style });
    this.replace(kept);
  }

  /** Takes all styles away from an area. */
  clear(area: Area): void {
    this.replace(
      this.layers.flatMap((layer) =>
        subtract(layer.area, area).map((part) => ({ area: part, style: layer.style })),
      ),
    );
  }

  /** Puts each layer where its area went: in one piece, in several or in none. */
  replaceAreas(find: (area: Area) => readonly Area[]): void {
    this.replace(
      this.layers.flatMap(({ area, style }) => find(area).map((found) => ({ area: found, style }))),
    );
  }

  /** Stretches what ends in the line before `at` over the lines put in there, as Sheets lets them inherit. */
  stretch(shift: GridShift): void {
    this.replace(this.layers.map((layer) => ({ ...layer, area: stretchArea(layer.area, shift) })));
  }

  private replace(layers: readonly FormatLayer[]): void {
    this.layers = layers;
    this.byColumn = [];
  }

  private layersOf(column: number): readonly FormatLayer[] {
    const known = this.byColumn[column];
    if (known) return known;
    const layers = this.layers.filter(({ area }) => column >= area.column && column <= right(area));
    this.byColumn[column] = layers;
    return layers;
  }
}

function stretchArea(area: Area, { axis, at, count }: GridShift): Area {
  if (axis === 'row') return bottom(area) === at - 1 ? { ...area, rows: area.rows + count } : area;
  return right(area) === at - 1 ? { ...area, columns: area.columns + count } : area;
}

function sameArea(one: Area, other: Area): boolean {
  return covers(one, other) && covers(other, one);
}

function withoutKeys(style: CellStyle, taken: CellStyle): CellStyle {
  return Object.fromEntries(Object.entries(style).filter(([key]) => !(key in taken)));
}
