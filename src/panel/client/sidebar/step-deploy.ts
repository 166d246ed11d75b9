import { ask } from './app';
import { make, rich } from './dom';
import { drawDialog, drawMenu, drawUrl } from './drawings';
import { makeButton, makeFold, makeLink } from './parts';
import type { Step, Wizard } from './step';
import { tell } from './words';

/** A numbered line of what to do; `under`: what stands below its words. */
function line(number: number, under?: HTMLElement): HTMLElement {
  const words = make('div', {}, ...rich(tell(`deploy${number}`)));
  return make(
    'li',
    {},
    make('span', { class: 'count' }, String(number)),
    make('div', { class: 'stack' }, words, under ?? null),
  );
}

const lines = (...items: readonly HTMLElement[]): HTMLElement =>
  make('ol', { class: 'how' }, ...items);

/** Step 2: how to deploy, in Google's own words. The numbers are those of the drawings. */
export function makeDeployStep({ app, turn }: Wizard): Step {
  const { editorUrl } = app.page().start;
  const link = makeLink(tell('openEditor'), editorUrl);
  link.className = 'button secondary small';
  const body = [
    make('h1', { tabindex: '-1' }, tell('deployTitle')),
    make('p', {}, tell('deployMeans')),
    lines(line(1, link), line(2)),
    drawMenu(),
    lines(line(3), line(4), line(5), line(6)),
    drawDialog(),
    lines(line(7)),
    drawUrl(),
    makeFold(tell('noAnyone'), make('p', { class: 'sub' }, tell('noAnyoneMeans'))),
  ];
  const next = makeButton(tell('urlIsCopied'), {
    kind: 'primary',
    onClick: () => {
      if (app.page().start.step < 3) void ask('goOn', '3', '');
      turn(3);
    },
  });
  return { body, back: makeButton(tell('back'), { onClick: () => turn(1) }), next };
}
