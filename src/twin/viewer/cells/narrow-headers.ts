/** What the grid library hands to its drawing methods. */
interface Drawing {
  readonly ctx: CanvasRenderingContext2D;
}

/** So much must be free beside a letter. */
const gapPx = 2;

/**
 * Leaves out names of columns that are narrower than they are: the library draws them over each other. Its boxes come first, so a name is
 * measured against the box that its middle is in.
 */
export function dropNarrowHeaders(): void {
  const { prototype } = o_spreadsheet.stores.GridRenderer;
  const drawHeaders: unknown = Reflect.get(prototype, 'drawHeaders');
  if (typeof drawHeaders !== 'function')
    throw new Error('The grid library draws headers otherwise.');
  const drawFitting = function (this: unknown, drawing: Drawing): void {
    const release = watchBoxes(drawing.ctx);
    try {
      Reflect.apply(drawHeaders, this, [drawing]);
    } finally {
      release();
    }
  };
  Reflect.set(prototype, 'drawHeaders', drawFitting);
}

/** Of a single letter that of the widest one: I and J alone among dozens of blanks would say nothing. */
const widthOf = (ctx: CanvasRenderingContext2D, name: string): number =>
  ctx.measureText(name.length === 1 ? 'W' : name).width;

/** Stands between the library and the canvas until it is released. */
function watchBoxes(ctx: CanvasRenderingContext2D): () => void {
  const boxes: (readonly [left: number, width: number])[] = [];
  const fillRect = ctx.fillRect.bind(ctx);
  const fillText = ctx.fillText.bind(ctx);
  ctx.fillRect = (...area) => {
    const [x, y, width] = area;
    if (y === 0) boxes.push([x, width]);
    fillRect(...area);
  };
  ctx.fillText = (...written) => {
    const [text, x] = written;
    const box = boxes.find(([left, width]) => left <= x && x < left + width);
    const isName = /^[A-Z]+$/.test(text);
    if (isName && box !== undefined && widthOf(ctx, text) + gapPx > box[1]) return;
    fillText(...written);
  };
  return () => {
    Reflect.deleteProperty(ctx, 'fillRect');
    Reflect.deleteProperty(ctx, 'fillText');
  };
}
