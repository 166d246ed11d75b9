/** One function that Google may call: it becomes a global function of the built script. */
export interface EntryPoint {
  readonly name: string;
  readonly params: readonly string[];
  readonly doc: string;
}

/** Every function that Google may call. The same names, with as many parameters, are exported by `src/main.ts`. */
export const entryPoints: readonly EntryPoint[] = [
  { name: 'doPost', params: ['e'], doc: 'Receives an event from a platform.' },
  { name: 'doGet', params: ['e'], doc: 'Answers a visit to the web app address.' },
  { name: 'onOpen', params: [], doc: 'Adds the menu when the spreadsheet opens.' },
];
