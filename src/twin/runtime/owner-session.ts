import { EventEmitter } from 'node:events';
import type { Storage } from '../storage/storage';
import type {
  ButtonName,
  CellPlace,
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
  | { readonly type: 'sheet'; readonly sheetId: number; readonly cell?: CellPlace }
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
  /** The person closed the sidebar: whoever comes later does not find it. */
  closeSidebar(): void;
  /** Answers an open question; false when there is none of that id. */
  answer(id: number, answer: PromptAnswer): boolean;
}

const collection = 'session';
const sheetKey = 'activeSheet';

/** Creates a session in which nothing is open yet; the sheet that was last in front is kept in the storage. */
export function createOwnerSession(storage: Storage): OwnerSession {
  const events = new EventEmitter().setMaxListeners(0);
  const menus = new Map<string, Menu>();
  const show = (event: UiEvent) => void events.emit('event', event);
  const questions = createQuestions(show, () => events.listenerCount('event') > 0);
  const front = openFront(storage);
  let sidebar: UiEvent | null = null;
  const listMenus = (): UiEvent => ({ type: 'menus', menus: [...menus.values()] });
  return {
    get menus() {
      return [...menus.values()];
    },
    get activeSheetId() {
      return front.sheetId;
    },
    turnTo: front.turnTo,
    showSheet: (sheetId, cell) => {
      front.turnTo(sheetId);
      show({ type: 'sheet', sheetId, ...(cell === null ? {} : { cell }) });
    },
    addMenu: (menu) => {
      menus.set(menu.caption, menu);
      show(listMenus());
    },
    showSidebar: (html, title) => {
      sidebar = { type: 'sidebar', html, title };
      show(sidebar);
    },
    closeSidebar: () => {
      sidebar = null;
    },
    showDialog: (page) => show({ type: 'dialog', ...page }),
    alert: async (question): Promise<ButtonName> => {
      return (await questions.ask('alert', question)).button;
    },
    prompt: (question) => questions.ask('prompt', question),
    answer: questions.answer,
    toast: (text, title, seconds) => show({ type: 'toast', text, title, seconds }),
    current: () => [listMenus(), ...front.current(), ...asList(sidebar), ...questions.open()],
    onEvent: (listener) => {
      events.on('event', listener);
      return () => void events.off('event', listener);
    },
  };
}

function asList(event: UiEvent | null): readonly UiEvent[] {
  return event ? [event] : [];
}

/** The sheet in front of the person. */
function openFront(storage: Storage) {
  const stored: unknown = JSON.parse(storage.read(collection).get(sheetKey) ?? 'null');
  let known = typeof stored === 'number' ? stored : null;
  return {
    get sheetId() {
      return known;
    },
    turnTo: (sheetId: number): void => {
      if (sheetId === known) return;
      storage.commit([{ collection, key: sheetKey, json: JSON.stringify(sheetId) }]);
      known = sheetId;
    },
    current: (): readonly UiEvent[] => (known === null ? [] : [{ type: 'sheet', sheetId: known }]),
  };
}

interface OpenQuestion {
  readonly event: UiEvent;
  readonly resolve: (answer: PromptAnswer) => void;
}

/** Alerts and prompts that wait for the person. */
function createQuestions(show: (event: UiEvent) => void, isSomebodyThere: () => boolean) {
  const waiting = new Map<number, OpenQuestion>();
  let count = 0;
  return {
    open: (): readonly UiEvent[] => [...waiting.values()].map(({ event }) => event),
    ask: (type: 'alert' | 'prompt', question: Question) =>
      new Promise<PromptAnswer>((resolve) => {
        // Nobody looks: the question is closed at once, or the execution would wait for ever.
        if (!isSomebodyThere()) return resolve({ button: 'CLOSE', text: '' });
        const id = (count += 1);
        const event = { type, id, ...question };
        waiting.set(id, { event, resolve });
        show(event);
      }),
    answer: (id: number, answer: PromptAnswer): boolean => {
      const question = waiting.get(id);
      waiting.delete(id);
      question?.resolve(answer);
      if (question) show({ type: 'answered', id });
      return question !== undefined;
    },
  };
}
