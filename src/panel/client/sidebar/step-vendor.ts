import { ask } from './app';
import type { Card, ShownVendor } from './data';
import { icon, make } from './dom';
import { makeUrlLine } from './copy';
import { makeButton, makeLink, makeMonogram, makePath } from './parts';
import { makeRegisterPart } from './register';
import type { Step, Wizard } from './step';
import { tell } from './words';

/** Step 4: the platform to begin with, then its address and where to paste it. */
export function makeVendorStep(wizard: Wizard, connectionId: string): Step {
  const card = wizard.app.page().cards.find(({ id }) => id === connectionId);
  return card === undefined ? chooseStep(wizard) : pasteStep(wizard, card);
}

function chooseStep({ app, turn }: Wizard): Step {
  const problem = make('p', { class: 'line bad', role: 'alert' });
  const options = app.page().vendors.map((vendor) => {
    const option = make(
      'button',
      { type: 'button', class: 'option' },
      makeMonogram(vendor.name),
      make(
        'span',
        { class: 'grow' },
        make('b', {}, vendor.name),
        make('span', { class: 'detail' }, describe(vendor)),
      ),
      icon('next'),
    );
    const choose = async (): Promise<void> => {
      if (option.getAttribute('aria-busy') === 'true') return;
      option.setAttribute('aria-busy', 'true');
      const outcome = await ask<string>('chooseVendor', vendor.id);
      option.removeAttribute('aria-busy');
      if (outcome.kind !== 'done') {
        problem.textContent = outcome.sentence;
        return;
      }
      await app.refresh();
      turn(4, outcome.value);
    };
    option.addEventListener('click', () => void choose());
    return make('li', {}, option);
  });
  const body = [
    make('h1', { tabindex: '-1' }, tell('vendorTitle')),
    make('p', { class: 'sub' }, tell('vendorMeans')),
    problem,
    make('ul', { class: 'stack' }, ...options),
  ];
  return { body, back: makeButton(tell('back'), { onClick: () => turn(3) }), next: null };
}

function describe({ accountUrls, canRegister }: ShownVendor): string {
  if (canRegister) return tell('oneClick');
  return accountUrls === 1 ? tell('oneUrl') : tell('someUrls', { count: String(accountUrls) });
}

function pasteStep({ app, turn }: Wizard, card: Card): Step {
  const change = makeButton(tell('change'), { isSmall: true, onClick: () => turn(4) });
  const title = make('h1', { class: 'grow', tabindex: '-1' }, card.name);
  const head = make('div', { class: 'row' }, makeMonogram(card.name), title, change);
  const goOn = (): void => {
    void ask('goOn', '5', card.id);
    turn(5, card.id);
  };
  const ways = card.registration === null ? makeWays(app, card) : makeRegisterPart(app, card, goOn);
  const help =
    card.helpPage === '' ? [] : [makeLink(tell('helpOf', { vendor: card.name }), card.helpPage)];
  const next = makeButton(tell(card.registration === null ? 'isPasted' : 'goOn'), {
    kind: card.registration === null ? 'primary' : 'secondary',
    onClick: goOn,
  });
  return {
    body: [head, ways, ...help],
    back: makeButton(tell('back'), { onClick: () => turn(4) }),
    next,
  };
}

/** Numbered: copy, paste there, tick this. Of several addresses those of the account. */
function makeWays(app: Wizard['app'], card: Card): HTMLElement {
  const own = card.webhooks.filter(({ isOfFlow }) => !isOfFlow);
  const items = own.flatMap((webhook) => {
    const name = own.length === 1 ? null : make('b', {}, webhook.title);
    return [
      [name, make('span', {}, tell('copyStep')), makeUrlLine(app, webhook.url, webhook.title)],
      [make('span', {}, tell('pasteStep', { vendor: card.name })), makePath(webhook.clickPath)],
    ];
  });
  const last = [make('span', {}, card.setupHint), make('p', { class: 'detail' }, tell('trustUrl'))];
  const lines = [...items, last].map((parts, index) =>
    make(
      'li',
      {},
      make('span', { class: 'count' }, String(index + 1)),
      make('div', { class: 'stack' }, ...parts),
    ),
  );
  return make('ol', { class: 'how' }, ...lines);
}
