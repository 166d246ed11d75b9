import { valueOf } from './ask-panel';
import { dataTabTitles } from './data-tabs';
import type { InProcess } from './in-process';
import type { Traffic } from './traffic';

export function send(desk: InProcess, { posts }: Pick<Traffic, 'posts'>): void {
  for (const { platform, webhook, body, atMs } of posts) {
    desk.nowMs = Math.max(desk.nowMs, atMs);
    desk.post(platform, body, `k=${platform}.exemplo-local&w=${webhook}`);
  }
}

interface Found {
  readonly people: readonly { readonly title: string; readonly entries: string }[];
  readonly next: object | null;
}

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && 'people' in value && 'next' in value;

/** Everybody who is found, as the page does it: part by part. */
export function find(desk: InProcess, query: string): Found['people'] {
  const people: Found['people'][number][] = [];
  let place: object | null = { register: 0, row: 0 };
  while (place !== null) {
    const found: unknown = valueOf(desk.ask('findSubject', query, JSON.stringify(place)));
    if (!isFound(found)) throw new Error(JSON.stringify(found));
    people.push(...found.people);
    place = found.next;
  }
  return people;
}

/** Everything that is held of whoever is found. */
export function hold(desk: InProcess, query: string): readonly unknown[] {
  const items: unknown[] = [];
  let entries = find(desk, query)
    .map((one) => one.entries)
    .join('');
  let place: unknown = { register: 0, row: 0, number: 0 };
  while (place !== null) {
    const part: unknown = valueOf(desk.ask('readSubject', entries, JSON.stringify(place)));
    if (!isHeld(part)) throw new Error(JSON.stringify(part));
    items.push(...part.items);
    ({ entries, next: place } = part);
  }
  return items;
}

interface Held {
  readonly items: readonly unknown[];
  readonly entries: string;
  readonly next: unknown;
}

const isHeld = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && 'items' in value && 'next' in value;

export function erase(desk: InProcess, query: string, days = '365'): void {
  const entries = find(desk, query).map((one) => one.entries);
  let outcome = desk.ask('eraseSubject', entries.join(''), days, 'eliminar');
  while (valueOf(outcome) !== null) outcome = desk.ask('goOnErasing');
}

export const tracesIn = (desk: InProcess, traces: readonly string[]): readonly string[] => {
  const everything = JSON.stringify(desk.everything());
  return traces.filter((trace) => everything.includes(trace));
};

/** Rows in which nothing of the person stands, by key. */
export const othersOf = (desk: InProcess, traces: readonly string[]) =>
  dataTabTitles.map((title) =>
    desk
      .rows(title)
      .map((row) => JSON.stringify(row))
      .filter((row) => !traces.some((trace) => row.includes(trace)) && !/"x[\w-]{16}/.test(row))
      .sort(),
  );
