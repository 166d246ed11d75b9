import { ask, type App } from './app';
import { makeUrlLine } from './copy';
import type { Card, Webhook } from './data';
import { make } from './dom';
import { makeButton, makeFold, makeLink, makeNote, makePath, whileBusy } from './parts';
import { makeRegisterPart } from './register';
import { makeTestPart } from './test-event';
import { makeTrack } from './track';
import { tell } from './words';

/** What an open card shows. Where the platform has an API for its addresses, that comes before them. */
export function makeCardBody(app: App, card: Card): readonly HTMLElement[] {
  const ways =
    card.registration === null
      ? makeUrlPart(app, card)
      : make('div', { class: 'part' }, makeRegisterPart(app, card));
  return [
    make('div', { class: 'part' }, makeTrack(card)),
    ...(card.hasOldSecret ? [makeOldPart(app, card)] : []),
    ways,
    makeTestPart(app, card),
  ];
}

function makeOldPart(app: App, card: Card): HTMLElement {
  const problem = make('p', { class: 'line bad', role: 'alert' });
  const end = makeButton(tell('endOld'), {
    kind: 'secondary',
    isFull: true,
    onClick: (button) =>
      void whileBusy(button, tell('endingOld'), async () => {
        const outcome = await ask('dropOldSecrets', card.id);
        if (outcome.kind !== 'done') {
          problem.textContent = outcome.sentence;
          return;
        }
        // The list is drawn anew: what it said of the change of the secret is over.
        app.go('connections', `${card.id}\n${outcome.sentence}`);
        app.announce(outcome.sentence);
        await app.refresh();
      }),
  });
  const sentence = tell('twoUrlsMean', { vendor: card.name });
  const note = makeNote('warn', { fact: tell('twoUrls'), sentence });
  return make('div', { class: 'part' }, note, end, problem);
}

function makeUrlPart(app: App, card: Card): HTMLElement {
  const own = card.webhooks.filter(({ isOfFlow }) => !isOfFlow);
  const ofFlows = card.webhooks.filter(({ isOfFlow }) => isOfFlow);
  const [only] = own;
  const parts =
    own.length === 1 && only !== undefined
      ? [make('h2', { class: 'small' }, tell('whereToPaste')), ...describe(app, only)]
      : [
          make('h2', { class: 'small' }, tell('ofAccount')),
          make('p', { class: 'detail' }, tell('beginWithThese')),
          ...own.map((webhook, index) => makeUrlFold(app, webhook, index === 0)),
        ];
  const flows =
    ofFlows.length === 0
      ? []
      : [
          makeFold(
            `${tell('ofFlows')} · ${ofFlows.length}`,
            make('p', { class: 'sub' }, tell('ofFlowsMeans')),
            ...ofFlows.map((webhook) => makeUrlFold(app, webhook, false)),
          ),
        ];
  const help =
    card.helpPage === '' ? [] : [makeLink(tell('helpOf', { vendor: card.name }), card.helpPage)];
  const hints = [
    make('p', { class: 'detail' }, tell('trustUrl')),
    make('p', { class: 'sub' }, card.setupHint),
  ];
  return make('div', { class: 'part' }, ...parts, ...hints, ...flows, ...help);
}

const describe = (app: App, { clickPath, url, title }: Webhook): readonly HTMLElement[] => [
  makePath(clickPath),
  makeUrlLine(app, url, title),
];

function makeUrlFold(app: App, webhook: Webhook, isOpen: boolean): HTMLElement {
  const fold = makeFold(webhook.title, ...describe(app, webhook));
  fold.open = isOpen;
  return fold;
}
