import { callServer } from './call-server';
import { element } from './elements';

interface Webhook {
  readonly title: string;
  readonly clickPath: string;
  readonly url: string;
}

interface Connection {
  readonly name: string;
  readonly account: string;
  readonly setupHint: string;
  readonly webhooks: readonly Webhook[];
}

interface ConnectionsPage {
  readonly texts: Readonly<Record<string, string>>;
  readonly connections: readonly Connection[];
}

/** The address in a read-only field with its copy button. */
function addressLine(webhook: Webhook, texts: ConnectionsPage['texts']): HTMLElement {
  const line = element('div', 'address', '');
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = webhook.url;
  field.setAttribute('aria-label', webhook.title);
  const button = element('button', '', texts['copy'] ?? '');
  button.addEventListener('click', () => {
    field.select();
    // The sandbox of a dialog has no clipboard permission; the old command works there.
    document.execCommand('copy');
    button.textContent = texts['copied'] ?? '';
  });
  line.append(field, button);
  return line;
}

function card(connection: Connection, texts: ConnectionsPage['texts']): HTMLElement {
  const section = document.createElement('section');
  section.append(
    element('h2', '', `${connection.name} · ${connection.account}`),
    element('p', 'hint', connection.setupHint),
  );
  for (const webhook of connection.webhooks) {
    const block = element('div', 'webhook', '');
    const where = element('p', 'where', `${texts['where'] ?? ''}: ${webhook.clickPath}`);
    block.append(element('strong', '', webhook.title), where, addressLine(webhook, texts));
    section.append(block);
  }
  return section;
}

callServer<ConnectionsPage>('readConnectionsPage', (page) => {
  document.querySelector('#secret')?.replaceChildren(page.texts['keepSecret'] ?? '');
  document
    .querySelector('#connections')
    ?.replaceChildren(...page.connections.map((connection) => card(connection, page.texts)));
});
