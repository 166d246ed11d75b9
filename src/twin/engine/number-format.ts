import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface NumberFormatter {
  format(pattern: string, value: number, options: { locale: string }): string;
  isValidFormat(pattern: string): boolean;
}

const requireHere = createRequire(import.meta.url);
let formatter: NumberFormatter | null = null;

function isFormatter(value: unknown): value is NumberFormatter {
  return typeof value === 'object' && value !== null && 'format' in value;
}

/**
 * numfmt 4.0.1 names files in its package.json that it does not ship (`dist/index.cjs`), so it is loaded by its real file.
 */
function loadFormatter(): NumberFormatter {
  if (formatter) return formatter;
  const folders = requireHere.resolve.paths('numfmt') ?? [];
  const file = folders
    .map((folder) => join(folder, 'numfmt', 'dist', 'index.js'))
    .find((candidate) => existsSync(candidate));
  if (!file) throw new Error('The package numfmt is not installed. Run npm ci.');
  const loaded: unknown = requireHere(file);
  if (!isFormatter(loaded)) throw new Error('The package numfmt is not the version expected.');
  formatter = loaded;
  return loaded;
}

/** A number (or date serial) as text in a Sheets number format; null when the format cannot be read. */
export function formatNumber(pattern: string, value: number, locale: string): string | null {
  const { format, isValidFormat } = loadFormatter();
  if (!isValidFormat(pattern)) return null;
  return format(pattern, value, { locale });
}
