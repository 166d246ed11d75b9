import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../../src/cli/bundle-for-node.mjs';
import { findProjectRoot } from '../../src/cli/project-root.mjs';

/** Jest's global set-up: builds dist/, dist-paste/ and the twin's parts once, before any test. */
export default async function setUp() {
  const built = await bundleForNode(join(findProjectRoot(), 'src', 'cli', 'build.ts'));
  const { buildAll } = await import(pathToFileURL(built).href);
  await buildAll();
}
