import type { App, Screen } from './app';
import { icon, make } from './dom';
import { makeNote } from './parts';
import type { Step, Wizard } from './step';
import { makeDeployStep } from './step-deploy';
import { makeFirstEventStep } from './step-first-event';
import { makePasteStep } from './step-paste';
import { makeTabsStep } from './step-tabs';
import { makeVendorStep } from './step-vendor';
import { tell } from './words';

const stepsOf = [
  makeTabsStep,
  makeDeployStep,
  makePasteStep,
  makeVendorStep,
  makeFirstEventStep,
] as const satisfies readonly ((wizard: Wizard, detail: string) => Step)[];

/** Começar: it remembers the step, whoever goes on and whenever. `detail`: `paste` begins with the address, `choose` with the platforms. */
export function makeStartScreen(app: App, detail?: string): Screen {
  const node = make('div', { class: 'grow stack' });
  node.style.gap = '0';
  let step: Step | null = null;
  let isResumed = app.page().start.leftAt !== '';
  const wizard: Wizard = {
    app,
    turn: (number, about = '') => {
      const makeStep = stepsOf[number - 1] ?? makeTabsStep;
      step = makeStep(wizard, about);
      const note = isResumed && detail === undefined ? resumedNote(app) : null;
      isResumed = false;
      node.replaceChildren(...frameOf(wizard, number, { step, note }));
      focusOf(node, step).focus();
    },
  };
  const { start } = app.page();
  // Whoever is done and comes back begins at the first step: each of them can be repeated.
  const begun = { paste: 3, choose: 4 }[detail ?? ''] ?? (start.step > 5 ? 1 : start.step);
  wizard.turn(begun, detail === undefined ? start.connectionId : '');
  return {
    node,
    focus: () => step !== null && focusOf(node, step).focus(),
    update: (page) => step?.update?.(page),
    rhythmMs: () => step?.rhythmMs?.() ?? 0,
  };
}

const focusOf = (node: HTMLElement, step: Step): HTMLElement =>
  step.first ?? node.querySelector('h1') ?? node;

const resumedNote = (app: App): HTMLElement =>
  makeNote('plain', { sentence: tell('resumedAt', { time: app.page().start.leftAt }) });

function frameOf(
  wizard: Wizard,
  number: number,
  { step, note }: { readonly step: Step; readonly note: HTMLElement | null },
): readonly HTMLElement[] {
  const isDone = wizard.app.page().start.step > 5;
  const top = make(
    'div',
    { class: 'wizard-top' },
    make(
      'div',
      { class: 'row' },
      make('b', { class: 'grow' }, tell(isDone ? 'startAgain' : 'start')),
      make('span', { class: 'detail number' }, tell('stepOf', { n: String(number) })),
    ),
    makeSteps(wizard, number, step.isEnded === true),
  );
  const content = make('div', { class: 'content' }, note, ...step.body);
  const foot = make('div', { class: 'foot' }, step.back ?? make('span'), step.next);
  return [top, content, foot];
}

function makeSteps(wizard: Wizard, number: number, isEnded: boolean): HTMLElement {
  const { start } = wizard.app.page();
  const items = stepsOf.map((_step, index) => {
    const n = index + 1;
    const name = tell(`step${n}`);
    const isDone = n < Math.max(number, start.step) && n !== number;
    if (n === number && isEnded) {
      const done = make(
        'span',
        { class: 'dot', role: 'img', 'aria-label': `${name}: ${tell('isTrue')}` },
        icon('check'),
      );
      return make('li', { class: 'ended', 'aria-current': 'step' }, done);
    }
    if (!isDone) {
      const said = tell('stepName', { n: String(n), name });
      const dot = make('span', { class: 'dot', role: 'img', 'aria-label': said }, String(n));
      return make('li', n === number ? { 'aria-current': 'step' } : {}, dot);
    }
    const said = tell('stepDone', { n: String(n), name });
    const dot = make(
      'button',
      { type: 'button', class: 'dot', title: name, 'aria-label': said },
      icon('check'),
    );
    dot.addEventListener('click', () => wizard.turn(n, start.connectionId));
    return make('li', { class: 'done' }, dot);
  });
  return make('ol', { class: 'steps', 'aria-label': tell('steps') }, ...items);
}
