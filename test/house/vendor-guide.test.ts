import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { fieldOf } from '../support/field-of';
import { openGuide } from '../support/guide';

describe('The guide for a new vendor', () => {
  const guide = openGuide('docs/contributing-a-vendor.md');
  const [body = '', facts = ''] = guide.blocks('json');
  beforeAll(guide.apply);
  afterAll(guide.remove);

  it('has a vendor’s files, and the line for the registry', () => {
    expect(guide.files('ts').map(([path]) => path)).toEqual([
      'src/vendors/sinal/connection.ts',
      'src/vendors/sinal/decode.ts',
      'src/vendors/sinal/test-event.ts',
      'src/vendors/sinal/sinal.ts',
    ]);
    expect(guide.files('diff').map(([path]) => path)).toEqual(['src/vendors/registry.ts']);
  });

  it('passes the type checker as it is written', () => {
    expect(guide.check()).toBe('');
  });

  it('decodes the body of its first step to the facts that it shows', () => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: "export { vendors } from './src/vendors/registry';",
        resolveDir: guide.copy,
        loader: 'ts',
      },
      bundle: true,
      format: 'cjs',
      write: false,
    });
    const made = join(guide.copy, 'vendors.cjs');
    writeFileSync(made, outputFiles[0]?.text ?? '');
    const sinal: unknown = fieldOf(createRequire(made)(made), 'vendors', 'sinal');
    const parsed: unknown = JSON.parse(body);
    const request = { webhook: 'main', body: parsed, receivedAtMs: 0 };
    const decode: unknown = fieldOf(sinal, 'decode');
    if (typeof decode !== 'function') throw new Error('The guide’s vendor has no decode.');
    const parts: unknown = Reflect.apply(decode, undefined, [request]);
    expect(JSON.parse(JSON.stringify(fieldOf(parts, 0, 'event', 'facts')))).toEqual(
      JSON.parse(facts),
    );
  });
});
