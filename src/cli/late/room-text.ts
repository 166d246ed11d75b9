/**
 * What stands in the place of a room's code until one of its doors is used: a text within a function, which the script's evaluation reads
 * over and does not keep.
 */
const roomPattern =
  /^function open_(\w+)\(\) \{ return room_\1 \|\| \(room_\1 = (eval\(\[\n((?: {2}'.*',\n)+)\]\.join\("\\n"\)\))\); \}$/gm;

/** A room's code as it stands in a script. */
export interface WrittenRoom {
  readonly name: string;
  /** The expression whose value is the room. */
  readonly expression: string;
  /** Its lines, quoted. */
  readonly lines: string;
}

/** The function that opens a room, which is compiled where it stands, so that it sees the names of what was compiled at once. */
export function writeRoom(name: string, code: string): string {
  const lines = code.split('\n').map((line) => `  ${quote(line)},\n`);
  return `function open_${name}() { return room_${name} || (room_${name} = eval([\n${lines.join('')}].join("\\n"))); }\n`;
}

/** The rooms of a script. */
export const readRooms = (script: string): readonly WrittenRoom[] =>
  [...script.matchAll(roomPattern)].map(([, name = '', expression = '', lines = '']) => ({
    name,
    expression,
    lines,
  }));

const quote = (line: string): string => `'${line.replace(/[\\']/g, '\\$&')}'`;

/** The code that quoted lines hold. */
export const unquote = (lines: string): string =>
  lines
    .replace(/^ {2}'(.*)',$/gm, '$1')
    .replace(/\\(.)/g, '$1')
    .trimEnd();
