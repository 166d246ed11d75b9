import { createElement } from './elements';
import { isRecord, readNumber, readText } from './json';
import { createScriptPage } from './script-page';
import { answerQuestion } from './server';
import type { Texts } from './texts';

type ButtonName = keyof Texts['buttons'];

const BUTTON_SETS: Readonly<Record<string, readonly ButtonName[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

function openDialog(title: string, children: readonly Node[], modal: boolean): HTMLDialogElement {
  const dialog = createElement('dialog', {
    attributes: { class: 'dialog', 'aria-label': title },
    children,
  });
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  if (modal) dialog.showModal();
  else dialog.show();
  return dialog;
}

function createHeading(title: string, close: string, leave: () => void): HTMLElement {
  const button = createElement('button', {
    attributes: { type: 'button', class: 'close', 'aria-label': close },
    onClick: leave,
    children: ['×'],
  });
  return createElement('header', {
    attributes: { class: 'panel-heading' },
    children: [createElement('h2', { children: [title] }), button],
  });
}

function findQuestion(id: number): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>(`dialog[data-question='${id}']`);
}

/** Takes a question away that was answered elsewhere. */
export function withdrawQuestion(id: number | null): void {
  if (id !== null) findQuestion(id)?.close();
}

/** Shows an alert or a prompt; the script goes on when the person answers. */
export function askQuestion(message: unknown, texts: Texts): void {
  const id = readNumber(message, 'id') ?? -1;
  if (findQuestion(id)) return;
  const question =
    isRecord(message) && isRecord(message['question']) ? message['question'] : message;
  const title = readText(question, 'title');
  const field = createElement('input', {
    attributes: { class: 'answer', type: 'text', 'aria-label': texts.answer },
  });
  const leave = (button: ButtonName): void => {
    void answerQuestion(id, button, field.value);
    dialog.close();
  };
  const buttons = (BUTTON_SETS[readText(question, 'buttons')] ?? ['OK']).map((name, index) =>
    createElement('button', {
      attributes: { type: 'button', class: index === 0 ? 'primary' : 'secondary' },
      onClick: () => leave(name),
      children: [texts.buttons[name]],
    }),
  );
  const dialog = openDialog(
    title,
    [
      createHeading(title, texts.close, () => leave('CLOSE')),
      createElement('p', {
        attributes: { class: 'prompt' },
        children: [readText(question, 'prompt')],
      }),
      ...(readText(message, 'type') === 'prompt' ? [field] : []),
      createElement('div', { attributes: { class: 'buttons' }, children: buttons }),
    ],
    true,
  );
  dialog.dataset['question'] = String(id);
  dialog.addEventListener('cancel', () => leave('CLOSE'));
}

const DEFAULT_WIDTH_PX = 600;
const DEFAULT_HEIGHT_PX = 420;

/** Shows a page of HtmlService in a dialog. */
export function showPageDialog(page: unknown, texts: Texts): void {
  const title = readText(page, 'title');
  const frame = createScriptPage(readText(page, 'html'), title, {
    close: () => dialog.close(),
    resize: (size) => setSize(frame, size),
  });
  setSize(frame, {
    widthPx: readNumber(page, 'widthPx') ?? DEFAULT_WIDTH_PX,
    heightPx: readNumber(page, 'heightPx') ?? DEFAULT_HEIGHT_PX,
  });
  const modal = isRecord(page) && page['modal'] === true;
  const heading = createHeading(title, texts.close, () => dialog.close());
  const dialog = openDialog(title, [heading, frame], modal);
}

function setSize(
  frame: HTMLElement,
  { widthPx, heightPx }: { readonly widthPx?: number; readonly heightPx?: number },
): void {
  if (widthPx !== undefined) frame.style.setProperty('width', `${widthPx}px`);
  if (heightPx !== undefined) frame.style.setProperty('height', `${heightPx}px`);
}
