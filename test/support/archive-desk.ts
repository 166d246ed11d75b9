import { shortHash } from '../../src/events/short-hash';
import { valueOf } from './ask-panel';
import type { InProcess } from './in-process';

type Line = readonly [table: string, json: string];

interface Part {
  readonly place: object;
  readonly items: readonly { readonly mark: string; readonly lines: readonly Line[] }[];
  readonly next: object | null;
}

interface Left {
  readonly removed: number;
  readonly next: object | null;
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'items' in value && 'next' in value;
const isLeft = (value: unknown): value is Left =>
  typeof value === 'object' && value !== null && 'removed' in value && 'next' in value;

const first = { register: 0, row: 0 };

/** Files as the page makes them: lines by table. */
export interface Files {
  readonly lines: Map<string, string[]>;
}

const readPart = (desk: Pick<InProcess, 'ask'>, before: string, place: object): Part => {
  const part = valueOf(desk.ask('readArchive', before, JSON.stringify(place)));
  if (!isPart(part)) throw new Error(JSON.stringify(part));
  return part;
};

/** Downloads, as the page does: what learnt nothing since then (epoch ms), or all. */
export function download(desk: Pick<InProcess, 'ask'>, before = ''): Files {
  const files: Files = { lines: new Map() };
  for (let place: object | null = first; place !== null;) {
    const { items, next } = readPart(desk, before, place);
    for (const [table, line] of items.flatMap(({ lines }) => lines))
      files.lines.set(table, [...(files.lines.get(table) ?? []), line]);
    place = next;
  }
  return files;
}

/** Reads saved files back and lets leave what they have, as the page does. Gives how many rows left. */
export function letLeave(
  desk: Pick<InProcess, 'ask'>,
  files: Files,
  { before, word = 'retirar' }: { readonly before: string; readonly word?: string },
): number {
  const known = new Set([...files.lines.values()].flat().map(shortHash));
  let removed = 0;
  for (let place: object | null = first; place !== null;) {
    const part = readPart(desk, before, place);
    const equal = part.items.filter(({ lines }) =>
      lines.every(([, line]) => known.has(shortHash(line))),
    );
    place = part.next;
    if (equal.length === 0) continue;
    const marks = equal.map(({ mark }) => mark).join(' ');
    const at = JSON.stringify(part.place);
    const left = valueOf(desk.ask('letArchivedLeave', before, at, marks, word));
    if (!isLeft(left)) throw new Error(JSON.stringify(left));
    removed += left.removed;
    place = left.next;
  }
  return removed;
}
