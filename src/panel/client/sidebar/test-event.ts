import { ask, type App } from './app';
import type { Card, Place } from './data';
import { makeButton, makeNote, makeSelect, whileBusy } from './parts';
import { make } from './dom';
import { tell } from './words';

interface Testing {
  /** Where it is told what became of it. */
  readonly outcome: HTMLElement;
  /** Which of the platform's test events. */
  kind(): string;
}

interface TestReport extends Place {
  readonly isWritten: boolean;
}

/** Sends a test event through the deployed address, and says what became of it. */
export function makeTestButton(app: App, card: Card, { outcome, kind }: Testing): HTMLElement {
  return makeButton(tell('sendTestNow'), {
    kind: 'secondary',
    icon: 'send',
    isFull: true,
    onClick: (button) => void sendTest(app, card, { button, outcome, kind: kind() }),
  });
}

interface Sending {
  readonly button: HTMLButtonElement;
  readonly outcome: HTMLElement;
  readonly kind: string;
}

async function sendTest(app: App, { id }: Card, sending: Sending): Promise<void> {
  const { button, outcome, kind } = sending;
  outcome.replaceChildren();
  await whileBusy(button, tell('sending'), async () => {
    const answer = await ask<TestReport>('sendTestEvent', id, kind);
    const said = { sentence: answer.sentence };
    if (answer.kind !== 'done') return outcome.replaceChildren(makeNote('bad', said));
    const { tab, tabTitle, isWritten } = answer.value;
    const see = makeButton(tell('seeTab', { tab: tabTitle }), {
      isSmall: true,
      onClick: () => void app.tryTo('showTab', tab),
    });
    const note = makeNote(isWritten ? 'ok' : 'warn', said, ...(tab === '' ? [] : [see]));
    outcome.replaceChildren(note);
    await app.refresh();
  });
}

/** Its part of a card: which kind, and the button. */
export function makeTestPart(app: App, card: Card): HTMLElement {
  const kinds = app.page().vendors.find(({ id }) => id === card.vendor)?.tests ?? [];
  const outcome = make('div', { role: 'status' });
  const choices = kinds.map((name, index) => ({ id: String(index), name }));
  const { select } = makeSelect(tell('testKind'), choices);
  select.setAttribute('aria-label', tell('testKind'));
  const send = makeButton(tell('send'), {
    kind: 'secondary',
    icon: 'send',
    onClick: (button) => void sendTest(app, card, { button, outcome, kind: select.value }),
  });
  return make(
    'div',
    { class: 'part' },
    make('h2', { class: 'small' }, tell('testTitle')),
    make('div', { class: 'row' }, select, send),
    outcome,
  );
}
