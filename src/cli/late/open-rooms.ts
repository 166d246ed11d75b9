import { compileScript, type Bundle } from '../../twin/runtime/bundle';
import { readRooms, unquote } from './room-text';

/**
 * The same script with its late rooms as code again (room-text.ts). For many executions in one context: a text is compiled
 * anew by each of them, code once.
 */
export function writeRoomsOut(script: string): string {
  return readRooms(script).reduce(
    (written, { expression, lines }) => written.replace(expression, () => unquote(lines)),
    script,
  );
}

/** A bundle whose late rooms are code. */
export function openRooms(bundle: Bundle): Bundle {
  const scripts = bundle.scripts.map(({ name, source }) =>
    compileScript(name, writeRoomsOut(source)),
  );
  return { ...bundle, id: `${bundle.id}-open`, scripts };
}
