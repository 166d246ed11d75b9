import { parse } from 'acorn';
import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { splitBundle } from '../../../src/cli/late/parts';
import { root } from '../../house/source-files';

/** All modules in one scope, as `bundleApp` takes them apart. */
function bundleFlat(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'src', 'main.ts')],
    absWorkingDir: join(root, 'src'),
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    define: { __PLANTAO_PAGES__: '{}' },
  });
  return outputFiles[0]?.text ?? '';
}

const fieldsOf = (node: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof node === 'object' && node !== null ? Object.entries(node) : []);

/** Names that a pattern binds: of a parameter or a variable. */
function boundBy(pattern: unknown): readonly string[] {
  const fields = fieldsOf(pattern);
  if (fields.get('type') === 'Identifier') return [String(fields.get('name'))];
  const parts = ['properties', 'elements', 'value', 'left', 'argument'].map((name) =>
    fields.get(name),
  );
  return parts.flat().flatMap((part) => (part === undefined ? [] : boundBy(part)));
}

/** Every name that is bound within a statement, at whatever depth; `isInner`: not the statement's own. */
function innerNames(node: unknown, isInner: boolean): readonly string[] {
  const fields = fieldsOf(node);
  const params = fields.get('params');
  const own = [
    ...(Array.isArray(params) ? params.flatMap(boundBy) : []),
    ...(isInner && fields.get('type') === 'VariableDeclarator' ? boundBy(fields.get('id')) : []),
    ...(isInner && fields.get('type') === 'FunctionDeclaration' ? boundBy(fields.get('id')) : []),
  ];
  const isOutermost = fields.get('type') === 'VariableDeclaration' && !isInner;
  const below = [...fields.values()].flat();
  return [...own, ...below.flatMap((child) => innerNames(child, isInner || !isOutermost))];
}

describe('The bundle that is taken apart', () => {
  const flat = bundleFlat();
  const parts = splitBundle(flat);

  it('has a file for every statement but what the build puts in', () => {
    const nowhere = parts.filter(({ file }) => file === '').flatMap(({ names }) => names);
    expect(nowhere.filter((name) => !name.startsWith('define_'))).toEqual([]);
    expect(parts.some(({ file }) => file === 'vendors/huggy/decode.ts')).toBe(true);
  });

  it('has no inner name that is an outermost one, so that a name says which part is meant', () => {
    const outermost = new Set(parts.flatMap(({ names }) => names));
    const { body } = parse(flat, { ecmaVersion: 2020, sourceType: 'module' });
    const inner = body.flatMap((statement) => innerNames(statement, false));
    expect(inner.length).toBeGreaterThan(1000);
    expect(inner.filter((name) => outermost.has(name))).toEqual([]);
  });
});
