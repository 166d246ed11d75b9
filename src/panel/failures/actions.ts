import type { ActionTable } from '../action';
import { checkTabs, writeAgain } from '../check';
import { previewSelected, readFailuresPage, replaySelected } from './failures-page';
import { readEventOf } from './events-of-cause';
import { ignore, unignore } from './ignore';
import { done } from '../outcome';
import { acceptToken, refuseToken } from './tokens';

/** What the page Falhas may ask for. */
export const failureActions: ActionTable = {
  readFailures: { takes: [], run: (services) => done(readFailuresPage(services)) },
  previewReplay: {
    takes: ['kind', 'value'],
    run: (services, [kind = '', value = '']) => previewSelected(services, kind, value),
  },
  replay: {
    takes: ['kind', 'value'],
    run: (services, [kind = '', value = '']) => replaySelected(services, kind, value),
  },
  readEventOf: {
    takes: ['cause', 'index'],
    run: (services, [key = '', index = '']) => readEventOf(services, key, index),
  },
  ignoreCause: {
    takes: ['cause', 'reason'],
    run: (services, [key = '', reason = '']) => ignore(services, key, reason),
  },
  unignoreCause: { takes: ['cause'], run: (services, [key = '']) => unignore(services, key) },
  acceptToken: {
    takes: ['connection', 'digest'],
    run: (services, [connectionId = '', digest = '']) =>
      acceptToken(services, { connectionId, digest }),
  },
  refuseToken: {
    takes: ['connection', 'digest'],
    run: (services, [connectionId = '', digest = '']) =>
      refuseToken(services, { connectionId, digest }),
  },
  checkTabs: { takes: [], run: (services) => checkTabs(services) },
  writeAgain: {
    takes: ['tab', 'after'],
    run: (services, [tab = '', after = '']) => writeAgain(services, tab, after),
  },
};
