declare const __PLANTAO_PAGES__: Readonly<Record<string, string>> | undefined;

/** An HTML page of the app: built into the code in the paste file, a file of its own beside it in the clasp project. */
export function readPage(name: string): string {
  const builtIn = typeof __PLANTAO_PAGES__ === 'object' ? __PLANTAO_PAGES__[name] : undefined;
  return builtIn ?? HtmlService.createHtmlOutputFromFile(name).getContent();
}
