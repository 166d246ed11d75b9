import { createElement } from './elements';
import { isRecord, readList, readNumber, readText } from './json';
import { callFromPage } from './server';

/** What a page may ask of what holds it (`google.script.host`). */
export interface PageHolder {
  close(): void;
  resize(size: { readonly widthPx?: number; readonly heightPx?: number }): void;
}

/** What a page is told when the server does not answer, in Google's words. */
const connectionLost = {
  ok: false,
  message: 'NetworkError: Connection failure due to HTTP 0',
} as const;

async function answerCall(frame: HTMLIFrameElement, message: unknown): Promise<void> {
  const call = callFromPage(readText(message, 'functionName'), readList(message, 'args'));
  const result = await call.catch(() => connectionLost);
  const outcome = result.ok ? { result: result.value } : { error: result.message };
  const id = readNumber(message, 'id');
  frame.contentWindow?.postMessage({ type: 'google.script.result', id, ...outcome }, '*');
}

const HOST_METHODS: Readonly<Record<string, (holder: PageHolder, value: number) => void>> = {
  close: (holder) => holder.close(),
  setHeight: (holder, heightPx) => holder.resize({ heightPx }),
  setWidth: (holder, widthPx) => holder.resize({ widthPx }),
  editorFocus: () => window.focus(),
};

function answerMessage(frame: HTMLIFrameElement, message: unknown, holder: PageHolder): void {
  const type = readText(message, 'type');
  if (type === 'google.script.run') void answerCall(frame, message);
  if (type === 'google.script.host') {
    HOST_METHODS[readText(message, 'method')]?.(holder, Number(readList(message, 'args')[0]));
  }
}

/**
 * A page of HtmlService in a frame of its own origin. The server has put `google.script.run` into it; its messages
 * (see `web/script-run-shim.ts`) are answered here.
 */
export function createScriptPage(
  html: string,
  title: string,
  holder: PageHolder,
): HTMLIFrameElement {
  const frame = createElement('iframe', {
    attributes: {
      class: 'script-page',
      title,
      sandbox: 'allow-scripts allow-forms allow-popups allow-modals allow-downloads',
      allow: 'clipboard-write',
      srcdoc: html,
    },
  });
  const listener = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === frame.contentWindow && isRecord(data)) answerMessage(frame, data, holder);
  };
  window.addEventListener('message', listener);
  return frame;
}
