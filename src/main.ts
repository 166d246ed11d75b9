import { answerTexts } from './intake/answer-texts';
import { receive } from './intake/receive';
import { sweep as runSweep } from './intake/sweep';
import type { ReplayReport } from './intake/replay';
import type { WebEvent } from './intake/web-request';
import * as connections from './panel/connections';
import type { ConnectionUrls } from './panel/connection-urls';
import * as failures from './panel/failures';
import * as menu from './panel/menu';
import { registerWebhooks as register } from './panel/register';
import { startSample as runSample } from './panel/sample';
import { start } from './panel/start';
import { sendTestEvent as sendTest } from './panel/test-event';
import { connectServices } from './platform/connect';
import type { Answer } from './platform/services';

/** A webhook. An exception would reach the vendor as a page with status 200, so nothing may escape. */
export function doPost(event: WebEvent): Answer {
  const services = connectServices();
  try {
    return receive(services, event);
  } catch (error) {
    services.logError(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown fault');
    return services.answers.html(answerTexts.fault);
  }
}

/** A visit to the address: says only that the app is alive. */
export function doGet(): Answer {
  return connectServices().answers.html(answerTexts.alive);
}

export const onOpen = (): void => menu.addMenu(connectServices());
export const sweep = (): void => runSweep(connectServices());
export const openStart = (): void => start(connectServices());
export const openConnections = (): void => menu.openConnections(connectServices());
export const updateNow = (): void => menu.updateNow(connectServices());
export const openAbout = (): void => menu.openAbout(connectServices());
export const readConnectionsPage = (): menu.ConnectionsPage =>
  menu.readConnectionsPage(connectServices());
export const listConnections = (): readonly ConnectionUrls[] =>
  connections.listConnections(connectServices());
export const addConnection = (vendor: string, account: string): readonly ConnectionUrls[] =>
  connections.addConnection(connectServices(), vendor, account);
export const startSample = (execUrl: string): readonly ConnectionUrls[] =>
  runSample(connectServices(), execUrl);
export const openFailures = (): void => menu.openFailures(connectServices());
export const pauseWriting = (): void => menu.setPaused(connectServices(), true);
export const resumeWriting = (): void => menu.setPaused(connectServices(), false);
export const readFailuresPage = (): failures.FailuresPage =>
  failures.readFailuresPage(connectServices());
export const previewReplay = (
  kind: string,
  value: string,
): ReturnType<typeof failures.previewSelected> =>
  failures.previewSelected(connectServices(), kind, value);
export const replay = (kind: string, value: string): ReplayReport | null =>
  failures.replaySelected(connectServices(), kind, value);
export const acceptHeldToken = (connectionId: string, digest: string): ReplayReport | null =>
  failures.acceptHeldToken(connectServices(), connectionId, digest);
export const nameStatuses = (): void => menu.nameStatuses(connectServices());
export const changeSecret = (id: string): readonly ConnectionUrls[] =>
  connections.changeSecret(connectServices(), id);
export const dropOldSecrets = (id: string): readonly ConnectionUrls[] =>
  connections.dropOldSecrets(connectServices(), id);
export const sendTestEvent = (connectionId: string): string =>
  sendTest(connectServices(), connectionId);
export const registerWebhooks = (connectionId: string, token: string): string =>
  register(connectServices(), connectionId, token);
