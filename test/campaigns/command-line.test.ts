import { afterEach, describe, expect, it } from '@jest/globals';
import { commands, type Command } from '../../src/cli/commands';
import { checkNode } from '../../src/cli/run-command';
import { readJson } from '../house/source-files';
import { isRecord } from '../../src/cli/clasp-project';
import { cleanUp, launch } from '../support/npm-start';

afterEach(cleanUp);

const all: readonly (readonly [string, Command])[] = Object.entries(commands);
const noStack = /^\s+at |Error:|node:internal/m;

describe('the command line', () => {
  it('has every command of package.json in its table, and no other', () => {
    const manifest = readJson('package.json');
    const scripts = isRecord(manifest) && isRecord(manifest['scripts']) ? manifest['scripts'] : {};
    const called = Object.values(scripts).flatMap((script) => {
      const [, name] = /run\.mjs (.+)$/.exec(String(script)) ?? [];
      return name === undefined ? [] : [name];
    });
    expect(called.toSorted()).toEqual(all.map(([name]) => name).toSorted());
    for (const [key, { name }] of all) expect(name).toBe(key);
  });

  it.each(all)(
    '%s --help says in three languages what it does and what each option means',
    async (name, command) => {
      const { seen, ended } = launch(name, ['--help']);
      expect(await ended).toBe(0);
      const options = Object.entries(command.options);
      for (const about of [command.about, ...options.map(([, option]) => option.about)]) {
        for (const text of Object.values(about)) expect(seen.out).toContain(text);
      }
      for (const [option] of options) expect(seen.out).toContain(`  --${option}`);
      expect(seen.error).toBe('');
    },
  );

  it.each(all)(
    '%s refuses an option that it does not take, and lists those it takes',
    async (name, command) => {
      const { seen, ended } = launch(name, ['--bogus']);
      expect(await ended).toBe(1);
      const sentences =
        /^Opção inválida: --bogus\..*\nOpción no válida: --bogus\..*\nInvalid option: --bogus\./;
      expect(seen.error).toMatch(sentences);
      for (const option of Object.keys(command.options))
        expect(seen.error).toContain(`--${option}`);
      expect(seen.error).not.toMatch(noStack);
    },
  );

  it('a command that is none gets the list of those that are', async () => {
    const { seen, ended } = launch('browser');
    expect(await ended).toBe(1);
    for (const [name] of all) expect(seen.error).toContain(`  ${name} `);
    expect(seen.error).not.toMatch(noStack);
  });

  it('an old Node is told what to install', () => {
    expect(() => checkNode('20.18.1')).toThrow('precisa do Node 20.19');
    expect(() => checkNode('18.20.0')).toThrow('needs Node 20.19');
    expect(() => checkNode('20.19.0')).not.toThrow();
    expect(() => checkNode('22.1.0')).not.toThrow();
  });
});
