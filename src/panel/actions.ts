import type { Services } from '../platform/services';
import { checkTabs, writeAgain } from './check';
import { addConnection, changeSecret, dropOldSecrets, readConnectionsPage } from './connections';
import { acceptToken, previewSelected, readFailuresPage, replaySelected } from './failures';
import { done, type Outcome } from './outcome';
import { registerWebhooks } from './register';
import { sendTestEvent } from './test-event';

/** Something that a page may ask for. */
interface Action {
  /** Its arguments by name: all texts, trimmed, no longer than `longestArgument`. */
  readonly takes: readonly string[];
  run(services: Services, args: readonly string[]): Outcome<unknown>;
}

const longestArgument = 1000;

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
      takes: ['connection', 'token'],
      run: (services, [id = '', token = '']) => registerWebhooks(services, id, token),
    },
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
]);

/** Does what a page asks for; null when there is no such action, or its arguments are not what it takes. */
export function runAction(
  services: Services,
  name: unknown,
  args: unknown,
): Outcome<unknown> | null {
  const action = typeof name === 'string' ? actions.get(name) : undefined;
  const texts = readTexts(args);
  if (action === undefined || texts?.length !== action.takes.length) return null;
  return action.run(services, texts);
}

/** Trimmed texts; null when it is no list of texts, or one is too long. */
function readTexts(args: unknown): readonly string[] | null {
  if (!Array.isArray(args)) return null;
  const texts = args.flatMap((arg) => (typeof arg === 'string' ? [arg.trim()] : []));
  const isFit =
    texts.length === args.length && texts.every(({ length }) => length <= longestArgument);
  return isFit ? texts : null;
}
