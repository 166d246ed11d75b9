import { element, makeButton } from './elements';
import type { Choice, DryRow, DryRun, DryTab, Report } from './failures-data';
import { fillText, heading } from './failures-words';
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
export function showAll(
  before: Report,
  ended: (sentence: string) => void = () => undefined,
): Work<Report>['show'] {
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

export const nothingYet: Report = { taken: 0, failing: 0, lastNumber: 0 };

/** What becomes of a dry run: the replay, or back. */
export interface DryRunEnd {
  leave(): void;
  ended(sentence: string): void;
}

/** What a replay would write, row by row, and the button that does it. */
export function dryRunView(choice: Choice, run: DryRun, end: DryRunEnd): readonly HTMLElement[] {
  const place = makeOutcomePlace();
  const replay = makeButton(fillText('failReplay', { count: String(run.taken) }));
  const show = choice.kind === 'all' ? showAll(nothingYet, end.ended) : showReport(end.ended);
  const args = (): readonly string[] => [choice.kind, choice.value];
  attach<Report>({ button: replay, place, action: 'replay', args, show });
  const cancel = makeButton(say('failCancel'), 'quiet');
  cancel.dataset['back'] = '';
  cancel.addEventListener('click', end.leave);
  const bar = element('div', 'bar', '');
  bar.append(place, cancel, ...(run.taken > 0 ? [replay] : []));
  return [
    heading(say('failSimulated')),
    element('p', 'hint', say('failNothingWritten')),
    tiles(run),
    ...run.tabs.map(tabCard),
    bar,
  ];
}

function tiles({ added, changed, same, failing }: DryRun): HTMLElement {
  const list = element('ul', 'tiles', '');
  const all = [
    ['failNew', added, ''],
    ['failChanged', changed, ''],
    ['failSame', same, ''],
    ['failStill', failing, failing > 0 ? 'warn' : ''],
  ] as const;
  for (const [id, count, look] of all) {
    const tile = element('li', look, '');
    tile.append(element('strong', '', String(count)), element('span', '', say(id)));
    list.append(tile);
  }
  return list;
}

function tabCard({ title, added, changed, rows, more }: DryTab): HTMLElement {
  const section = document.createElement('section');
  const parts = [
    ...(changed > 0 ? [`${changed} ${say('failChanged')}`] : []),
    ...(added > 0 ? [`${added} ${say('failNew')}`] : []),
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
