declare const __PLANTAO_PAGES__: Readonly<Record<string, string>> | undefined;

/** Text made safe for HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/**
 * An HTML page of the app, its `{{name}}` places filled: built into the code in the paste file, a file of its own beside it in the
 * clasp project.
 */
export function readPage(name: string, values: Readonly<Record<string, string>>): string {
  const builtIn = typeof __PLANTAO_PAGES__ === 'object' ? __PLANTAO_PAGES__[name] : undefined;
  const page = builtIn ?? HtmlService.createHtmlOutputFromFile(name).getContent();
  return page.replace(/\{\{(\w+)\}\}/g, (whole, place: string) => {
    const value = values[place];
    return value === undefined ? whole : escapeHtml(value);
  });
}
