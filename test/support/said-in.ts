import type { Language } from '../../src/events/localized';
import { texts } from '../../src/panel/texts';

const escape = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** A text of the panel as a pattern: any words in its `{name}` places. */
const patternOf = (text: string): string =>
  text
    .split(/\{\w+\}/)
    .map(escape)
    .join('[^]*');

/** Whether a person reads a text of the panel in that language; what follows a colon may be anything. */
export function isSaidIn(language: Language, said: string): boolean {
  return Object.values(texts).some((text) =>
    new RegExp(`^${patternOf(text[language])}(: [^]*)?$`).test(said),
  );
}
