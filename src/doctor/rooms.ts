import { say, type Localized } from '../events/localized';
import type { Level } from './check';
import type { Facts, Used } from './facts';

/** How an amount is said: as it is, ms as minutes, bytes as kB, or in millions. */
export type Unit = 'count' | 'minutes' | 'kilobytes' | 'millions';

/** What a kind of room is called, and what to do when it runs out. */
export interface Room {
  readonly id: string;
  readonly title: Localized;
  readonly advice: Localized;
  readonly unit: Unit;
  of(facts: Facts): Used;
}

/** What Google gives a spreadsheet, its script and their day. */
export const rooms: readonly Room[] = [
  {
    id: 'cells',
    title: say('Células da planilha', 'Celdas de la hoja de cálculo', 'Cells of the spreadsheet'),
    advice: say(
      'Baixe e retire as linhas antigas em Plantão > Dados pessoais > Arquivo.',
      'Descargue y retire las filas antiguas en Plantão > Datos personales > Archivo.',
      'Download and remove the old rows at Plantão > Personal data > Archive.',
    ),
    unit: 'millions',
    of: ({ cells }) => cells,
  },
  {
    id: 'properties',
    title: say('Espaço do script', 'Espacio del script', "The script's space"),
    advice: say(
      'Clique em Plantão > Atualizar agora: o que espera entra nas abas e libera espaço.',
      'Haga clic en Plantão > Actualizar ahora: lo que espera entra en las hojas y libera espacio.',
      'Click Plantão > Update now: what waits gets into the tabs and leaves room.',
    ),
    unit: 'kilobytes',
    of: ({ properties }) => properties,
  },
  {
    id: 'operations',
    title: say('Operações de hoje', 'Operaciones de hoy', "Today's operations"),
    advice: say(
      'Nada se perde. Se isso se repete, desmarque na plataforma os eventos de que não precisa.',
      'Nada se pierde. Si se repite, desmarque en la plataforma los eventos que no necesita.',
      'Nothing is lost. If it comes back, untick events on the platform that you do not need.',
    ),
    unit: 'count',
    of: ({ operations }) => operations,
  },
  {
    id: 'triggerTime',
    title: say('Tempo de acionador de hoje', 'Tiempo de activador de hoy', "Today's trigger time"),
    advice: say(
      'Nada se perde: a rotina trabalha mais devagar. Se isso se repete, use uma conta do Google Workspace.',
      'Nada se pierde: la rutina trabaja más despacio. Si se repite, use una cuenta de Google Workspace.',
      'Nothing is lost: the routine works more slowly. If it comes back, use a Google Workspace account.',
    ),
    unit: 'minutes',
    of: ({ triggerMs }) => triggerMs,
  },
];

/** Which share is used, in whole percent. */
export const percentOf = ({ used, of }: Used): number => Math.floor((100 * used) / of);

/** At 80 and at 95 % the alarms tell of it, too. */
export function levelOf(percent: number): Level {
  if (percent < 80) return 'green';
  return percent < 95 ? 'amber' : 'red';
}
