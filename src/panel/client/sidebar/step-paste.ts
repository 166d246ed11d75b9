import { ask, type App } from './app';
import type { UrlCheck } from './data';
import { hiddenText, icon, make, type IconName } from './dom';
import {
  makeButton,
  makeFieldBox,
  makeNote,
  makePath,
  setDisabled,
  whileBusy,
  type FieldBox,
} from './parts';
import type { Step, Wizard } from './step';
import { tell } from './words';

/** What was typed last: going back keeps it. */
let typed = '';

const questions = ['urlForm', 'urlOpen', 'urlOurs', 'urlCurrent'] as const;

/** The field, the places beside it, and what is known of what stands in it. */
interface Desk {
  readonly app: App;
  readonly box: FieldBox;
  readonly found: HTMLElement;
  readonly next: HTMLButtonElement;
  isGood: boolean;
  /** Counts checks and changes: an answer that is overtaken is not shown. */
  turn: number;
}

/** Step 3: the address is checked as soon as it is pasted; a wrong one stays in the field, with what to do. */
export function makePasteStep({ app, turn }: Wizard): Step {
  const box = makeFieldBox(tell('urlField'), tell('urlHelp'), {
    class: 'mono',
    inputmode: 'url',
    placeholder: 'https://script.google.com/…/exec',
  });
  const found = make('div', { class: 'stack' });
  const next = makeButton(tell('checkUrlNow'), {
    kind: 'primary',
    onClick: () => (desk.isGood ? turn(4) : void check(desk)),
  });
  const desk: Desk = { app, box, found, next, isGood: false, turn: 0 };
  box.input.value = typed === '' ? app.page().start.execUrl : typed;
  setDisabled(next, box.input.value === '');
  box.input.addEventListener('input', (event) => {
    forget(desk);
    if (isPasted(event) && typed.trim() !== '') next.click();
  });
  box.input.addEventListener('keydown', ({ key }) => key === 'Enter' && next.click());
  const title = make('h1', { tabindex: '-1' }, tell('pasteTitle'));
  const body = [title, make('p', {}, tell('pasteMeans')), box.node, found];
  const back = makeButton(tell('back'), { onClick: () => turn(2) });
  return { body, back, next, first: box.input };
}

const isPasted = (event: Event): boolean =>
  event instanceof InputEvent && /^insertFrom(Paste|Drop)$/.test(event.inputType);

/** Something else stands in the field now. */
function forget(desk: Desk): void {
  const { box, found, next } = desk;
  typed = box.input.value;
  desk.isGood = false;
  desk.turn += 1;
  box.setProblem('');
  found.replaceChildren();
  next.textContent = tell('checkUrlNow');
  setDisabled(next, typed.trim() === '');
}

async function check(desk: Desk): Promise<void> {
  const { app, box, found, next } = desk;
  const url = box.input.value.trim();
  const turn = (desk.turn += 1);
  box.setProblem('');
  found.replaceChildren(makeChecks(0, null, true));
  await whileBusy(next, tell('checkingUrl'), async () => {
    const outcome = await ask<UrlCheck>('checkUrl', url);
    if (turn !== desk.turn) return;
    if (outcome.kind === 'done') showCheck(desk, outcome.value, url);
    else {
      found.replaceChildren();
      box.setProblem(outcome.sentence);
    }
    if (desk.isGood) await app.refresh();
  });
  if (turn !== desk.turn) return;
  next.textContent = tell(desk.isGood ? 'goOn' : 'checkUrlAgain');
  (desk.isGood ? next : box.input).focus();
}

function showCheck(desk: Desk, checked: UrlCheck, url: string): void {
  desk.isGood = checked.problem === null;
  if (desk.isGood) desk.box.setGood(checked.said);
  else desk.box.setProblem(checked.said);
  desk.found.replaceChildren(...describeCheck(checked, url));
}

/** The end of the address, what was asked, and the way out. */
function describeCheck(checked: UrlCheck, url: string): readonly HTMLElement[] {
  const { problem, passed, clickPath, warning } = checked;
  const isVisited = passed > 0;
  const parts = [
    ...(problem !== null && !isVisited && url !== '' ? [makeEnding(url)] : []),
    ...(isVisited ? [makeChecks(passed, problem)] : []),
    ...(warning === '' ? [] : [makeNote('warn', { sentence: warning })]),
  ];
  if (clickPath === '') return parts;
  const solving = make(
    'div',
    { class: 'part' },
    make('h2', { class: 'small' }, tell('howToSolve')),
    makePath(clickPath),
  );
  return [...parts, make('div', { class: 'card' }, solving)];
}

function makeEnding(url: string): HTMLElement {
  const [, before = '', end = ''] = /(.{0,12})(\/[^/]*)$/.exec(url) ?? ['', '', url.slice(-16)];
  const code = make('code', {}, `…${before}`, make('mark', {}, end.slice(0, 24)));
  return make('p', { class: 'ending' }, `${tell('urlEnds')} `, code);
}

/** What a question is called when its answer is no: a cross beside the good case would say the contrary. */
const faultNames = new Map([
  ['asksLogin', 'faultLogin'],
  ['archived', 'faultGone'],
  ['noAnswer', 'faultSilent'],
  ['unapproved', 'faultUnapproved'],
  ['otherScript', 'faultOther'],
  ['otherPlantao', 'faultOther'],
]);

/** The questions in their order: so many were answered with yes; the next one is open, being asked, or was answered with no. */
function makeChecks(passed: number, problem: string | null, isAsking = false): HTMLElement {
  const items = questions.map((id, index) => {
    const isNext = index === passed;
    const [look, drawn, said]: readonly [string, IconName | null, string] =
      index < passed
        ? ['yes', 'check', tell('isTrue')]
        : isNext && problem !== null
          ? ['no', 'cross', tell('isFalse')]
          : isNext && isAsking
            ? ['open asking', null, tell('notYet')]
            : ['open', 'dash', tell('notYet')];
    const name = isNext && problem !== null ? (faultNames.get(problem) ?? id) : id;
    return make(
      'li',
      { class: look },
      make('span', { class: 'tick' }, drawn === null ? null : icon(drawn)),
      make('span', { class: 'grow' }, tell(name)),
      hiddenText(said),
    );
  });
  return make('ul', { class: 'checks stack' }, ...items);
}
