import { EventEmitter } from 'node:events';
import type { Storage } from '../storage/storage';
import type {
  ButtonName,
  DialogPage,
  Menu,
  PromptAnswer,
  Question,
  UserInterfaceSession,
} from './ui-session';

/** Something the viewer has to show. `id` names a question towards `answer`. */
export type UiEvent =
  | { readonly type: 'menus'; readonly menus: readonly Menu[] }
  | { readonly type: 'sidebar'; readonly html: string; readonly title: string }
  | ({ readonly type: 'dialog' } & DialogPage)
  | ({ readonly type: 'alert' | 'prompt'; readonly id: number } & Question)
  | { readonly type: 'answered'; readonly id: number }
  | { readonly type: 'sheet'; readonly sheetId: number }
  | {
      readonly type: 'toast';
      readonly text: string;
      readonly title: string;
      readonly seconds: number | null;
    };

/** The owner's open spreadsheet: what scripts show, and what the person answers. */
export interface OwnerSession extends UserInterfaceSession {
  readonly menus: readonly Menu[];
  /** Events that describe what is open now, for a viewer that comes later. */
  current(): readonly UiEvent[];
  onEvent(listener: (event: UiEvent) => void): () => void;
  /** The person turned to another sheet; nobody has to be told. */
  turnTo(sheetId: number): void;
  /** Answers an open question; false when there is none of that id. */
  answer(id: number, answer: PromptAnswer): boolean;
}

interface OpenQuestion {
  readonly event: UiEvent;
  readonly resolve: (answer: PromptAnswer) => void;
}

const collection = 'session';
const sheetKey = 'activeSheet';

/** Creates a session in which nothing is open yet; the sheet that was last in front is kept in the storage. */
export function createOwnerSession(storage: Storage): OwnerSession {
  const events = new EventEmitter().setMaxListeners(0);
  const menus = new Map<string, Menu>();
  const questions = new Map<number, OpenQuestion>();
  let [sidebar, count]: [UiEvent | null, number] = [null, 0];
  let activeSheetId = readSheetId(storage);
  const turnTo = (sheetId: number) => {
    if (sheetId === activeSheetId) return;
    activeSheetId = sheetId;
    storage.commit([{ collection, key: sheetKey, json: JSON.stringify(sheetId) }]);
  };
  const show = (event: UiEvent) => void events.emit('event', event);
  const listMenus = (): UiEvent => ({ type: 'menus', menus: [...menus.values()] });
  // Nobody looks: the question is closed at once, or the execution would wait for ever.
  const ask = (type: 'alert' | 'prompt', question: Question) =>
    new Promise<PromptAnswer>((resolve) => {
      if (events.listenerCount('event') === 0) return resolve({ button: 'CLOSE', text: '' });
      const id = (count += 1);
      const event = { type, id, ...question };
      questions.set(id, { event, resolve });
      show(event);
    });
  return {
    get menus() {
      return [...menus.values()];
    },
    get activeSheetId() {
      return activeSheetId;
    },
    turnTo,
    showSheet: (sheetId) => {
      turnTo(sheetId);
      show({ type: 'sheet', sheetId });
    },
    addMenu: (menu) => {
      menus.set(menu.caption, menu);
      show(listMenus());
    },
    showSidebar: (html, title) => {
      sidebar = { type: 'sidebar', html, title };
      show(sidebar);
    },
    showDialog: (page) => show({ type: 'dialog', ...page }),
    alert: async (question): Promise<ButtonName> => (await ask('alert', question)).button,
    prompt: (question) => ask('prompt', question),
    toast: (text, title, seconds) => show({ type: 'toast', text, title, seconds }),
    current: () => [
      listMenus(),
      ...(activeSheetId === null ? [] : [{ type: 'sheet', sheetId: activeSheetId } as const]),
      ...(sidebar ? [sidebar] : []),
      ...[...questions.values()].map(({ event }) => event),
    ],
    onEvent: (listener) => {
      events.on('event', listener);
      return () => void events.off('event', listener);
    },
    answer: (id, answer) => {
      const question = questions.get(id);
      questions.delete(id);
      question?.resolve(answer);
      if (question) show({ type: 'answered', id });
      return question !== undefined;
    },
  };
}

function readSheetId(storage: Storage): number | null {
  const stored: unknown = JSON.parse(storage.read(collection).get(sheetKey) ?? 'null');
  return typeof stored === 'number' ? stored : null;
}
