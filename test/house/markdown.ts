/** Parts of a Markdown text, as far as the tests of the pages need them. */

const fence = /^```[^\n]*\n([^]*?)^```$/gm;

/** The texts of the code blocks, in order. */
export function codeBlocks(text: string): string[] {
  return [...text.matchAll(fence)].map((match) => match[1] ?? '');
}

/** The text without code blocks and comments. */
export function prose(text: string): string {
  return text.replace(fence, '').replace(/<!--[^]*?-->/g, '');
}

/** The headings with their levels, in order. */
export function headings(text: string): { readonly level: number; readonly title: string }[] {
  return [...prose(text).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
  }));
}

/** The place that a link to a heading names, as GitHub makes it. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Where the links and pictures lead, addresses of the web left out. */
export function localLinks(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(https?|mailto):/.test(target));
}

/** The paragraphs and list items as single lines; headings, tables and pictures left out. */
function paragraphs(text: string): string[] {
  const lines = prose(text)
    .split('\n')
    .filter((line) => !/^(#|\||!\[)/.test(line.trim()));
  return lines
    .join('\n')
    .split(/\n\s*\n|\n(?=\s*(?:-|\d+\.) )/)
    .map((part) =>
      part
        .replace(/^\s*(?:-|\d+\.) /, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** The sentences of the paragraphs, links reduced to their words. */
export function sentences(text: string): string[] {
  return paragraphs(text)
    .map((part) => part.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
    .flatMap((part) => part.split(/(?<=[.!?;])["”)]*\s+/));
}

/** A table or text without what formatting adds: padded cells, long separators, blank lines. */
export function unformatted(text: string): string {
  return text
    .replaceAll(/ *\| */g, '|')
    .replaceAll(/-{3,}/g, '---')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

/** What a reader reads as words: code, addresses, names of files, tags and places to fill left out. */
export function lettersOf(text: string): string {
  return text
    .replaceAll(/`[^`]*`/g, ' – ')
    .replaceAll(/\]\([^)]*\)/g, '] ')
    .replaceAll(/<[^>]+>|https?:\S+|\S+@\S+|\{\w+\}|[\p{L}\d_/-]+(?:\.[\p{L}\d_/-]+)+/gu, ' – ');
}

/** The words of a text, without the English `'s`; numbers and capitals alone are none. */
export function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}]|['’](?=\p{L}))*/gu)]
    .map(([word]) => word.replaceAll('’', "'").replace(/'s$/, ''))
    .filter((word) => word.length > 1 && /\p{Ll}/u.test(word) && !/\p{N}/u.test(word));
}
