import { openRooms } from '../../src/cli/late/open-rooms';
import { compileScript, readBundle, type Bundle } from '../../src/twin/runtime/bundle';
import { makeReloadable } from '../../src/twin/runtime/reloadable';

/** By the functions beside it. */
const known = new Map<string, Bundle>();

/**
 * What is deployed, in the form for many executions: each thread compiles it once. `handiwork`: functions beside it, with which a
 * script does what a hand does in the sheet.
 */
export function quickCode(folder: string, handiwork = ''): Bundle {
  const made = known.get(handiwork) ?? makeCode(folder, handiwork);
  known.set(handiwork, made);
  return made;
}

function makeCode(folder: string, handiwork: string): Bundle {
  const deployed = openRooms(readBundle(folder));
  if (handiwork === '') return makeReloadable(deployed);
  const scripts = [...deployed.scripts, compileScript('Hands', handiwork)];
  return makeReloadable({ ...deployed, id: `${deployed.id}-${handiwork}`, scripts });
}
