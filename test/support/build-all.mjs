import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleForNode } from '../../src/cli/bundle-for-node.mjs';

/** Jest's global set-up: builds dist/, dist-paste/ and the twin's parts once, before any test; what tests prepared for each other is forgotten. */
export default async function setUp() {
  const builder = fileURLToPath(new URL('../../src/cli/build.ts', import.meta.url));
  const { buildAll } = await import(pathToFileURL(await bundleForNode(builder)).href);
  await buildAll();
  rmSync(new URL('../../build/prepared', import.meta.url), { recursive: true, force: true });
}
