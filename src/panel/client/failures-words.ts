import { element } from './elements';
import { say } from './page-data';

/** A text of the page with its `{name}` places filled. */
export function fillText(id: string, values: Readonly<Record<string, string>>): string {
  return say(id).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A title that can be given the focus, so that a reader begins there. */
export function heading(text: string): HTMLElement {
  const title = element('h1', '', text);
  title.tabIndex = -1;
  return title;
}

/** The word for that many: one has a text of its own. */
export const counted = (count: number, [one, many]: readonly [string, string]): string =>
  say(count === 1 ? one : many);
