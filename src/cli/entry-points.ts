import { entryNames } from '../panel/entry-names';

/** One function that Google may call: it becomes a global function of the built script. */
export interface EntryPoint {
  readonly name: string;
  readonly params: readonly string[];
  readonly doc: string;
}

/** Every function that Google may call. The same names, with as many parameters, are exported by `src/main.ts`. */
export const entryPoints: readonly EntryPoint[] = [
  { name: entryNames.receive, params: ['event'], doc: 'Receives an event from a platform.' },
  { name: entryNames.greet, params: ['event'], doc: 'Answers a visit to the web app address.' },
  { name: entryNames.open, params: [], doc: 'Adds the menu when the spreadsheet opens.' },
  {
    name: entryNames.edit,
    params: ['event'],
    doc: 'Redraws a view when a person changes its dropdown; does nothing without a real range.',
  },
  {
    name: entryNames.panel,
    params: ['token', 'action', 'args'],
    doc: 'Answers a page that the menu opened; refuses everybody else.',
  },
  {
    name: entryNames.readBoard,
    params: ['viewKey'],
    doc: 'Gives the board to a screen that has a key; refuses everybody else.',
  },
  {
    name: entryNames.oldSweep,
    params: ['event'],
    doc: 'The same as sweep_, for triggers of version 0.1.0 only.',
  },
  {
    name: entryNames.sweep,
    params: [],
    doc: 'Runs every minute: finishes what a burst or a crash left.',
  },
  { name: entryNames.start, params: [], doc: 'Menu Plantão > Começar.' },
  { name: entryNames.connections, params: [], doc: 'Menu Plantão > Conexões.' },
  { name: entryNames.failures, params: [], doc: 'Menu Plantão > Falhas.' },
  { name: entryNames.search, params: [], doc: 'Menu Plantão > Procurar.' },
  { name: entryNames.screens, params: [], doc: 'Menu Plantão > Quadro para TV.' },
  { name: entryNames.platforms, params: [], doc: 'Menu Plantão > Consultar plataformas.' },
  { name: entryNames.weni, params: [], doc: 'Menu Plantão > Enviar contatos à Weni.' },
  { name: entryNames.privacy, params: [], doc: 'Menu Plantão > Dados pessoais.' },
  { name: entryNames.settings, params: [], doc: 'Menu Plantão > Ajustes.' },
  { name: entryNames.doctor, params: [], doc: 'Menu Plantão > Diagnóstico.' },
  { name: entryNames.alarms, params: [], doc: 'Menu Plantão > Alarmes.' },
  { name: entryNames.pause, params: [], doc: 'Menu Plantão > Pausar gravação.' },
  { name: entryNames.resume, params: [], doc: 'Menu Plantão > Retomar gravação.' },
  { name: entryNames.sweepNow, params: [], doc: 'Menu Plantão > Atualizar agora.' },
  { name: entryNames.about, params: [], doc: 'Menu Plantão > Sobre.' },
];
