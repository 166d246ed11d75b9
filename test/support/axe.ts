import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const axePath = require.resolve('axe-core/axe.min.js');

/** A rule of accessibility that a page breaks. */
interface Violation {
  readonly id: string;
  /** `minor`, `moderate`, `serious` or `critical`. */
  readonly impact: string;
  /** The elements that break it, as HTML. */
  readonly places: readonly string[];
}

/** The rules of accessibility that a page breaks seriously, by axe. */
export async function seriousFaults(place: Page | Frame): Promise<readonly string[]> {
  const found = await runAxe(place);
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id);
}

/** The same with moderate ones, and where they are. */
export async function allFaults(place: Page | Frame): Promise<readonly string[]> {
  const found = await runAxe(place);
  return found
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id, places }) => `${id}: ${places.join(' ')}`);
}

async function runAxe(place: Page | Frame): Promise<readonly Violation[]> {
  await place.evaluate(readFileSync(axePath, 'utf8'));
  const results = await place.evaluate(async () => {
    const axe: unknown = Reflect.get(window, 'axe');
    if (typeof axe !== 'object' || axe === null) throw new Error('axe is missing');
    const run: unknown = Reflect.get(axe, 'run');
    if (typeof run !== 'function') throw new Error('axe cannot run');
    const found: unknown = await Reflect.apply(run, axe, []);
    return JSON.stringify(found);
  });
  const found: unknown = Reflect.get(Object(JSON.parse(results)), 'violations');
  if (!Array.isArray(found)) throw new Error('axe gave no list');
  return found.map(toViolation);
}

function toViolation(value: unknown): Violation {
  const read = (name: string): unknown => Reflect.get(Object(value), name);
  const nodes = read('nodes');
  const places = Array.isArray(nodes)
    ? nodes.map((node: unknown) => String(Reflect.get(Object(node), 'html')))
    : [];
  return { id: String(read('id')), impact: String(read('impact')), places };
}
