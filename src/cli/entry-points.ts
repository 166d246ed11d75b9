/** One function that Google may call: it becomes a global function of the built script. */
export interface EntryPoint {
  readonly name: string;
  readonly params: readonly string[];
  readonly doc: string;
}

/** Every function that Google may call. The same names, with as many parameters, are exported by `src/main.ts`. */
export const entryPoints: readonly EntryPoint[] = [
  { name: 'doPost', params: ['event'], doc: 'Receives an event from a platform.' },
  { name: 'doGet', params: [], doc: 'Answers a visit to the web app address.' },
  { name: 'onOpen', params: [], doc: 'Adds the menu when the spreadsheet opens.' },
  { name: 'sweep', params: [], doc: 'Runs every minute: finishes what a burst or a crash left.' },
  { name: 'openStart', params: [], doc: 'Menu Plantão > Começar.' },
  { name: 'openConnections', params: [], doc: 'Menu Plantão > Conexões.' },
  { name: 'updateNow', params: [], doc: 'Menu Plantão > Atualizar agora.' },
  { name: 'openAbout', params: [], doc: 'Menu Plantão > Sobre.' },
  { name: 'readConnectionsPage', params: [], doc: 'What the page Conexões shows.' },
  { name: 'listConnections', params: [], doc: 'Every connection with its ready URLs.' },
  { name: 'addConnection', params: ['vendor', 'account'], doc: 'Adds a connection.' },
  { name: 'startSample', params: ['execUrl'], doc: 'Sets up the try-out on a loopback address.' },
];
