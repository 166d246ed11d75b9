import { googleCodec } from './google-codec';

/** Compressed as `Codec.compress` does it: readable, they would be a seventh of the file to paste. */
declare const __PLANTAO_PAGES__: Readonly<Record<string, string>> | undefined;

/** Text made safe for HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A page as it was built: inside the code in the paste file, a file of its own beside it in the clasp project. */
function builtPage(name: string): string {
  const packed = typeof __PLANTAO_PAGES__ === 'object' ? __PLANTAO_PAGES__[name] : undefined;
  return packed === undefined
    ? HtmlService.createHtmlOutputFromFile(name).getContent()
    : googleCodec.decompress(packed);
}

/** An HTML page of the app, with what it shares with others (`<!-- part name -->`) put in and its `{{name}}` places filled. */
export function readPage(name: string, values: Readonly<Record<string, string>>): string {
  const page = builtPage(name).replace(/<!-- part (\w+) -->/g, (_whole, part: string) =>
    builtPage(part),
  );
  return page.replace(/\{\{(\w+)\}\}/g, (whole, place: string) => {
    const value = values[place];
    return value === undefined ? whole : escapeHtml(value);
  });
}
