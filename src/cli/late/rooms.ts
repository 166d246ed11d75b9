import type { Part } from './parts';

/** Code that is compiled at once (`null`), or by its name when one of its functions is called first. */
export type RoomName = string | null;

/** The room of whatever no webhook needs: the sweep, the menu, the panel, jobs. */
const rest = 'rest';

/**
 * Functions in these files are called late though a webhook may need them: a platform's own, what mends tabs, what masks people,
 * what a person chose for a connection, and what is done when Google refuses the properties.
 */
const lateFiles: readonly (readonly [RegExp, (vendor: string) => string])[] = [
  [/^vendors\/(?!kit\/)([^/]+)\//, (vendor) => vendor],
  [/^intake\/(?:books|repair)\//, () => rest],
  [/^intake\/write\/note-shown/, () => rest],
  [/^(?:choices\/|intake\/judge\/hold-back)/, () => 'choices'],
  [/^intake\/commit\/journal-alone|^settings\/reserve/, () => rest],
  [/^measures\/holidays/, () => 'holidays'],
  [/^events\/words\/rare-/, () => 'words'],
  [/^platform\/google-(?:rules|charts)/, () => 'looks'],
  [
    /^masks\/(?:gone|hide-secrets|identities|mask-|mentions|pseudonyms|read-fact|record\.)/,
    () => 'masks',
  ],
  [/^intake\/judge\/mask-request/, () => 'masks'],
];

/** The room whose door a part is: a function that stands for it lets others in. Null for what is no door. */
function doorOf({ isFunction, file }: Part): RoomName {
  if (!isFunction) return null;
  for (const [pattern, name] of lateFiles) {
    const found = pattern.exec(file);
    if (found !== null) return name(found[1] ?? '');
  }
  return null;
}

/**
 * Which room each part is in. What the first name needs without passing a door is compiled at once, and so is what two rooms
 * need, unless it is a door. Between rooms only functions are called.
 */
export function assignRooms(parts: readonly Part[], first: string): ReadonlyMap<Part, RoomName> {
  const early = new Set<Part>();
  const whole = new Set<Part>();
  const addEarly = (part: Part): void => {
    if (early.has(part)) return;
    early.add(part);
    // A statement without a name hands functions to Google, and calls none of them.
    const isList = part.names.length === 0;
    for (const used of part.uses)
      if (doorOf(used) === null && !(isList && used.isFunction)) addEarly(used);
    for (const called of part.isFunction ? [] : part.callsAtOnce) addWhole(called);
  };
  // What is called while the script is being evaluated must not open a room, nor what it calls.
  const addWhole = (part: Part): void => {
    if (whole.has(part)) return;
    whole.add(part);
    addEarly(part);
    for (const used of part.uses) addWhole(used);
  };
  for (const part of parts)
    if (part.names.length === 0 || part.names.includes(first)) addEarly(part);
  for (;;) {
    const rooms = claim(parts, early);
    const shared = parts.filter((part) => !early.has(part) && mustBeEarly(part, rooms));
    if (shared.length === 0) return singleRooms(parts, rooms);
    for (const part of shared) addEarly(part);
  }
}

type Claims = ReadonlyMap<Part, ReadonlySet<string>>;

/** Which rooms come to each part from their own functions. */
function claim(parts: readonly Part[], early: ReadonlySet<Part>): Claims {
  const claims = new Map<Part, Set<string>>();
  const enter = (part: Part, room: string): void => {
    const known = claims.get(part) ?? new Set();
    if (early.has(part) || known.has(room)) return;
    claims.set(part, known.add(room));
    for (const used of part.uses) if ((doorOf(used) ?? room) === room) enter(used, room);
  };
  for (const part of parts) {
    const door = doorOf(part);
    if (door !== null) enter(part, door);
  }
  // What no door leads to is asked for by other entries than the first.
  for (const part of parts) if (!claims.has(part)) enter(part, rest);
  return claims;
}

const mustBeEarly = (part: Part, claims: Claims): boolean => (claims.get(part)?.size ?? 0) > 1;

const singleRooms = (parts: readonly Part[], claims: Claims): ReadonlyMap<Part, RoomName> =>
  new Map(parts.map((part) => [part, [...(claims.get(part) ?? [])][0] ?? null]));
