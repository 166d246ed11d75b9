import { say, type Localized } from '../events/localized';
import { green, type Check, type Verdict } from './check';
import { levelOf, percentOf, rooms, type Room } from './rooms';

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

const tabsCheck: Check = {
  id: 'tabs',
  title: say('Abas e colunas ocultas', 'Hojas y columnas ocultas', 'Tabs and hidden columns'),
  ill: say(
    'Falta aba ou coluna oculta',
    'Falta hoja o columna oculta',
    'A tab or hidden column is missing',
  ),
  judge: ({ missingTabs, brokenTabs }) => {
    const values = { tabs: [...missingTabs, ...brokenTabs].join(', ') };
    if (missingTabs.length > 0)
      return {
        level: 'red',
        text: say(
          'Faltam abas: {tabs}. Clique em Refazer.',
          'Faltan hojas: {tabs}. Haga clic en Rehacer.',
          'Tabs are missing: {tabs}. Click Make again.',
        ),
        values,
        mend: 'tabs',
      };
    if (brokenTabs.length > 0)
      return {
        level: 'red',
        text: say(
          'Faltam colunas ocultas em: {tabs}. Nada é escrito lá; os eventos estão guardados. Desfaça (Ctrl+Z) ou volte em Arquivo > Histórico de versões; se não der, exclua a aba e clique em Refazer.',
          'Faltan columnas ocultas en: {tabs}. No se escribe nada allí; los eventos están guardados. Deshaga (Ctrl+Z) o vuelva en Archivo > Historial de versiones; si no se puede, elimine la hoja y haga clic en Rehacer.',
          'Hidden columns are missing in: {tabs}. Nothing is written there; the events are kept. Undo (Ctrl+Z) or go back in File > Version history; if that fails, delete the tab and click Make again.',
        ),
        values,
        mend: 'tabs',
      };
    return green(say('Todas estão aí.', 'Están todas.', 'All are there.'));
  },
};

const doublesCheck: Check = {
  id: 'doubles',
  title: say('Chaves em dobro', 'Claves dobles', 'Double keys'),
  judge: ({ doubles }) => {
    const count = sumOf(doubles);
    return count === 0
      ? green(say('Nenhuma.', 'Ninguna.', 'None.'))
      : {
          level: 'amber',
          text: say(
            'Linhas que estão em dobro: {count}. A conferência da noite as une; clique em Conferir abas para não esperar.',
            'Filas que están dobles: {count}. La revisión de la noche las une; haga clic en Revisar hojas para no esperar.',
            'Rows that stand twice: {count}. The check of the night unites them; click Check the tabs not to wait.',
          ),
          values: { count },
          mend: 'unite',
        };
  },
};

const zoneCheck: Check = {
  id: 'zone',
  title: say(
    'Fuso da planilha',
    'Zona horaria de la hoja de cálculo',
    "The spreadsheet's time zone",
  ),
  ill: say(
    'Planilha em outro fuso',
    'Hoja de cálculo en otra zona horaria',
    'Spreadsheet in another time zone',
  ),
  judge: ({ zone, zoneAheadMinutes, isZoneKnown }) => {
    const values = { zone, minutes: Math.abs(zoneAheadMinutes) };
    if (zoneAheadMinutes === 0) return green(say('{zone}', '{zone}', '{zone}'), values);
    return {
      level: 'amber',
      text: say(
        'A planilha está em {zone}, a {minutes} minutos do fuso da equipe: fórmulas suas com horas ficam erradas. Mude em Arquivo > Configurações, ou com o botão, se houver.',
        'La hoja de cálculo está en {zone}, a {minutes} minutos de la zona del equipo: sus fórmulas con horas quedan mal. Cámbiela en Archivo > Configuración, o con el botón, si lo hay.',
        "The spreadsheet is in {zone}, {minutes} minutes from the team's zone: your formulas with times go wrong. Change it in File > Settings, or with the button where there is one.",
      ),
      values,
      ...(isZoneKnown ? { mend: 'zone' as const } : {}),
    };
  },
};

const used = say('{percent} % usado.', '{percent} % usado.', '{percent} % used.');
const join = (first: Localized, second: Localized): Localized => ({
  ...first,
  pt: `${first.pt} ${second.pt}`,
  es: `${first.es} ${second.es}`,
  en: `${first.en} ${second.en}`,
});

const toCheck = ({ id, title, advice, of }: Room): Check => ({
  id,
  title,
  judge: (facts): Verdict => {
    const percent = percentOf(of(facts));
    const level = levelOf(percent);
    if (level === 'green') return green(used, { percent });
    return { level, text: join(used, advice), values: { percent } };
  },
});

/** What stands in the spreadsheet, and how much room is left. */
export const sheetChecks: readonly Check[] = [
  tabsCheck,
  doublesCheck,
  zoneCheck,
  ...rooms.map(toCheck),
];
