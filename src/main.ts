import { leaveStrayUse } from './budget/stray-use';
import { answerTexts } from './intake/door/answer-texts';
import { receive } from './intake/door/receive';
import type { WebEvent } from './intake/door/web-request';
import * as menu from './panel/menu';
import { answerPage, type PanelAnswer } from './panel/panel';
import * as screen from './panel/screen/read-board';
import type { BoardAnswer } from './panel/screen/read-board';
import { answerVisit } from './panel/screen/visit';
import { openConnections, openStart } from './panel/sidebar/open-sidebar';
import { sweepForOldTrigger } from './panel/sweep-trigger';
import { followEdit } from './intake/views/follow-edit';
import { connectServices } from './platform/connect';
import { readEdit } from './platform/edit-event';
import type { Answer, Services } from './platform/services';
import { runMinute } from './sync/minute';

// Whoever opens the web app's address can call every function whose name does not end in `_`, as the owner, with any arguments.

/** A webhook. An exception would reach the vendor as a page with status 200, so nothing may escape. */
export const doPost = (event: WebEvent): Answer => run((services) => answer(services, event));

function answer(services: Services, event: WebEvent): Answer {
  try {
    return receive(services, event);
  } catch (error) {
    services.logError(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown fault');
    return services.answers.text(answerTexts.fault);
  }
}

/** A visit to the address: the board for whoever has a screen's key, the version for the panel, else only that the app is alive. */
export const doGet = (event: unknown): Answer => run((services) => answerVisit(services, event));

/** The board, for a page of the web app that shows it on a screen. */
export const readBoard = (viewKey: unknown): BoardAnswer =>
  run((services) => screen.readBoard(services, viewKey));

export const onOpen = (): void => menu.addMenu(connectServices());
/** A person has changed a cell. A simple trigger; a stranger's call carries no range and does nothing. */
export function onEdit(event: unknown): void {
  const edit = readEdit(event);
  if (edit !== null) run((services) => followEdit(services, edit));
}

export const panel = (token: unknown, action: unknown, args: unknown): PanelAnswer =>
  run((services) => answerPage(services, { token, action, args }));
export const sweep = (event: unknown): void => sweepForOldTrigger(connectServices(), event);

export const sweep_ = (): void => runMinute(connectServices());
export const openStart_ = (): void => runMenu(openStart);
export const openConnections_ = (): void => runMenu(openConnections);
export const openFailures_ = (): void => runMenu(menu.openFailures);
export const openSearch_ = (): void => runMenu(menu.openSearch);
export const openScreens_ = (): void => runMenu(menu.openScreens);
export const openPlatforms_ = (): void => runMenu(menu.openPlatforms);
export const openWeni_ = (): void => runMenu(menu.openWeni);
export const openPrivacy_ = (): void => runMenu(menu.openPrivacy);
export const openSettings_ = (): void => runMenu(menu.openSettings);
export const openDoctor_ = (): void => runMenu(menu.openDoctor);
export const openAlarms_ = (): void => runMenu(menu.openAlarms);
export const pauseWriting_ = (): void => runMenu(menu.pauseWriting);
export const resumeWriting_ = (): void => runMenu(menu.resumeWriting);
export const updateNow_ = (): void => runMenu(menu.updateNow);
export const openAbout_ = (): void => runMenu(menu.openAbout);

function runMenu(work: menu.MenuFunction): void {
  run((services) => menu.runFromMenu(services, work));
}

/** An execution that tells at its end what it has used of the day's budget. */
function run<T>(work: (services: Services) => T): T {
  const services = connectServices();
  try {
    return work(services);
  } finally {
    leaveStrayUse(services);
  }
}
