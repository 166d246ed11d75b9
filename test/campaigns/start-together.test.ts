import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../src/twin/runtime/project-root';
import { cleanUp, launchStart, makeFolder } from '../support/npm-start';

afterEach(cleanUp);

describe('at the same moment, in one checkout that was never built,', () => {
  /** The sources as they are, in a folder of their own, with the packages of this one. */
  function copyCheckout(): string {
    const root = makeFolder();
    for (const name of ['src', 'test', 'package.json', 'appsscript.json']) {
      cpSync(join(projectRoot, name), join(root, name), { recursive: true });
    }
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
    return root;
  }

  /** What jest does before the first test, in a process of its own. */
  async function setUpTests(root: string): Promise<void> {
    const file = pathToFileURL(join(root, 'test', 'support', 'build-all.mjs')).href;
    const code = `import setUp from ${JSON.stringify(file)}; await setUp();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  }

  it('five npm start and the set-up of npm test all come through, and every page answers', async () => {
    const root = copyCheckout();
    const starts = Array.from({ length: 5 }, () =>
      launchStart(['--port', '0', '--data', makeFolder()], { root }),
    );
    await setUpTests(root);
    for (const { ready } of starts) {
      const url = await ready;
      for (const path of ['/', '/viewer.js', '/vendor/fonts/fontawesome-webfont.woff2']) {
        const answer = await fetch(url + path);
        expect([path, answer.status]).toEqual([path, 200]);
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
      }
    }
  });
});
