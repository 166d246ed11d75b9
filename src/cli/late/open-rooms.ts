import { compileScript, type Bundle } from '../../twin/runtime/bundle';

const roomText = /^var text_(\w+) = \[\n((?: {2}'.*',\n)+)\], room_\1;$/gm;

/**
 * The same script with its late rooms as code again (`renderRoom` of assemble.ts). For many executions in one context: a text is compiled
 * anew by each of them, code once.
 */
export function writeRoomsOut(script: string): string {
  let written = script;
  for (const [text, name = '', lines = ''] of script.matchAll(roomText)) {
    const code = lines.replace(/^ {2}'(.*)',$/gm, '$1').replace(/\\(.)/g, '$1');
    written = written
      .replace(text, () => `var room_${name};`)
      .replace(`eval(text_${name}.join("\\n"))`, () => code.trimEnd());
  }
  return written;
}

/** A bundle whose late rooms are code. */
export function openRooms(bundle: Bundle): Bundle {
  const scripts = bundle.scripts.map(({ name, source }) =>
    compileScript(name, writeRoomsOut(source)),
  );
  return { ...bundle, id: `${bundle.id}-open`, scripts };
}
