import { askServer } from './call-server';
import { copyFrom } from './copy-from';
import { element, makeButton, makeField, placeOf } from './elements';
import { say } from './page-data';
import { attach, makeOutcomePlace, tell } from './work';

interface Webhook {
  readonly title: string;
  readonly clickPath: string;
  readonly url: string;
}

interface Connection {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly setupHint: string;
  readonly webhooks: readonly Webhook[];
  readonly canRegister: boolean;
  readonly registered: string | null;
  readonly hasOldSecret: boolean;
  readonly handshakeAtMs: number | null;
}

interface ConnectionsPage {
  readonly connections: readonly Connection[];
  readonly vendors: readonly { readonly id: string; readonly name: string }[];
}

/** The address in a read-only field with its copy button. */
function addressLine(webhook: Webhook): HTMLElement {
  const line = element('div', 'address', '');
  const field = makeField(webhook.title);
  field.readOnly = true;
  field.value = webhook.url;
  const button = makeButton(say('copy'));
  button.addEventListener('click', () => {
    copyFrom(field);
    button.textContent = say('copied');
  });
  line.append(field, button);
  return line;
}

function webhookBlock(webhook: Webhook): HTMLElement {
  const block = element('div', 'webhook', '');
  const where = element('p', 'where', `${say('where')}: ${webhook.clickPath}`);
  block.append(element('strong', '', webhook.title), where, addressLine(webhook));
  return block;
}

/** Huggy checks the address when it is saved; the other platforms never do. */
function stateText({ handshakeAtMs }: Connection): string {
  if (handshakeAtMs === null) return '';
  return say('verified').replace('{time}', () => new Date(handshakeAtMs).toLocaleString());
}

/** Where the platform has no screen for its URLs: a field for the account's token and the button that registers them. */
function registerBlock({ id, registered }: Connection, place: HTMLElement): HTMLElement {
  const block = element('div', '', '');
  const state = element('p', 'hint', registered ?? '');
  const token = makeField(say('registerToken'));
  token.type = 'password';
  const keeping = makeTick(say('keepRegisterToken'));
  const shown = element('pre', '', '');
  const button = makeButton(say('register'));
  attach<null>({
    button,
    place,
    action: 'registerWebhooks',
    args: () => [id, token.value, keeping.input.checked ? 'yes' : ''],
    show: (_none, sentence) => {
      state.textContent = '';
      token.value = '';
      return sentence;
    },
  });
  const preview = makeButton(say('previewRegistration'), 'secondary');
  attach<string>({
    button: preview,
    place,
    action: 'previewRegistration',
    args: () => [id],
    show: (call, sentence) => {
      shown.textContent = call;
      return sentence;
    },
  });
  const line = element('div', 'address', '');
  line.append(token, button, preview);
  block.append(state, line, keeping.node, shown);
  return block;
}

function makeTick(name: string): { readonly node: HTMLElement; readonly input: HTMLInputElement } {
  const node = element('label', 'tick', '');
  const input = document.createElement('input');
  input.type = 'checkbox';
  node.append(input, element('span', '', name));
  return { node, input };
}

function testButton({ id }: Connection, place: HTMLElement): HTMLElement {
  const button = makeButton(say('sendTest'), 'secondary');
  attach<null>({
    button,
    place,
    action: 'sendTestEvent',
    args: () => [id],
    show: (_none, sentence) => sentence,
  });
  return button;
}

/** A button that changes the connection's addresses: the list is shown anew, and the new card tells what was done. */
function changeButton(
  { id }: Connection,
  place: HTMLElement,
  action: 'changeSecret' | 'dropOldSecrets',
): HTMLElement {
  const button = makeButton(
    say(action === 'changeSecret' ? 'newSecret' : 'dropSecret'),
    'secondary',
  );
  attach<readonly Connection[]>({
    button,
    place,
    action,
    args: () => [id],
    show: (connections, sentence) => {
      showAll(connections, { id, sentence });
      return sentence;
    },
  });
  return button;
}

function card(connection: Connection, said: string): HTMLElement {
  const section = document.createElement('section');
  const actions = element('div', 'actions', '');
  const place = makeOutcomePlace();
  tell(place, 'done', said);
  actions.append(testButton(connection, place), changeButton(connection, place, 'changeSecret'));
  if (connection.hasOldSecret) actions.append(changeButton(connection, place, 'dropOldSecrets'));
  section.append(
    element('h2', '', `${connection.name} · ${connection.account}`),
    element('p', 'hint', connection.setupHint),
    element('p', 'hint', stateText(connection)),
    ...connection.webhooks.map(webhookBlock),
    ...(connection.canRegister ? [registerBlock(connection, place)] : []),
    actions,
    place,
  );
  return section;
}

/** Shows the cards; `news` is said on the card of its connection. */
function showAll(
  connections: readonly Connection[],
  news: { readonly id: string; readonly sentence: string },
): void {
  const cards = connections.map((connection) =>
    card(connection, connection.id === news.id ? news.sentence : ''),
  );
  placeOf('connections').replaceChildren(...cards);
}

function showForm(vendors: ConnectionsPage['vendors']): void {
  const form = document.createElement('form');
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', say('addConnection'));
  choice.append(...vendors.map(({ id, name }) => new Option(name, id)));
  const label = makeField(say('accountLabel'));
  const button = makeButton(say('addConnection'));
  const place = makeOutcomePlace();
  attach<readonly Connection[]>({
    button,
    place,
    action: 'addConnection',
    args: () => [choice.value, label.value],
    show: (connections, sentence) => {
      showAll(connections, { id: '', sentence: '' });
      label.value = '';
      return sentence;
    },
  });
  form.className = 'address';
  form.append(choice, label, button);
  placeOf('add').replaceChildren(form, place);
}

const secret = placeOf('secret');
secret.textContent = say('working');
askServer<ConnectionsPage>('readConnections', [], (outcome) => {
  secret.textContent = outcome.kind === 'done' ? say('keepSecret') : outcome.sentence;
  if (outcome.kind !== 'done') return;
  showAll(outcome.value.connections, { id: '', sentence: '' });
  showForm(outcome.value.vendors);
});
