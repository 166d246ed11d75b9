import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** The parsed JSON of `test/fixtures/<path>`. */
export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(`${folder}${path}`, 'utf8'));
}

/** Every JSON file below `test/fixtures/<under>`, by its path there. */
export function listFixtures(under: string): readonly string[] {
  const names = readdirSync(`${folder}${under}`, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.json')).toSorted();
}

/** The documented bodies: all but those of `field/`, which are written after the facts. */
export function listDocumented(vendor: string): readonly string[] {
  return listFixtures(vendor).filter((name) => !name.startsWith('field/'));
}
