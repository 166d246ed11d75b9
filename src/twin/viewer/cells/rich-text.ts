import type { CellStyle, TextRun } from '../../spreadsheet/model';
import type { CellFinder } from './find-cell';

const FONT = "'Roboto', arial";
const DEFAULT_SIZE_PT = 10;

/** What of the library's drawing of one cell is used here. */
interface DrawnCell {
  /** Address of the cell or the merge. */
  readonly id: string;
  readonly x: number;
  readonly style: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly fontSize?: number;
    readonly textColor?: string;
  };
  readonly content?: {
    readonly textLines: readonly string[];
    readonly align: 'left' | 'right' | 'center';
    readonly x: number;
    readonly y: number;
    readonly fontSizePx: number;
  };
}

interface Drawing {
  readonly ctx: CanvasRenderingContext2D;
  readonly sheetId: string;
}

interface Piece {
  readonly text: string;
  readonly font: string;
  readonly color: string;
}

function splitText(text: string, runs: readonly TextRun[], { style }: DrawnCell): Piece[] {
  const edges = [0, text.length, ...runs.flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(edges)].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const own = runs.filter((run) => run.start <= start && run.end >= end).map((run) => run.style);
    const look: CellStyle = Object.fromEntries(own.flatMap((one) => Object.entries(one)));
    const isBold = look.fontWeight === undefined ? style.bold === true : look.fontWeight === 'bold';
    const isItalic = look.fontStyle === undefined ? style.italic : look.fontStyle === 'italic';
    const sizePx = Math.round(((look.fontSize ?? style.fontSize ?? DEFAULT_SIZE_PT) * 96) / 72);
    return {
      text: text.slice(start, end),
      font: `${isItalic ? 'italic ' : ''}${isBold ? 'bold' : '400'} ${sizePx}px ${FONT}`,
      color: look.fontColor ?? style.textColor ?? '#000000',
    };
  });
}

function drawPieces(
  ctx: CanvasRenderingContext2D,
  cell: DrawnCell,
  pieces: readonly Piece[],
): void {
  const { content } = cell;
  if (!content) return;
  const widths = pieces.map(({ text, font }) => {
    ctx.font = font;
    return ctx.measureText(text).width;
  });
  const width = widths.reduce((sum, one) => sum + one, 0);
  const shift = { left: 0, right: width, center: width / 2 }[content.align];
  let x = content.x - shift;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const baseline = content.y + content.fontSizePx * 0.92;
  pieces.forEach(({ text, font, color }, index) => {
    ctx.font = font;
    ctx.fillStyle = color;
    ctx.fillText(text, x, baseline);
    x += widths[index] ?? 0;
  });
}

/** Lets the library's drawing leave texts of several looks to us: it knows one look a cell. */
export function drawRichTexts(finder: () => CellFinder | null): void {
  const { prototype } = o_spreadsheet.stores.GridRenderer;
  const drawTexts: unknown = Reflect.get(prototype, 'drawTexts');
  if (typeof drawTexts !== 'function') throw new Error('The grid library draws texts otherwise.');
  const drawOurs = function (this: unknown, drawing: Drawing, cells: readonly DrawnCell[]): void {
    const rich: (readonly [DrawnCell, readonly TextRun[]])[] = [];
    const plain = cells.filter((cell) => {
      const { row, col } = o_spreadsheet.helpers.toCartesian(cell.id.split(':')[0] ?? 'A1');
      const runs = finder()?.runs({ sheetId: drawing.sheetId, row, col }) ?? null;
      if (runs && cell.content?.textLines.length === 1) rich.push([cell, runs]);
      return !runs || cell.content?.textLines.length !== 1;
    });
    Reflect.apply(drawTexts, this, [drawing, plain]);
    drawing.ctx.save();
    for (const [cell, runs] of rich) {
      const text = cell.content?.textLines[0] ?? '';
      drawPieces(drawing.ctx, cell, splitText(text, runs, cell));
    }
    drawing.ctx.restore();
  };
  Reflect.set(prototype, 'drawTexts', drawOurs);
}
