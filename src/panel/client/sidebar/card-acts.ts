import { ask, type App } from './app';
import type { Card } from './data';
import { icon, make, newId, type IconName } from './dom';
import { makeButton, makeFieldBox, whileBusy } from './parts';
import { tell } from './words';

/** Ends what was asked on a card; the sentence is said to those who hear the page. */
type Close = (said?: string) => void;

/** The account's name in a field: Enter keeps it, Escape gives up. */
export function makeRename(app: App, card: Card, close: Close): HTMLElement {
  const box = makeFieldBox(tell('accountName'), tell('renameHelp'), {
    'data-first': 'yes',
    value: card.account,
    maxlength: '60',
  });
  const save = makeButton(tell('save'), {
    kind: 'primary',
    onClick: (button) =>
      void whileBusy(button, tell('saving'), async () => {
        const outcome = await ask('renameConnection', card.id, box.input.value);
        if (outcome.kind !== 'done') {
          box.setProblem(outcome.sentence);
          box.input.focus();
          return;
        }
        await app.refresh();
        close(outcome.sentence);
      }),
  });
  const cancel = makeButton(tell('cancel'), { onClick: () => close() });
  box.input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') save.click();
    if (key === 'Escape') close();
  });
  return make('div', { class: 'part' }, box.node, make('div', { class: 'row ends' }, cancel, save));
}

/** A question on the card itself: what stays, what is lost, and Cancel in front of the keyboard. */
interface Question {
  readonly title: string;
  readonly body: readonly HTMLElement[];
  readonly action: 'changeSecret' | 'dropConnection';
  readonly yes: string;
  readonly doing: string;
  readonly isDangerous: boolean;
}

function makeQuestion(
  app: App,
  { id }: Card,
  { question, close }: { readonly question: Question; readonly close: Close },
): HTMLElement {
  const titleId = newId();
  const problem = make('p', { class: 'line bad', role: 'alert' });
  const cancel = makeButton(tell('cancel'), { kind: 'secondary', onClick: () => close() });
  cancel.dataset['first'] = 'yes';
  const yes = makeButton(question.yes, {
    kind: question.isDangerous ? 'danger' : 'primary',
    onClick: (button) =>
      void whileBusy(button, question.doing, async () => {
        const outcome = await ask(question.action, id);
        if (outcome.kind !== 'done') {
          problem.textContent = outcome.sentence;
          return;
        }
        app.go('connections', `${question.isDangerous ? '' : id}\n${outcome.sentence}`);
        app.announce(outcome.sentence);
        await app.refresh();
      }),
  });
  const node = make(
    'div',
    {
      class: question.isDangerous ? 'part confirm danger' : 'part confirm',
      role: 'alertdialog',
      'aria-labelledby': titleId,
    },
    make('h2', { id: titleId }, question.title),
    ...question.body,
    problem,
    make('div', { class: 'row ends' }, cancel, yes),
  );
  node.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  return node;
}

export function makeChangeSecret(app: App, card: Card, close: Close): HTMLElement {
  const question: Question = {
    title: tell('changeSecretTitle'),
    body: [make('p', { class: 'sub' }, tell('changeSecretMeans'))],
    action: 'changeSecret',
    yes: tell('changeNow'),
    doing: tell('changingNow'),
    isDangerous: false,
  };
  return makeQuestion(app, card, { question, close });
}

const fact = (drawn: IconName, text: string): HTMLElement =>
  make('li', {}, icon(drawn), make('span', {}, text));

export function makeRemove(app: App, card: Card, close: Close): HTMLElement {
  const facts = [
    fact('check', tell('removeStays')),
    fact('cross', tell('removeLoses', { vendor: card.name })),
  ];
  const question: Question = {
    title: tell('removeTitle', { name: `${card.name} · ${card.account}` }),
    body: [make('ul', { class: 'stack' }, ...facts)],
    action: 'dropConnection',
    yes: tell('removeNow'),
    doing: tell('removingNow'),
    isDangerous: true,
  };
  return makeQuestion(app, card, { question, close });
}
