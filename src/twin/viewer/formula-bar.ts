import { createElement } from './elements';
import type { Selection } from './grid';
import type { Texts } from './texts';

const ROW_FORMAT = new Intl.NumberFormat(navigator.language);

/** Makes the bar that names the selected cell and shows its formula or content, and its note. */
export function createFormulaBar(
  bar: HTMLElement,
  notice: HTMLElement,
  texts: Texts,
): (selection: Selection) => void {
  const address = createElement('output', {
    attributes: { class: 'address', 'aria-label': texts.cell },
  });
  const sign = createElement('span', {
    attributes: { class: 'sign', 'aria-hidden': 'true' },
    children: ['fx'],
  });
  const content = createElement('output', {
    attributes: { class: 'content', 'aria-label': texts.content },
  });
  const note = createElement('output', {
    attributes: { class: 'note', 'aria-label': texts.note },
  });
  bar.append(address, sign, content, note);
  return (selection) => {
    address.textContent = selection.address;
    content.textContent = selection.content;
    content.title = selection.content;
    note.textContent = selection.note === '' ? '' : `${texts.note}: ${selection.note}`;
    note.title = selection.note;
    const { omitted, lastRow, frozenRows } = selection.sheet.source;
    notice.hidden = omitted === null;
    if (omitted === null) return;
    const shown = ROW_FORMAT.format(lastRow - omitted.to);
    const all = ROW_FORMAT.format(lastRow - frozenRows);
    notice.textContent = texts.lastRows(shown, all);
  };
}
