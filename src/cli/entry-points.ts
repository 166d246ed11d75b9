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
  { name: 'openFailures', params: [], doc: 'Menu Plantão > Falhas.' },
  { name: 'pauseWriting', params: [], doc: 'Menu Plantão > Pausar gravação.' },
  { name: 'resumeWriting', params: [], doc: 'Menu Plantão > Retomar gravação.' },
  { name: 'updateNow', params: [], doc: 'Menu Plantão > Atualizar agora.' },
  { name: 'openAbout', params: [], doc: 'Menu Plantão > Sobre.' },
  { name: 'readConnectionsPage', params: [], doc: 'What the page Conexões shows.' },
  { name: 'listConnections', params: [], doc: 'Every connection with its ready URLs.' },
  { name: 'addConnection', params: ['vendor', 'account'], doc: 'Adds a connection.' },
  { name: 'startSample', params: ['execUrl'], doc: 'Sets up the try-out on a loopback address.' },
  { name: 'readFailuresPage', params: [], doc: 'What the page Falhas shows.' },
  {
    name: 'previewReplay',
    params: ['kind', 'value'],
    doc: 'The rows that a replay would touch: of a cause, of one request, of the journal.',
  },
  {
    name: 'replay',
    params: ['kind', 'value'],
    doc: 'Replays a cause, one request, or the journal.',
  },
  {
    name: 'acceptHeldToken',
    params: ['connectionId', 'digest'],
    doc: 'Accepts a token that held requests carry.',
  },
  { name: 'nameStatuses', params: [], doc: 'Menu Plantão > Nomes dos status.' },
  { name: 'changeSecret', params: ['id'], doc: 'Gives a connection a new secret.' },
  { name: 'dropOldSecrets', params: ['id'], doc: "Ends a connection's older secrets." },
  {
    name: 'sendTestEvent',
    params: ['connectionId'],
    doc: 'Sends a test event to the deployed address.',
  },
  {
    name: 'registerWebhooks',
    params: ['connectionId', 'token'],
    doc: "Registers all URLs at the platform's API.",
  },
];
