import type { Language } from '../../events/localized';

/** What the search finds: a heading of a page with what stands below it, up to the next one. */
export interface Section {
  readonly id: number;
  readonly page: string;
  /** The heading's place on the page; blank for what stands above the first one. */
  readonly anchor: string;
  readonly pageTitle: string;
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

const letters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What is read of HTML, in one line. */
const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (written) => letters[written] ?? written)
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The first heading of a page, as text. */
export const titleOf = (html: string): string =>
  plainText(/<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1] ?? '');

/** The sections of a page that is HTML. */
export function sectionsOf(
  page: string,
  html: string,
  language: Language,
): readonly Omit<Section, 'id'>[] {
  const pageTitle = titleOf(html);
  return html
    .split(/(?=<h[1-4] id=")/)
    .map((part) => {
      const [, anchor = '', title = ''] = /^<h\d id="([^"]*)">([^]*?)<\/h\d>/.exec(part) ?? [];
      const text = plainText(part.replace(/^<h\d[^]*?<\/h\d>/, ''));
      return { page, anchor, pageTitle, title: plainText(title), text, language };
    })
    .filter(({ title, text }) => title !== '' || text !== '');
}
