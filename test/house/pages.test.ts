import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundlePages, inlineAt } from '../../src/cli/bundle-pages';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plantao-pages-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('pages', () => {
  it('get their style and code inside, whatever characters these hold', async () => {
    writeFileSync(
      join(folder, 'p.html'),
      '<head><!-- inline p.css --></head><body><!-- inline p.ts --></body>',
    );
    writeFileSync(join(folder, 'p.css'), 'body { & b { color: red } }');
    writeFileSync(
      join(folder, 'p.ts'),
      'const text: string = "$& ação </script>"; document.title = text;',
    );
    const { p: page = '' } = await bundlePages(folder);
    expect(page).toMatch(/^<head><style>\n[\s\S]*body b ?\{[\s\S]*<\/style><\/head><body><script>/);
    expect(page).toContain('"$& ação <\\/script>"');
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  it('may stand alone, and there may be none', async () => {
    expect(await bundlePages(folder)).toEqual({});
    expect(await bundlePages(join(folder, 'none'))).toEqual({});
    writeFileSync(join(folder, 'p.html'), '<p>only text</p>');
    expect(await bundlePages(folder)).toEqual({ p: '<p>only text</p>' });
  });

  it('need the marker exactly once', () => {
    expect(() => inlineAt('<p></p>', 'p.ts', '')).toThrow('exactly once');
    expect(() => inlineAt('<!-- inline p.ts --><!-- inline p.ts -->', 'p.ts', '')).toThrow(
      'exactly once',
    );
  });
});
