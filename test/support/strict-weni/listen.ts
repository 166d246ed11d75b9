import { serveStrictly, type StrictServer } from '../strict-server';
import { answerCall } from './answer';
import type { Workspace } from './workspace';

export type { Trouble } from '../strict-server';

export type StrictWeni = StrictServer;

/** Serves a workspace on loopback; what went wrong before Weni saw it is among the workspace's calls, too. */
export const listenAsWeni = (workspace: Workspace): Promise<StrictWeni> =>
  serveStrictly(
    (call) => answerCall(workspace, call),
    (call) => workspace.calls.push(call),
  );
