import type { Services } from '../platform/services';
import type { Action } from './action';
import { doctorActions } from './doctor/actions';
import { archiveActions } from './archive/actions';
import { alarmActions } from './alarms/actions';
import { choicesActions } from './choices/actions';
import { connectionActions } from './connections/actions';
import { extraActions } from './extras';
import { failureActions } from './failures/actions';
import type { Outcome } from './outcome';
import { platformActions } from './platforms/actions';
import { privacyActions } from './privacy/actions';
import { screenActions } from './screen/actions';
import { searchActions } from './search/actions';
import { settingsActions } from './settings/actions';
import { sidebarActions } from './sidebar/actions';
import { startActions } from './start/actions';
import { weniActions } from './weni/actions';

/** Unless an action says otherwise. */
const longestArgument = 1000;

/** Everything that a page may ask for: one table for each page. */
const actions: ReadonlyMap<string, Action> = new Map(
  [
    alarmActions,
    archiveActions,
    sidebarActions,
    startActions,
    connectionActions,
    choicesActions,
    doctorActions,
    extraActions,
    failureActions,
    platformActions,
    privacyActions,
    screenActions,
    searchActions,
    settingsActions,
    weniActions,
  ].flatMap((table) => Object.entries(table)),
);

/** Does what a page asks for; null when there is no such action, or its arguments are not what it takes. */
export function runAction(
  services: Services,
  name: unknown,
  args: unknown,
): Outcome<unknown> | null {
  const action = typeof name === 'string' ? actions.get(name) : undefined;
  const texts = readTexts(args, action?.longest ?? longestArgument);
  if (action === undefined || texts?.length !== action.takes.length) return null;
  return action.run(services, texts);
}

/** Trimmed texts; null when it is no list of texts, or one is too long. */
function readTexts(args: unknown, longest: number): readonly string[] | null {
  if (!Array.isArray(args)) return null;
  const texts = args.flatMap((arg) => (typeof arg === 'string' ? [arg.trim()] : []));
  const isFit = texts.length === args.length && texts.every(({ length }) => length <= longest);
  return isFit ? texts : null;
}
