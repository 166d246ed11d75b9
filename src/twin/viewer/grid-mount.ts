import { registerCharts } from './charts/chart-figure';
import type { CellFinder } from './cells/find-cell';
import type { GridCommand } from './grid-changes';

type Model = InstanceType<typeof o_spreadsheet.Model>;

/** A grid on the page; it is read-only for the person, and follows what is sent to it. */
export interface MountedGrid {
  readonly model: Model;
  /** Applies changes as another editor's would come in: selection and scroll stay. */
  apply(commands: readonly GridCommand[]): void;
  unmount(): void;
}

/** Hands commands to a read-only model the way a collaborator's arrive. */
class Channel {
  #listener: ((message: object) => void) | null = null;
  #revision = 'START_REVISION';
  #count = 0;

  sendMessage(): Promise<void> {
    return Promise.resolve();
  }

  onNewMessage(_: string, listener: (message: object) => void): void {
    this.#listener = listener;
  }

  leave(): void {
    this.#listener = null;
  }

  send(commands: readonly GridCommand[]): void {
    this.#count += 1;
    const nextRevisionId = `twin-${this.#count}`;
    this.#listener?.({
      type: 'REMOTE_REVISION',
      version: 1,
      clientId: 'twin',
      serverRevisionId: this.#revision,
      nextRevisionId,
      commands,
    });
    this.#revision = nextRevisionId;
  }
}

let prepared: Promise<string> | null = null;

/** The library's colour list rescans all cells on each command and only serves its editing menus. */
async function loadTemplates(): Promise<string> {
  o_spreadsheet.registries.coreViewsPluginRegistry.remove('custom_colors');
  registerCharts();
  // What is drawn before the letters are there is drawn in others.
  await Promise.all(['400', 'bold'].map((weight) => document.fonts.load(`${weight} 13px Roboto`)));
  for (const name of ['debug', 'group', 'groupEnd'] as const) console[name] = () => undefined;
  const response = await fetch('vendor/o_spreadsheet.xml');
  return response.text();
}

/** Sheets shows booleans in the spreadsheet's language. */
const BOOLEAN_WORDS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  pt: ['VERDADEIRO', 'FALSO'],
  es: ['VERDADERO', 'FALSO'],
};

/** Booleans in the spreadsheet's language; and numbers in formats that the library cannot read. */
function showTexts({ getters }: Model, { locale, finder }: GridLook): void {
  const [yes, no] = BOOLEAN_WORDS[locale.slice(0, 2)] ?? ['TRUE', 'FALSE'];
  const read = getters.getCellText;
  getters.getCellText = (position, options) => {
    const text = finder.text(position);
    if (text !== null) return text;
    const { value } = getters.getEvaluatedCell(position);
    if (typeof value === 'boolean') return value ? yes : no;
    return read(position, options);
  };
}

/** The library gives its (empty, read-only) cell editors a place before everything else in the order of the tab key. */
function repairTabOrder(target: HTMLElement): void {
  for (const editor of target.querySelectorAll('[tabindex="1"]'))
    editor.setAttribute('tabindex', '-1');
}

/** The library learns its size a moment after it was mounted; until then it scrolls any cell that is selected out of sight. */
async function waitForSize({ getters }: Model): Promise<void> {
  for (let tries = 0; tries < 50 && getters.getSheetViewDimension().width === 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What a grid needs beside its data. */
export interface GridLook {
  readonly locale: string;
  readonly finder: CellFinder;
}

/** Draws a workbook (in the grid library's file format) into an element. */
export async function mountGrid(
  target: HTMLElement,
  data: object,
  look: GridLook,
): Promise<MountedGrid> {
  prepared ??= loadTemplates();
  const templates = await prepared;
  const channel = new Channel();
  const model = new o_spreadsheet.Model(
    { ...data, revisionId: 'START_REVISION' },
    { mode: 'readonly', transportService: channel },
  );
  showTexts(model, look);
  const app = new owl.App(o_spreadsheet.Spreadsheet, { props: { model }, templates });
  target.replaceChildren();
  await app.mount(target);
  repairTabOrder(target);
  await waitForSize(model);
  return {
    model,
    apply: (commands) => channel.send(commands),
    unmount: () => app.destroy(),
  };
}
