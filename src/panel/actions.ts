import type { Services } from '../platform/services';
import { checkTabs, writeAgain } from './check';
import { addConnection, changeSecret, dropOldSecrets, readConnectionsPage } from './connections';
import { acceptToken, previewSelected, readFailuresPage, replaySelected } from './failures';
import { done, type Outcome } from './outcome';
import { previewRegistration, registerWebhooks } from './register';
import { sendTestEvent } from './test-event';
import {
  deleteWeniContact,
  deleteWeniGroup,
  findWeniContact,
  listWeniGroups,
  makeWeniGroup,
  renameWeniGroup,
} from './weni/at-weni';
import {
  forgetWeniToken,
  keepWeniToken,
  previewWeni,
  readWeniPage,
  saveWeni,
  sendWeniNow,
} from './weni/settings';

/** Something that a page may ask for. */
interface Action {
  /** Its arguments by name: all texts, trimmed, no longer than `longestArgument`, unless it takes settings. */
  readonly takes: readonly string[];
  readonly longest?: number;
  run(services: Services, args: readonly string[]): Outcome<unknown>;
}

const longestArgument = 1000;
/** Of a page's settings as JSON: a property holds 9 KB. */
const longestSettings = 8000;

/** Everything that a page may ask for. */
const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['readConnections', { takes: [], run: (services) => done(readConnectionsPage(services)) }],
  [
    'addConnection',
    {
      takes: ['vendor', 'label'],
      run: (services, [vendor = '', label = '']) => addConnection(services, vendor, label),
    },
  ],
  [
    'changeSecret',
    { takes: ['connection'], run: (services, [id = '']) => changeSecret(services, id) },
  ],
  [
    'dropOldSecrets',
    { takes: ['connection'], run: (services, [id = '']) => dropOldSecrets(services, id) },
  ],
  [
    'sendTestEvent',
    { takes: ['connection'], run: (services, [id = '']) => sendTestEvent(services, id) },
  ],
  [
    'registerWebhooks',
    {
      takes: ['connection', 'token', 'keeps'],
      run: (services, [id = '', token = '', keeps = '']) =>
        registerWebhooks(services, id, { token, keeps: keeps === 'yes' }),
    },
  ],
  [
    'previewRegistration',
    { takes: ['connection'], run: (services, [id = '']) => previewRegistration(services, id) },
  ],
  ['readFailures', { takes: [], run: (services) => done(readFailuresPage(services)) }],
  [
    'previewReplay',
    {
      takes: ['kind', 'value'],
      run: (services, [kind = '', value = '']) => previewSelected(services, kind, value),
    },
  ],
  [
    'replay',
    {
      takes: ['kind', 'value'],
      run: (services, [kind = '', value = '']) => replaySelected(services, kind, value),
    },
  ],
  [
    'acceptToken',
    {
      takes: ['connection', 'digest'],
      run: (services, [id = '', digest = '']) => acceptToken(services, id, digest),
    },
  ],
  ['checkTabs', { takes: [], run: (services) => checkTabs(services) }],
  [
    'writeAgain',
    {
      takes: ['tab', 'after'],
      run: (services, [tab = '', after = '']) => writeAgain(services, tab, after),
    },
  ],
  ['readWeni', { takes: [], run: (services) => done(readWeniPage(services)) }],
  [
    'keepWeniToken',
    { takes: ['token'], run: (services, [token = '']) => keepWeniToken(services, token) },
  ],
  ['forgetWeniToken', { takes: [], run: (services) => forgetWeniToken(services) }],
  [
    'saveWeni',
    {
      takes: ['settings'],
      longest: longestSettings,
      run: (services, [settings = '']) => saveWeni(services, settings),
    },
  ],
  [
    'previewWeni',
    {
      takes: ['settings'],
      longest: longestSettings,
      run: (services, [settings = '']) => previewWeni(services, settings),
    },
  ],
  ['sendWeniNow', { takes: [], run: (services) => sendWeniNow(services) }],
  ['listWeniGroups', { takes: [], run: (services) => listWeniGroups(services) }],
  [
    'makeWeniGroup',
    { takes: ['name'], run: (services, [name = '']) => makeWeniGroup(services, name) },
  ],
  [
    'renameWeniGroup',
    {
      takes: ['uuid', 'name'],
      run: (services, [uuid = '', name = '']) => renameWeniGroup(services, uuid, name),
    },
  ],
  [
    'deleteWeniGroup',
    { takes: ['uuid'], run: (services, [uuid = '']) => deleteWeniGroup(services, uuid) },
  ],
  [
    'findWeniContact',
    { takes: ['whom'], run: (services, [whom = '']) => findWeniContact(services, whom) },
  ],
  [
    'deleteWeniContact',
    { takes: ['uuid'], run: (services, [uuid = '']) => deleteWeniContact(services, uuid) },
  ],
]);

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
