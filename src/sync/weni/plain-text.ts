/** Half of a pair: Weni's parser refuses it, as it does the null character. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const withoutRefused = (text: string): string => text.split('\0').join('').replace(halves, '');

/** The text without what Weni refuses, of so many characters at most. */
export const plainText = (text: string, longest: number): string =>
  Array.from(withoutRefused(text)).slice(0, longest).join('').trim();

/** Whether a text can be told to Weni as it is. */
export const isPlain = (text: string): boolean => withoutRefused(text) === text;
