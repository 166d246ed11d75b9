import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import { tabs } from '../../tabs/tabs';
import { figureOf, findLine, readBench } from './read-bench';
import { decimal, makeTable, percent } from './write';

/** One spreadsheet of a small team, and 10, 100 and 1,000 times its events. */
const multiples = [1, 10, 100, 1000];
const eventsPerDay = 2000;
/** The bench's mix: 7 of 10 events are messages. */
const messageShare = 0.7;
/** A fifth of a day's events in its fullest hour, and five times that hour's mean at its fullest moment. */
const fullestHour = 0.2;
const burst = 5;
const idleOperations = 1700;
const journalDays = 7;

/** Google's: https://developers.google.com/apps-script/guides/services/quotas */
const operationsPerDay = { consumer: 50_000, workspace: 500_000 } as const;
const mostCells = 10_000_000;

const cellsOf = (tab: 'messages' | 'journal'): number =>
  tabs[tab].columns.length + hiddenColumnsOf(tabs[tab]).length;

interface Load {
  readonly multiple: number;
  readonly events: number;
  readonly peakPerS: number;
  readonly operations: number;
  readonly fullAfterDays: number;
}

function reckon(multiple: number, operationsPerEvent: number): Load {
  const events = eventsPerDay * multiple;
  const journal = journalDays * events * cellsOf('journal');
  const growth = events * messageShare * cellsOf('messages');
  return {
    multiple,
    events,
    peakPerS: ((events * fullestHour) / 3600) * burst,
    operations: events * operationsPerEvent + idleOperations,
    fullAfterDays: Math.max(0, (mostCells - journal) / growth),
  };
}

/** What each multiple of a small team's events needs, beside what there is. */
export function makeScale(): string {
  const usual = findLine(readBench(), '25 senders and the sweep, 120 s');
  const capacity = figureOf(usual, 'eventsPerS');
  const loads = multiples.map((multiple) =>
    reckon(multiple, figureOf(usual, 'operationsPerEvent')),
  );
  const row = (title: string, tell: (load: Load) => string): readonly string[] => [
    title,
    ...loads.map(tell),
  ];
  return makeTable(
    ['', ...loads.map(({ multiple }) => `${decimal(multiple)}×`)],
    [
      row('Eventos por dia', ({ events }) => decimal(events)),
      row('Eventos por segundo no pico', ({ peakPerS }) => decimal(peakPerS, 1)),
      row(`Do que uma planilha acompanha (${decimal(capacity, 1)} por segundo)`, ({ peakPerS }) =>
        percent(peakPerS / capacity),
      ),
      row('Operações nas propriedades por dia', ({ operations }) => decimal(operations)),
      row('Da cota de uma conta pessoal (50.000)', ({ operations }) =>
        percent(operations / operationsPerDay.consumer),
      ),
      row('Da cota do Workspace (500.000)', ({ operations }) =>
        percent(operations / operationsPerDay.workspace),
      ),
      row('Dias até 10 milhões de células', ({ fullAfterDays }) => decimal(fullAfterDays)),
    ],
  );
}
