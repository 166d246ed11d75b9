import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The nearest folder upwards that holds package.json; the same from src/cli and from the bundles in build/.
 * @param {string} [from] absolute path of the folder to start at
 * @returns {string} absolute path
 */
export function findProjectRoot(from = dirname(fileURLToPath(import.meta.url))) {
  return existsSync(join(from, 'package.json')) ? from : findProjectRoot(dirname(from));
}
