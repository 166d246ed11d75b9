import { ask, type App } from './app';
import { makeUrlLine } from './copy';
import type { Card, Registration } from './data';
import { make } from './dom';
import { makeButton, makeFieldBox, makeFold, makeNote, whileBusy } from './parts';
import { tell } from './words';

/** Where a platform is told its addresses by its API: one click with the account's token. `then`: what follows when it took them. */
export function makeRegisterPart(app: App, card: Card, then?: () => void): HTMLElement {
  const { registration } = card;
  const place = make('div', { class: 'stack' });
  if (registration === null) return place;
  const count = String(card.webhooks.length);
  const box = makeFieldBox(
    tell('registerTokenField'),
    tell(registration.hasToken ? 'registerTokenKept' : 'registerTokenHelp'),
    { type: 'password' },
  );
  const keep = make('input', { type: 'checkbox' });
  keep.checked = true;
  const outcome = make('div', { role: 'status' });
  const register = makeButton(tell(registration.at === '' ? 'registerNow' : 'registerAgain'), {
    kind: 'primary',
    icon: 'plug',
    isFull: true,
    onClick: (button) => void send(button),
  });
  const send = async (button: HTMLButtonElement): Promise<void> => {
    box.setProblem('');
    outcome.replaceChildren();
    await whileBusy(button, tell('registering'), async () => {
      const keeps = keep.checked ? 'yes' : '';
      const answer = await ask('registerWebhooks', card.id, box.input.value, keeps);
      if (answer.kind !== 'done') {
        box.setProblem(answer.sentence);
        box.input.focus();
        return;
      }
      box.input.value = '';
      outcome.replaceChildren(makeNote('ok', { sentence: answer.sentence }));
      app.announce(answer.sentence);
      await app.refresh();
      then?.();
    });
  };
  box.input.addEventListener('keydown', ({ key }) => key === 'Enter' && register.click());
  place.append(
    make('h2', { class: 'small' }, tell('registerTitle', { count })),
    ...describeRegistration(registration, card),
    box.node,
    make('label', { class: 'tickbox' }, keep, tell('registerKeep')),
    register,
    outcome,
    makeFold(tell('byApi'), makeCall(card), ...makeApiUrls(app, card)),
  );
  return place;
}

function describeRegistration(
  { at, isOutdated, taken, missing }: Registration,
  { webhooks }: Card,
): readonly HTMLElement[] {
  if (at === '') return [];
  const values = { count: String(taken.length), all: String(webhooks.length), time: at };
  const fact = tell('registeredAt', values);
  const on = taken.length === 0 ? '' : tell('registeredOn', { names: taken.join(', ') });
  const off = missing.length === 0 ? '' : tell('registeredOff', { names: missing.join(', ') });
  const sentence = `${on} ${off}`.trim();
  const outdated = isOutdated ? [makeNote('warn', { sentence: tell('registerOutdated') })] : [];
  return [...outdated, makeNote(missing.length === 0 ? 'ok' : 'warn', { fact, sentence })];
}

/** What the button would send, token apart. */
function makeCall(card: Card): HTMLElement {
  const shown = make('pre', { class: 'api-call', hidden: 'hidden', tabindex: '0' });
  const problem = make('p', { class: 'line bad', role: 'alert' });
  const button = makeButton(tell('showCall'), {
    kind: 'secondary',
    isSmall: true,
    onClick: (pressed) =>
      void whileBusy(pressed, tell('showingCall'), async () => {
        const answer = await ask<string>('previewRegistration', card.id);
        problem.textContent = answer.kind === 'done' ? '' : answer.sentence;
        shown.textContent = answer.kind === 'done' ? answer.value : '';
        shown.hidden = shown.textContent === '';
      }),
  });
  return make('div', { class: 'stack' }, make('div', {}, button), problem, shown);
}

const makeApiUrls = (app: App, { webhooks }: Card): readonly HTMLElement[] =>
  webhooks.map((webhook) =>
    make(
      'div',
      { class: 'one-url' },
      make('b', {}, webhook.title),
      makeUrlLine(app, webhook.url, webhook.title),
    ),
  );
