import { askFirst } from './ask-first';
import { copyFrom } from './copy-from';
import { element, makeButton, makeField, placeOf } from './elements';
import { say } from './page-data';
import { tickInput } from './inputs';
import { attach, load, makeOutcomePlace, tell } from './work';

interface Screen {
  readonly id: string;
  readonly name: string;
  readonly showsNames: boolean;
  readonly madeAt: string;
}

interface ScreensPage {
  readonly screens: readonly Screen[];
  readonly url: string;
}

/** The address of a screen that was just made: it is shown once. */
function addressBlock(url: string): HTMLElement {
  const block = element('section', '', '');
  const line = element('div', 'address', '');
  const field = makeField(say('screenAddress'));
  field.readOnly = true;
  field.value = url;
  const button = makeButton(say('copy'));
  button.addEventListener('click', () => {
    copyFrom(field);
    button.textContent = say('copied');
  });
  line.append(field, button);
  block.append(
    element('h2', '', say('screenAddress')),
    element('p', 'hint', say('screenOnce')),
    line,
  );
  return block;
}

function describe({ showsNames, madeAt }: Screen): string {
  const made = say('screenMadeAt').replace('{time}', () => madeAt);
  return `${say(showsNames ? 'screenWithNames' : 'screenWithoutNames')} · ${made}`;
}

function card(screen: Screen): HTMLElement {
  const section = element('section', '', '');
  const actions = element('div', 'actions', '');
  const place = makeOutcomePlace();
  const ending = makeButton(say('endScreenSure'), 'danger');
  const asking = makeButton(say('endScreen'), 'secondary');
  attach<ScreensPage>({
    button: ending,
    place,
    action: 'endScreen',
    args: () => [screen.id],
    show: (page, sentence) => {
      show(page);
      tell(outcome, 'done', sentence);
      return sentence;
    },
  });
  actions.append(asking, askFirst(asking, ending, say('endScreenAbout')));
  section.append(
    element('h2', '', screen.name),
    element('p', 'hint', describe(screen)),
    actions,
    place,
  );
  return section;
}

const outcome = makeOutcomePlace();

function show({ screens, url }: ScreensPage): void {
  const cards = [...screens].reverse().map(card);
  const nothing = element('p', 'hint', say('noScreens'));
  placeOf('screens').replaceChildren(
    ...(url === '' ? [] : [addressBlock(url)]),
    ...(cards.length === 0 ? [nothing] : cards),
  );
}

function showForm(): void {
  const form = document.createElement('form');
  const name = makeField(say('screenName'));
  const names = tickInput(say('screenNames'), false);
  const button = makeButton(say('makeScreen'));
  attach<ScreensPage>({
    button,
    place: outcome,
    action: 'makeScreen',
    args: () => [name.value, names.read() ? 'yes' : ''],
    show: (page, sentence) => {
      show(page);
      name.value = '';
      return sentence;
    },
  });
  form.append(name, button, names.node);
  placeOf('add').replaceChildren(form, outcome);
}

load<ScreensPage>({
  place: placeOf('screens'),
  action: 'readScreens',
  show: (page) => {
    placeOf('about').textContent = say('screensAbout');
    showForm();
    show(page);
  },
});
