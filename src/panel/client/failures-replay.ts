import { element, makeButton } from './elements';
import type { Choice, DryRow, DryRun, DryTab, Report } from './failures-data';
import { counted, fillText, heading } from './failures-words';
import { say } from './page-data';
import { attach, makeOutcomePlace, type Work } from './work';

/** Tells what a replay came to; `ended` hears of it. */
export const showReport =
  (ended: (sentence: string) => void): Work<Report>['show'] =>
  ({ taken, failing }) => {
    const sentence = fillText('failReplayed', {
      entered: String(taken - failing),
      failing: String(failing),
    });
    ended(sentence);
    return sentence;
  };

/** A long replay of the journal goes on run by run until nothing is left; counts are those of all runs. */
function showAll(before: Report, ended: (sentence: string) => void): Work<Report>['show'] {
  return (report, sentence) => {
    const total = {
      taken: before.taken + report.taken,
      failing: before.failing + report.failing,
      lastNumber: report.lastNumber,
    };
    if (report.taken === 0) return showReport(ended)(total, sentence);
    const said = showReport(() => undefined)(total, sentence);
    return {
      sentence: typeof said === 'string' ? said : said.sentence,
      args: ['all', String(report.lastNumber)],
      show: showAll(total, ended),
    };
  };
}

const nothingYet: Report = { taken: 0, failing: 0, lastNumber: 0 };

/** What becomes of a dry run: the replay, or back. */
export interface DryRunEnd {
  leave(): void;
  ended(sentence: string): void;
}

/** A button that shows the dry run in the place of the page; leaving it comes back here. */
export function attachDryRun(
  button: HTMLButtonElement,
  readChoice: () => Choice,
  { place, end }: { readonly place: HTMLElement; readonly end: DryRunEnd },
): void {
  const main = document.querySelector('main');
  let choice = readChoice();
  attach<DryRun>({
    button,
    place,
    action: 'previewReplay',
    args: () => {
      choice = readChoice();
      return [choice.kind, choice.value];
    },
    show: (run) => {
      const shown = [...(main?.childNodes ?? [])];
      const leave = (): void => {
        main?.replaceChildren(...shown);
        button.focus();
      };
      queueMicrotask(() => {
        main?.replaceChildren(...dryRunView(choice, run, { ...end, leave }));
        main?.querySelector('h1')?.focus();
      });
      return '';
    },
  });
}

/** What a replay would write, row by row, and the button that does it. */
function dryRunView(choice: Choice, run: DryRun, end: DryRunEnd): readonly HTMLElement[] {
  const place = makeOutcomePlace();
  const cancel = makeButton(say('failCancel'), 'quiet');
  cancel.dataset['back'] = '';
  cancel.addEventListener('click', end.leave);
  const bar = element('div', 'bar', '');
  bar.append(place, cancel, ...replayButton(choice, run, { place, end }));
  return [
    heading(say('failSimulated')),
    element('p', 'hint', say('failNothingWritten')),
    ...(run.taken === 0 ? [element('p', '', say('failNoneTaken'))] : [tiles(run)]),
    ...notesOn(choice, run),
    ...run.tabs.map(tabCard),
    bar,
  ];
}

/** None where nothing would enter; what fails again is not counted, and of the whole journal nobody knows how much it is. */
function replayButton(
  choice: Choice,
  { taken, failing, added, changed }: DryRun,
  { place, end }: { readonly place: HTMLElement; readonly end: DryRunEnd },
): readonly HTMLButtonElement[] {
  const isAll = choice.kind === 'all';
  const entering = taken - failing;
  if (isAll ? taken === 0 : entering + added + changed === 0) return [];
  const named = entering > 0 ? fillText('failReplay', { count: String(entering) }) : say('replay');
  const button = makeButton(isAll ? say('replayAll') : named, isAll ? 'danger' : '');
  const show = isAll ? showAll(nothingYet, end.ended) : showReport(end.ended);
  attach<Report>({
    button,
    place,
    action: 'replay',
    args: () => [choice.kind, choice.value],
    show,
  });
  return [button];
}

/** What one run of the server looks at (see `../../intake/replay/replay.ts`). */
const mostLookedAt = 1000;

function notesOn(choice: Choice, { taken, failing }: DryRun): readonly HTMLElement[] {
  const failed = `${failing} ${counted(failing, ['failStillOne', 'failStill'])}`;
  const isPart = choice.kind === 'all' && taken >= mostLookedAt;
  return [
    ...(failing > 0
      ? [element('p', 'note warn', fillText('failStillStays', { failing: failed }))]
      : []),
    ...(isPart ? [element('p', 'note', fillText('failFirstOnly', { count: String(taken) }))] : []),
  ];
}

function tiles({ added, changed, same, failing }: DryRun): HTMLElement {
  const list = element('ul', 'tiles', '');
  const all = [
    [added, ['failNewOne', 'failNew'], ''],
    [changed, ['failChangedOne', 'failChanged'], ''],
    [same, ['failSameOne', 'failSame'], ''],
    [failing, ['failStillOne', 'failStill'], failing > 0 ? 'warn' : ''],
  ] as const;
  for (const [count, words, look] of all) {
    const tile = element('li', look, '');
    tile.append(element('strong', '', String(count)), element('span', '', counted(count, words)));
    list.append(tile);
  }
  return list;
}

function tabCard({ title, added, changed, rows, more }: DryTab): HTMLElement {
  const section = document.createElement('section');
  const parts = [
    ...(changed > 0 ? [`${changed} ${counted(changed, ['failChangedOne', 'failChanged'])}`] : []),
    ...(added > 0 ? [`${added} ${counted(added, ['failNewOne', 'failNew'])}`] : []),
  ];
  section.append(element('h2', '', `${title} · ${parts.join(', ')}`), ...rows.map(rowBlock));
  if (more > 0) section.append(element('p', 'hint', fillText('failMore', { count: String(more) })));
  return section;
}

function rowBlock({ name, isNew, row, changes }: DryRow): HTMLElement {
  const block = element('div', 'row', '');
  const head = element('div', 'head', '');
  const where = isNew ? `+ ${say('failNewRow')}` : fillText('failRow', { row: String(row) });
  head.append(element('strong', '', name), element('span', isNew ? 'new' : 'when', where));
  const list = document.createElement('dl');
  for (const { column, before, after } of changes) {
    const value = document.createElement('dd');
    if (!isNew) {
      const arrow = element('span', 'becomes', ` ${say('failBecomes')} `);
      value.append(element('del', '', before === '' ? say('failBlank') : before), arrow);
    }
    value.append(element('ins', '', after === '' ? say('failBlank') : after));
    list.append(element('dt', '', column), value);
  }
  block.append(head, list);
  return block;
}
