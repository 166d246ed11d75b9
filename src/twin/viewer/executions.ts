import { createElement } from './elements';
import { readList, readNumber, readText } from './json';
import { fetchExecutions } from './server';
import type { Texts } from './texts';

const NUMBER = new Intl.NumberFormat(navigator.language, { maximumFractionDigits: 0 });

/** Times are shown in the spreadsheet's zone, as its cells are; a fixed offset is `GMT-3` there and `-03:00` here. */
function createTimeFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const [, sign = '', hours = ''] = /^GMT([+-])(\d{1,2})$/.exec(timeZone ?? '') ?? [];
  const zone = sign === '' ? timeZone : `${sign}${hours.padStart(2, '0')}:00`;
  return new Intl.DateTimeFormat(navigator.language, { timeStyle: 'medium', timeZone: zone });
}

let timeFormat = createTimeFormat(undefined);

function readStart(execution: unknown): string {
  const epoch = Date.parse(readText(execution, 'startedAt'));
  return Number.isNaN(epoch) ? '' : timeFormat.format(epoch);
}

function showMs(ms: number | null): string {
  return `${NUMBER.format(ms ?? 0)} ms`;
}

function readLines(execution: unknown): string[] {
  return readList(execution, 'log').map((line) => {
    if (typeof line === 'string') return line;
    return `${readText(line, 'severity').toUpperCase()} ${readText(line, 'text')}`.trim();
  });
}

function createEntry(execution: unknown, open: ReadonlySet<string>, texts: Texts): HTMLElement {
  const id = readText(execution, 'id');
  const status = readText(execution, 'status');
  const lines = readLines(execution);
  const cell = (name: string, text: string): HTMLElement =>
    createElement('span', { attributes: { class: name }, children: [text] });
  const summary = createElement('summary', {
    children: [
      cell('function', readText(execution, 'function')),
      cell('start', readStart(execution)),
      cell('duration', showMs(readNumber(execution, 'durationMs'))),
      cell('modelled', `${texts.modelled} ${showMs(readNumber(execution, 'modelMs'))}`),
      cell('calls', `${NUMBER.format(readNumber(execution, 'serviceCalls') ?? 0)} ${texts.calls}`),
      cell(`status status-${status}`, texts.statuses[status] ?? status),
    ],
  });
  const details = createElement('details', {
    attributes: { 'data-id': id, class: 'execution' },
    children: [
      summary,
      createElement('pre', { children: [lines.length > 0 ? lines.join('\n') : texts.noLog] }),
    ],
  });
  details.open = open.has(id);
  return createElement('li', { children: [details] });
}

/** How many executions the list shows. */
const SHOWN = 100;

/** The executions list. */
export interface ExecutionsPanel {
  toggle(): boolean;
  refresh(): Promise<void>;
  setTimeZone(timeZone: string): void;
}

/** The executions list in a panel: `toggle` opens and closes it, `refresh` reads it again while it is open. */
export function createExecutions(panel: HTMLElement, texts: Texts): ExecutionsPanel {
  const list = createElement('ol', { attributes: { class: 'execution-list' } });
  const refresh = async (): Promise<void> => {
    if (panel.hidden) return;
    const executions = (await fetchExecutions()).slice(0, SHOWN);
    const open = new Set(
      [...list.querySelectorAll<HTMLElement>('details[open]')].map(
        ({ dataset }) => dataset['id'] ?? '',
      ),
    );
    const entries = executions.map((execution) => createEntry(execution, open, texts));
    list.replaceChildren(...entries);
    if (entries.length === 0) {
      list.append(
        createElement('li', { attributes: { class: 'empty' }, children: [texts.noExecutions] }),
      );
    }
  };
  const heading = createElement('header', {
    attributes: { class: 'panel-heading' },
    children: [createElement('h2', { children: [texts.executions] })],
  });
  panel.setAttribute('aria-label', texts.executions);
  panel.append(heading, list);
  return {
    refresh,
    setTimeZone(timeZone) {
      timeFormat = createTimeFormat(timeZone);
    },
    toggle() {
      panel.hidden = !panel.hidden;
      void refresh();
      window.dispatchEvent(new Event('resize'));
      return !panel.hidden;
    },
  };
}
