import { parseObject } from '../../events/decode-record';
import { stintsOfAll } from '../../intake/views/agent-days';
import { readAgents } from '../../intake/views/read-agents';
import { withoutNames, type Board } from '../../intake/views/screen/board';
import { drawBoard } from '../../intake/views/screen/show';
import { readTotals } from '../../intake/totals/update-totals';
import { isSameDigest } from '../../platform/same-digest';
import type { Services } from '../../platform/services';
import { areNewer, configFrom } from '../../settings/config';
import {
  keepBoard,
  keepScreens,
  mayAgain,
  readKnown,
  screenPlaces,
  screensFrom,
  screensIn,
  type KnownScreens,
  type Screen,
} from '../../settings/screens';
import { sweepStateFrom } from '../../settings/sweep-state';

/** What a screen is answered, and when (epoch ms). `refused`: the key opens nothing; `later`: the numbers are not there at the moment. */
export type BoardAnswer =
  | { readonly kind: 'board'; readonly nowMs: number; readonly board: Board }
  | { readonly kind: 'refused' | 'later' };

/** A key as the panel makes it: nothing else is worth a look at the cache. */
const keyForm = /^[\w-]{32}$/;

/**
 * The board, for whoever has the key of a screen. Anybody may call it with anything: a stranger costs one look at the cache, and one
 * at the properties in ten seconds at most, and learns nothing.
 */
export function readBoard(services: Services, key: unknown): BoardAnswer {
  try {
    const opened = openScreen(services, key);
    if (opened === null) return { kind: 'refused' };
    const board = readKept(opened.known) ?? drawAgain(services, opened.known);
    if (board === null) return { kind: 'later' };
    const shown = opened.screen.showsNames ? board : withoutNames(board);
    return { kind: 'board', nowMs: services.clock.now(), board: shown };
  } catch (error) {
    services.logError(error instanceof Error ? `screen: ${error.message}` : 'screen');
    return { kind: 'later' };
  }
}

/** The screen that the key opens, and what the cache knew then; null for a stranger. */
export function openScreen(
  services: Services,
  key: unknown,
): { readonly screen: Screen; readonly known: KnownScreens } | null {
  if (typeof key !== 'string' || !keyForm.test(key)) return null;
  const known = readKnown(services);
  const digest = services.codec.sha256WebSafe(key);
  const remembered = screensIn(known, services.clock.now());
  const screen =
    find(remembered ?? [], digest) ?? find(rereadScreens(services, known) ?? [], digest);
  return screen === null ? null : { screen, known };
}

/** Every digest is compared, so that the time tells nothing. */
function find(screens: readonly Screen[], digest: string): Screen | null {
  const matches = screens.map((screen) => isSameDigest(screen.digest, digest));
  return screens[matches.indexOf(true)] ?? null;
}

function rereadScreens(services: Services, known: KnownScreens): readonly Screen[] | null {
  if (!mayAgain(services, known, 'reread')) return null;
  const screens = screensFrom({ screens: services.properties.get('screens') ?? '' });
  keepScreens(services, screens, known);
  return screens;
}

/** What was drawn by this code; null for what the cache has forgotten. */
function readKept(known: KnownScreens): Board | null {
  const kept = parseObject(known[screenPlaces.board]);
  return isBoard(kept) ? kept : null;
}

const isBoard = (value: object): value is Board =>
  Reflect.get(value, 'version') === 1 && typeof Reflect.get(value, 'atMs') === 'number';

/** When the cache has forgotten the board it is drawn for the screen, from the tabs, at most once in ten seconds. */
function drawAgain(services: Services, known: KnownScreens): Board | null {
  if (!mayAgain(services, known, 'remade')) return null;
  const all = services.properties.getAll();
  const config = configFrom(all);
  if (areNewer(config.settings)) return null;
  const { sealedRows } = sweepStateFrom(all).totals;
  const agents = stintsOfAll(readAgents(services, config).known, services.clock.now());
  const rows = readTotals(services, config, sealedRows);
  const board = drawBoard(services, config, { agents, readTotals: () => rows });
  keepBoard(services, JSON.stringify(board));
  return board;
}
