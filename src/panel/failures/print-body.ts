/** A line of a body as it is shown. */
export interface BodyLine {
  readonly text: string;
  /** It failed there. */
  readonly isFaulty: boolean;
}

const mostLines = 300;
const longestText = 300;

/**
 * A body in lines, the place of a path (`messages.a[0].id`) marked; where there is no such place, what it would stand in. Of a long
 * body only what lies near that place.
 */
export function printBody(body: unknown, path: string): readonly BodyLine[] {
  const lines = printValue(body, { place: '', depth: 0, name: '', end: '' });
  const found = findPlace(lines, path);
  const shown = lines.map(({ text, place, isOpen }) => ({
    text,
    isFaulty: path !== '' && place === found && isOpen,
  }));
  const at = shown.findIndex(({ isFaulty }) => isFaulty);
  const first = Math.max(0, Math.min(at - mostLines / 2, shown.length - mostLines));
  return [
    ...(first > 0 ? [{ text: '…', isFaulty: false }] : []),
    ...shown.slice(first, first + mostLines),
    ...(shown.length > first + mostLines ? [{ text: '…', isFaulty: false }] : []),
  ];
}

interface PrintedLine {
  readonly text: string;
  readonly place: string;
  /** False for the line that closes an object or a list. */
  readonly isOpen: boolean;
}

interface Printing {
  readonly place: string;
  readonly depth: number;
  /** What stands before the value. */
  readonly name: string;
  readonly end: string;
}

function printValue(value: unknown, printing: Printing): readonly PrintedLine[] {
  const { place, depth, name, end } = printing;
  const indent = '  '.repeat(depth);
  const line = (text: string, isOpen = true): PrintedLine => ({
    text: indent + text,
    place,
    isOpen,
  });
  if (typeof value !== 'object' || value === null) return [line(name + printPlain(value) + end)];
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return [line(name + open + close + end)];
  const inside = entries.flatMap(([key, item], index) =>
    printValue(item, {
      place: isList ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`,
      depth: depth + 1,
      name: isList ? '' : `${JSON.stringify(key)}: `,
      end: index < entries.length - 1 ? ',' : '',
    }),
  );
  return [line(name + open), ...inside, line(close + end, false)];
}

function printPlain(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > longestText ? `${text.slice(0, longestText)}…"` : text;
}

/** The place itself, or the nearest one around it that is there. */
function findPlace(lines: readonly PrintedLine[], path: string): string {
  const places = new Set(lines.map(({ place }) => place));
  let place = path;
  while (place !== '' && !places.has(place))
    place = place.replace(/(?:\.|^)[^.[\]]*$|\[\d+\]$/, '');
  return place;
}
