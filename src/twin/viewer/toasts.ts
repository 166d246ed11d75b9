import { createElement } from './elements';

/** A short message at the lower right corner. */
export interface Toast {
  readonly title: string;
  readonly text: string;
  /** Seconds until it goes; null: 5 s; negative: it stays until closed. */
  readonly seconds: number | null;
}

const DEFAULT_SECONDS = 5;

/** Shows a toast; the function it gives takes it away. */
export function showToast(area: HTMLElement, toast: Toast, closeLabel: string): () => void {
  const element = createElement('div', { attributes: { class: 'toast-message' } });
  const remove = (): void => element.remove();
  const lines = [
    ...(toast.title === '' ? [] : [createElement('strong', { children: [toast.title] })]),
    createElement('span', { children: [toast.text] }),
  ];
  element.append(
    createElement('div', { attributes: { class: 'toast-lines' }, children: lines }),
    createElement('button', {
      attributes: { type: 'button', class: 'close', 'aria-label': closeLabel },
      onClick: remove,
      children: ['×'],
    }),
  );
  area.append(element);
  const seconds = toast.seconds ?? DEFAULT_SECONDS;
  if (seconds >= 0) setTimeout(remove, seconds * 1000);
  return remove;
}
