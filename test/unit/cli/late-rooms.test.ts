import { createContext, Script } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { putTogether, takeApart } from '../../../src/cli/late/assemble';
import { writeRoomsOut } from '../../../src/cli/late/open-rooms';
import { measureRooms } from '../../../src/cli/late/sizes';
import { readText } from '../../house/source-files';

const bundle = `// main.ts
var App;
function doPost(vendor) { return decoders[vendor]() + word; }
function sweep_() { return tidy() + count(); }
// intake/door.ts
var word = ' of ' + built();
function built() { return spell(); }
function spell() { return 'two'; }
// vendors/huggy/decode.ts
var name = 'Huggy';
function decodeHuggy() { return name + sign; }
// vendors/plug/decode.ts
function decodePlug() { return 'Plug' + sign + mark; }
function inspectPlug() { return built(); }
// vendors/kit/sign.ts
var { sign, marks: [mark = ''] } = { sign: '!', marks: [] };
// registry.ts
var decoders = { huggy: decodeHuggy, plug: decodePlug };
// sweep.ts
var counted = 0;
var tidy = () => 'it\\'s \\\\ tidy ' + decodePlug();
function count() { counted += 1; return counted; }
App = { doPost, sweep_ };
`;

const rooms = takeApart(bundle, 'doPost');
const built = putTogether(rooms);

/** Functions that the script hands out. */
function open(code: string): (name: string, ...args: readonly string[]) => unknown {
  const context = createContext({ App: null });
  new Script(`"use strict";(() => {\n${code.replace('var App;', '')}\n})();`).runInContext(context);
  return (name, ...args) => {
    const found: unknown = new Script(`App.${name}`).runInContext(context);
    const answer: unknown =
      typeof found === 'function' ? Reflect.apply(found, undefined, args) : 'none';
    return answer;
  };
}

describe('late rooms', () => {
  it('answer as the bundle does that is compiled at once', () => {
    const [whole, apart] = [open(bundle), open(built)];
    for (const vendor of ['huggy', 'plug'])
      expect(apart('doPost', vendor)).toBe(whole('doPost', vendor));
    for (let run = 0; run < 2; run += 1) expect(apart('sweep_')).toBe(whole('sweep_'));
  });

  it('are a room for each platform and one for what no webhook needs', () => {
    expect(rooms.late.map(({ name }) => name).sort()).toEqual(['huggy', 'plug', 'rest']);
    const rest = rooms.late.find(({ name }) => name === 'rest');
    expect(rest?.code).toContain('counted = 0');
    expect(rest?.doors).toEqual(['sweep_']);
  });

  it('keep together what two of them need, and what is called at once', () => {
    expect(rooms.early).toContain("{ sign: '!'");
    expect(rooms.early).toContain('function spell()');
    expect(rooms.early).not.toContain("'Huggy'");
  });

  it('do not lean on each other but by functions', () => {
    const leaning = bundle.replace("return 'Plug' + sign + mark", 'return name + sign');
    const { early } = takeApart(leaning, 'doPost');
    expect(early).toContain("var name = 'Huggy'");
  });

  it('can be written out as code, which answers as they do', () => {
    const out = writeRoomsOut(built);
    expect(out).not.toContain('eval(');
    const [apart, written] = [open(built), open(out)];
    for (const vendor of ['huggy', 'plug'])
      expect(written('doPost', vendor)).toBe(apart('doPost', vendor));
    expect(written('sweep_')).toBe(apart('sweep_'));
  });

  it('are told with their bytes', () => {
    const { early, late } = measureRooms(`"use strict";\n(() => {\n${built}})();\n`);
    expect([...late.keys()].sort()).toEqual(['huggy', 'plug', 'rest']);
    expect(early).toBeLessThan(built.length);
  });
});

describe('the built script', () => {
  const code = readText('dist/Code.js');

  it('opens no room while it is evaluated', () => {
    const opened = createContext({});
    new Script('globalThis.eval = () => { throw new Error("A room was opened."); };').runInContext(
      opened,
    );
    expect(() => void new Script(code).runInContext(opened)).not.toThrow();
  });

  it('has no text to be compiled when its rooms are written out', () => {
    const out = writeRoomsOut(code);
    expect(out).not.toMatch(/\beval\(/);
    expect(() => new Script(out)).not.toThrow();
  });

  it('has a room for each platform, for masks, and for what few webhooks need', () => {
    const platforms = ['evolvy', 'generic', 'huggy', 'plug', 'treble', 'weni'];
    const { late } = measureRooms(code);
    expect([...late.keys()].sort()).toEqual(
      [...platforms, 'choices', 'holidays', 'looks', 'masks', 'rest', 'words'].sort(),
    );
  });
});
