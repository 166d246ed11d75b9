import { say, type Localized } from '../events/localized';
import { green, type Check, type Verdict } from './check';
import { deploymentChecks } from './deployment-checks';
import type { Facts } from './facts';
import { routineChecks } from './routine-checks';
import { sheetChecks } from './sheet-checks';
import { trafficChecks } from './traffic-checks';

/** Asked first: where it is red nothing else can be judged. */
const ownCheck: Check = {
  id: 'own',
  title: say('Planilha configurada', 'Hoja de cálculo configurada', 'Spreadsheet set up'),
  ill: say('Planilha sem configuração', 'Hoja de cálculo sin configurar', 'Spreadsheet not set up'),
  judge: ({ isStarted, isCopy }) => {
    if (isStarted) return green(say('Feito em Começar.', 'Hecho en Empezar.', 'Done at Start.'));
    return {
      level: 'red',
      text: isCopy
        ? say(
            'Esta planilha é uma cópia: as linhas vieram, as conexões não. Os segredos da original não valem aqui. Para receber também aqui, clique em Plantão > Começar; as plataformas precisam das URLs novas.',
            'Esta hoja de cálculo es una copia: las filas vinieron, las conexiones no. Los secretos de la original no valen aquí. Para recibir también aquí, haga clic en Plantão > Empezar; las plataformas necesitan las URL nuevas.',
            'This spreadsheet is a copy: the rows came along, the connections did not. The secrets of the original are not valid here. To receive here, too, click Plantão > Start; the platforms need the new URLs.',
          )
        : say(
            'Ainda não foi configurada. Clique em Plantão > Começar.',
            'Aún no fue configurada. Haga clic en Plantão > Empezar.',
            'It has not been set up yet. Click Plantão > Start.',
          ),
    };
  },
};

const checks: readonly Check[] = [
  ownCheck,
  ...deploymentChecks,
  ...routineChecks,
  ...sheetChecks,
  ...trafficChecks,
];

/** A check with what it found. */
export interface Diagnosis extends Verdict {
  readonly id: string;
  readonly title: Localized;
}

const titleOf = ({ title, ill = title }: Check, verdict: Verdict): Localized =>
  verdict.level === 'green' ? title : (verdict.ill ?? ill);

const rank = { red: 0, amber: 1, green: 2 } as const;

/** Every check with what it found, what hurts most first. */
export function diagnose(facts: Facts): readonly Diagnosis[] {
  const asked = facts.isStarted ? checks : [ownCheck];
  return asked
    .flatMap((check) => {
      const verdict = check.judge(facts);
      return verdict === null ? [] : [{ id: check.id, title: titleOf(check, verdict), ...verdict }];
    })
    .sort((a, b) => rank[a.level] - rank[b.level]);
}
