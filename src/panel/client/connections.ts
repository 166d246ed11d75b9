import { callServer } from './call-server';
import { copyFrom } from './copy-from';
import { actionButton, element } from './elements';

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
  readonly hasOldSecret: boolean;
  readonly handshakeAtMs: number | null;
}

interface ConnectionsPage {
  readonly texts: Texts;
  readonly connections: readonly Connection[];
  readonly vendors: readonly { readonly id: string; readonly name: string }[];
}

type Texts = Readonly<Record<string, string>>;

/** The address in a read-only field with its copy button. */
function addressLine(webhook: Webhook, texts: Texts): HTMLElement {
  const line = element('div', 'address', '');
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = webhook.url;
  field.setAttribute('aria-label', webhook.title);
  const button = actionButton(texts['copy'] ?? '', () => {
    copyFrom(field);
    button.textContent = texts['copied'] ?? '';
  });
  line.append(field, button);
  return line;
}

function webhookBlock(webhook: Webhook, texts: Texts): HTMLElement {
  const block = element('div', 'webhook', '');
  const where = element('p', 'where', `${texts['where'] ?? ''}: ${webhook.clickPath}`);
  block.append(element('strong', '', webhook.title), where, addressLine(webhook, texts));
  return block;
}

/** Huggy checks the address when it is saved; the other platforms never do. */
function stateText({ handshakeAtMs }: Connection, texts: Texts): string {
  if (handshakeAtMs === null) return '';
  return (texts['verified'] ?? '').replace('{time}', new Date(handshakeAtMs).toLocaleString());
}

/** Where the platform has no screen for its URLs: a field for the account's token and the button that registers them. */
function registerLine(
  connection: Connection,
  texts: Texts,
  tell: (said: string) => void,
): HTMLElement {
  const line = element('div', 'address', '');
  const token = document.createElement('input');
  token.type = 'password';
  token.placeholder = texts['registerToken'] ?? '';
  token.setAttribute('aria-label', texts['registerToken'] ?? '');
  const register = (): void =>
    callServer<string>('registerWebhooks', tell, connection.id, token.value);
  line.append(token, actionButton(texts['register'] ?? '', register));
  return line;
}

function card(connection: Connection, texts: Texts): HTMLElement {
  const section = document.createElement('section');
  const actions = element('div', 'actions', '');
  const change = (functionName: string) => () =>
    callServer<readonly Connection[]>(
      functionName,
      (connections) => show(connections, texts),
      connection.id,
    );
  const outcome = element('p', 'outcome', '');
  const tell = (said: string): void => outcome.replaceChildren(said);
  const test = (): void => callServer<string>('sendTestEvent', tell, connection.id);
  actions.append(
    actionButton(texts['sendTest'] ?? '', test, 'secondary'),
    actionButton(texts['newSecret'] ?? '', change('changeSecret'), 'secondary'),
  );
  if (connection.hasOldSecret)
    actions.append(actionButton(texts['dropSecret'] ?? '', change('dropOldSecrets'), 'secondary'));
  section.append(
    element('h2', '', `${connection.name} · ${connection.account}`),
    element('p', 'hint', connection.setupHint),
    element('p', 'hint', stateText(connection, texts)),
    ...connection.webhooks.map((webhook) => webhookBlock(webhook, texts)),
    ...(connection.canRegister ? [registerLine(connection, texts, tell)] : []),
    actions,
    outcome,
  );
  return section;
}

function show(connections: readonly Connection[], texts: Texts): void {
  document
    .querySelector('#connections')
    ?.replaceChildren(...connections.map((connection) => card(connection, texts)));
}

function showForm({ vendors, texts }: ConnectionsPage): void {
  const form = document.createElement('form');
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', texts['addConnection'] ?? '');
  choice.append(...vendors.map(({ id, name }) => new Option(name, id)));
  const account = document.createElement('input');
  account.placeholder = texts['accountLabel'] ?? '';
  account.setAttribute('aria-label', texts['accountLabel'] ?? '');
  form.className = 'address';
  form.append(choice, account, element('button', '', texts['addConnection'] ?? ''));
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    callServer<readonly Connection[]>(
      'addConnection',
      (connections) => show(connections, texts),
      choice.value,
      account.value,
    );
  });
  document.querySelector('#add')?.replaceChildren(form);
}

callServer<ConnectionsPage>('readConnectionsPage', (page) => {
  document.querySelector('#secret')?.replaceChildren(page.texts['keepSecret'] ?? '');
  show(page.connections, page.texts);
  showForm(page);
});
