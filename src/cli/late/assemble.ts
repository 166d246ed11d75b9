import { splitBundle, type Part } from './parts';
import { writeRoom } from './room-text';
import { assignRooms, type RoomName } from './rooms';

/** The bundle as its rooms: each is code of its own, in the scope of what is compiled at once. */
export interface Rooms {
  /** Compiled and run at once, with a function for each door. */
  readonly early: string;
  readonly late: readonly LateRoom[];
}

interface LateRoom {
  readonly name: string;
  readonly code: string;
  /** Functions that others call. */
  readonly doors: readonly string[];
}

/**
 * Takes a bundle with all modules in one scope apart: what `first` needs, and the rest by rooms.
 * @throws {Error} when a room leans on anything but functions of another one
 */
export function takeApart(code: string, first: string): Rooms {
  const parts = splitBundle(code);
  const rooms = assignRooms(parts, first);
  const roomOf = (part: Part): RoomName => rooms.get(part) ?? null;
  const doors = findDoors(parts, roomOf);
  const codeOf = (room: RoomName): string =>
    parts.flatMap((part) => (roomOf(part) === room ? part.text : [])).join('\n');
  const names = [...new Set(parts.map(roomOf))].filter((name) => name !== null);
  const late = names.map((name) => ({
    name,
    code: codeOf(name),
    doors: doors.filter((door) => roomOf(door) === name).flatMap((door) => door.names),
  }));
  return { early: codeOf(null), late };
}

/** Parts that are called from outside their room. */
function findDoors(parts: readonly Part[], roomOf: (part: Part) => RoomName): readonly Part[] {
  const doors = new Set<Part>();
  for (const part of parts)
    for (const used of part.uses) {
      if (roomOf(used) === null || roomOf(used) === roomOf(part)) continue;
      if (!used.isFunction)
        throw new Error(`${part.file} needs ${used.names.join()} of ${used.file}, no function.`);
      doors.add(used);
    }
  return [...doors];
}

/** One script out of rooms whose code has been shortened; `early` is run at once. */
export function putTogether({ early, late }: Rooms): string {
  return `${late.map(renderRoom).join('')}${early}`;
}

/** A room is text until one of its doors is used: that costs a sixth of what code costs to read. */
function renderRoom({ name, code, doors }: LateRoom): string {
  const room = `(() => {\n${code}\nreturn { ${doors.join(', ')} };\n})()`;
  // Every run compiles these.
  const stubs = doors.map(
    (door) => `function ${door}(...a){return open_${name}().${door}(...a)}\n`,
  );
  return `var room_${name};\n${writeRoom(name, room)}${stubs.join('')}`;
}
