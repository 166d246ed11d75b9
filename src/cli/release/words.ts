import { say, type Localized } from '../../events/localized';
import { texts } from '../../panel/texts';

/**
 * What stands on the screens of the installation: GitHub's words (in English for everybody), Google's in the language of the account, and
 * Plantão's own. The guide's steps and its pictures take them from here, so that both say the same.
 */
export const words = {
  code: say('Código.gs', 'Código.gs', 'Código.gs'),
  raw: say('Raw', 'Raw', 'Raw'),
  copyAll: say('Ctrl+A, Ctrl+C', 'Ctrl+A, Ctrl+C', 'Ctrl+A, Ctrl+C'),
  pasteAll: say('Ctrl+A, Ctrl+V', 'Ctrl+A, Ctrl+V', 'Ctrl+A, Ctrl+V'),
  save: say('Ctrl+S', 'Ctrl+S', 'Ctrl+S'),
  newSheet: say('sheets.new', 'sheets.new', 'sheets.new'),
  untitledSheet: say('Planilha sem título', 'Hoja de cálculo sin título', 'Untitled spreadsheet'),
  ourName: say('Plantão', 'Plantão', 'Plantão'),
  file: say('Arquivo', 'Archivo', 'File'),
  help: say('Ajuda', 'Ayuda', 'Help'),
  extensions: say('Extensões', 'Extensiones', 'Extensions'),
  addOns: say('Complementos', 'Complementos', 'Add-ons'),
  macros: say('Macros', 'Macros', 'Macros'),
  appsScript: say('Apps Script', 'Apps Script', 'Apps Script'),
  untitledProject: say('Projeto sem título', 'Proyecto sin título', 'Untitled project'),
  authorization: say(
    'Autorização necessária',
    'Se requiere autorización',
    'Authorization required',
  ),
  ok: say('OK', 'Aceptar', 'OK'),
  notVerified: say(
    'O Google não verificou este app',
    'Google no verificó esta app',
    'Google hasn’t verified this app',
  ),
  advanced: say('Avançado', 'Avanzado', 'Advanced'),
  goOn: say('Acessar Plantão (não seguro)', 'Ir a Plantão (no seguro)', 'Go to Plantão (unsafe)'),
  allow: say('Permitir', 'Permitir', 'Allow'),
  deploy: say('Implantar', 'Implementar', 'Deploy'),
  newDeployment: say('Nova implantação', 'Nueva implementación', 'New deployment'),
  manageDeployments: say(
    'Gerenciar implantações',
    'Gestionar implementaciones',
    'Manage deployments',
  ),
  newVersion: say('Nova versão', 'Nueva versión', 'New version'),
  webApp: say('App da Web', 'Aplicación web', 'Web app'),
  executeAs: say('Executar como', 'Ejecutar como', 'Execute as'),
  me: say('Eu', 'Yo', 'Me'),
  whoHasAccess: say('Quem pode acessar', 'Quién tiene acceso', 'Who has access'),
  anyone: say('Qualquer pessoa', 'Cualquier usuario', 'Anyone'),
  copy: say('Copiar', 'Copiar', 'Copy'),
  makeTabs: texts.makeTabsNow,
  urlIsCopied: texts.urlIsCopied,
  continue: texts.goOn,
  isPasted: texts.isPasted,
  menu: texts.menu,
  start: texts.start,
  connections: texts.connections,
} as const satisfies Readonly<Record<string, Localized>>;

export type WordId = keyof typeof words;
