import { describe, expect, it } from '@jest/globals';
import { isRecord } from '../../src/cli/clasp-project';
import { commands } from '../../src/cli/commands';
import { listFiles, readJson, readText } from './source-files';

const workflows = listFiles().filter((path) => path.startsWith('.github/workflows/'));

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(workflows)('%s', (path) => {
  const text = readText(path);

  it('may by itself only read, and pins each action to a version', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    const actions = all(text, /uses: (.+)/g);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it('runs commands and options that exist', () => {
    const scripts = readJson('package.json')['scripts'];
    const names = all(text, /npm run ([\w-]+)/g);
    expect(isRecord(scripts) ? Object.keys(scripts) : []).toEqual(expect.arrayContaining(names));
    const [deploy = ''] = all(text, /npm run deploy -- (.*)/g);
    const options = all(deploy, /--([\w-]+)/g);
    expect(Object.keys(commands.deploy.options)).toEqual(expect.arrayContaining(options));
  });
});

it('the checks run on every Node that the project promises', () => {
  const [versions = ''] = all(readText('.github/workflows/check.yml'), /node: \[(.+)\]/g);
  const [oldest = ''] = all(JSON.stringify(readJson('package.json')['engines']), />=(\d+)/g);
  expect(versions.split(', ')).toEqual([oldest, '22', '24']);
});

it('elsewhere every project of tests runs but the browser’s', () => {
  const [selected = ''] = all(readText('.github/workflows/check.yml'), /--selectProjects (.+)/g);
  const names = all(readText('test/jest.config.mjs'), /project\('(\w+)'/g);
  expect(selected.split(' ').toSorted()).toEqual(
    names.filter((name) => name !== 'browser').toSorted(),
  );
});
