/** The strokes that the guide's pictures are drawn with. All measures are pixels; every function gives a piece of SVG. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a piece begins. */
export type Point = Pick<Box, 'x' | 'y'>;

/** Size of every picture. */
const size = { width: 640, height: 300 } as const;

const colours = {
  ink: '#1f2328',
  quiet: '#59636e',
  line: '#d1d9e0',
  paper: '#ffffff',
  shade: '#f3f5f7',
  action: '#0b57d0',
  mark: '#c2410c',
} as const;

const font = 'font-family="Arial, Helvetica, sans-serif"';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** About as wide as Arial draws it. */
export const widthOf = (text: string, fontSize = 14): number =>
  Math.round(text.length * fontSize * 0.56);

interface TextLook {
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly fill?: keyof typeof colours;
  readonly mono?: boolean;
}

export function write(at: Point, text: string, look: TextLook = {}): string {
  const { fontSize = 14, bold = false, fill = 'ink', mono = false } = look;
  const family = mono ? 'font-family="Courier New, monospace"' : font;
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${at.x}" y="${at.y}" ${family} font-size="${fontSize}"${weight} fill="${colours[fill]}">${escape(text)}</text>`;
}

interface BoxLook {
  readonly fill?: keyof typeof colours;
  readonly stroke?: keyof typeof colours;
  readonly corner?: number;
  readonly strokeWidth?: number;
}

export function box({ x, y, width, height }: Box, look: BoxLook = {}): string {
  const { fill = 'paper', stroke = 'line', corner = 4, strokeWidth = 1 } = look;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${corner}" fill="${colours[fill]}" stroke="${colours[stroke]}" stroke-width="${strokeWidth}"/>`;
}

/** A browser's window with what stands in its address bar. */
export function browser(address: string): string {
  return [
    box({ x: 8, y: 8, width: size.width - 16, height: size.height - 16 }, { corner: 8 }),
    box({ x: 8, y: 8, width: size.width - 16, height: 36 }, { fill: 'shade', corner: 8 }),
    ...[24, 40, 56].map((x) => `<circle cx="${x}" cy="26" r="5" fill="${colours.line}"/>`),
    box({ x: 100, y: 15, width: 440, height: 22 }, { corner: 11 }),
    write({ x: 114, y: 30 }, address, { fontSize: 12, fill: 'quiet' }),
  ].join('\n');
}

/** The sign that loads the page again, at the left of the address bar. */
export const reloadSign = `<path d="M 86 21 A 7 7 0 1 0 88 28" fill="none" stroke="${colours.ink}" stroke-width="2"/>\n<path d="M 90 17 L 88 24 L 81 21 Z" fill="${colours.ink}"/>`;

/** Rows and columns of a spreadsheet below `top`. */
export function grid(top: number): string {
  const right = size.width - 9;
  const bottom = size.height - 9;
  const lines = [
    ...range(top, bottom, 24).map((y) => `M 9 ${y} H ${right}`),
    ...range(48, right, 96).map((x) => `M ${x} ${top} V ${bottom}`),
  ];
  return `<path d="${lines.join(' ')}" stroke="${colours.line}" stroke-width="1"/>`;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from(
    { length: Math.ceil((to - from) / step) },
    (_unused, index) => from + index * step,
  );
}

/** Words in a row; gives where each one stands, for a menu to hang below it. */
export function menuBar(
  y: number,
  names: readonly string[],
): { readonly drawn: string; readonly places: readonly Box[] } {
  let x = 24;
  const places = names.map((name) => {
    const place = { x: x - 8, y: y - 18, width: widthOf(name) + 16, height: 26 };
    x += place.width + 8;
    return place;
  });
  const drawn = names.map((name, index) => write({ x: (places[index]?.x ?? 0) + 8, y }, name));
  return { drawn: drawn.join('\n'), places };
}

/** A list that hangs below a place; gives where its lines stand. */
export function list(
  at: Point,
  names: readonly string[],
): { readonly drawn: string; readonly places: readonly Box[] } {
  const width = Math.max(...names.map((name) => widthOf(name))) + 32;
  const places = names.map((_name, index) => ({
    x: at.x + 4,
    y: at.y + 4 + index * 28,
    width: width - 8,
    height: 28,
  }));
  const lines = names.map((name, index) =>
    write({ x: at.x + 14, y: at.y + 23 + index * 28 }, name),
  );
  const frame = box({ x: at.x, y: at.y, width, height: names.length * 28 + 8 });
  return { drawn: [frame, ...lines].join('\n'), places };
}

/** A button as wide as its word. */
export function button(at: Point, name: string): { readonly drawn: string; readonly place: Box } {
  const place = { x: at.x, y: at.y, width: widthOf(name) + 28, height: 30 };
  const drawn = [
    box(place, { fill: 'action', stroke: 'action', corner: 15 }),
    write({ x: at.x + 14, y: at.y + 20 }, name, { fill: 'paper' }),
  ].join('\n');
  return { drawn, place };
}

/** A frame around what is clicked; a number where there is more than one to be clicked. */
export function mark({ x, y, width, height }: Box, number?: number): string {
  const frame = `<rect x="${x - 3}" y="${y - 3}" width="${width + 6}" height="${height + 6}" rx="6" fill="none" stroke="${colours.mark}" stroke-width="3"/>`;
  if (number === undefined) return frame;
  const [cx, cy] = [x + width + 5, y - 3];
  return [
    frame,
    `<circle cx="${cx}" cy="${cy}" r="10" fill="${colours.mark}"/>`,
    `<text x="${cx}" y="${cy + 5}" ${font} font-size="13" font-weight="bold" fill="${colours.paper}" text-anchor="middle">${number}</text>`,
  ].join('\n');
}

/** The whole picture; its title is what a screen reader says. */
export function picture(title: string, parts: readonly string[]): string {
  const { width, height } = size;
  const paper = `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escape(title)}</title>`,
    paper,
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}

/** A button that is to be clicked, with its number. */
export function markedButton(at: Point, name: string, number: number): string {
  const { drawn, place } = button(at, name);
  return [drawn, mark(place, number)].join('\n');
}
