import { connectServices } from '../../src/platform/connect';
import type { Host, Page, Services } from '../../src/platform/services';
import type { InProcess } from './in-process';

/** A person at the spreadsheet: what they answer. */
export interface Person {
  readonly locale?: string;
  readonly typed?: string | null;
  readonly agrees?: boolean;
}

/** What a person saw, and the pages that opened. */
export interface Seen<T> {
  readonly result: T;
  readonly seen: readonly string[];
  readonly pages: readonly Page[];
}

/** Does work as one execution with that person at the keyboard. */
export function withPerson<T>(
  desk: InProcess,
  person: Person,
  work: (services: Services) => T,
): Seen<T> {
  const seen: string[] = [];
  const pages: Page[] = [];
  const host: Host = {
    isOpen: () => true,
    addMenu: (title, items) => seen.push(title, ...items.map((item) => item?.title ?? '—')),
    alert: (_title, text) => seen.push(text),
    confirm: (_title, text) => {
      seen.push(text);
      return person.agrees ?? false;
    },
    ask: (_title, text) => {
      seen.push(text);
      return person.typed ?? null;
    },
    showDialog: (page) => {
      seen.push(page.name);
      pages.push(page);
    },
    showSidebar: (page) => {
      seen.push(page.name);
      pages.push(page);
    },
    editorUrl: () => 'https://script.google.com/home/projects/script-1/edit',
    locale: () => person.locale ?? 'pt_BR',
  };
  const result = desk.execute(() => {
    const real = connectServices();
    const workbook = { ...real.workbook, toast: (text: string) => void seen.push(text) };
    return work({ ...real, host, workbook });
  });
  return { result, seen, pages };
}
