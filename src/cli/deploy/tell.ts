import { spell, type Versions } from './versions';
import type { Deployed } from './deploy-project';
import { addressOf } from './deployments';
import type { Plan } from './plan';

/** What a dry run says, a line each; Portuguese, Spanish and English. */
export function tellPlan({ account, existing }: Plan, files: readonly string[]): readonly string[] {
  const sent = files.join(', ');
  if (existing === null)
    return [
      `Conta / cuenta / account: ${account}`,
      `Planilha nova / hoja nueva / new spreadsheet`,
      `Envia / envía / sends: ${sent}`,
      'Implantação nova / implementación nueva / new deployment',
      nothingChanged,
    ];
  const { project, deployment, versions } = existing;
  return [
    `Conta / cuenta / account: ${account}`,
    `Projeto / proyecto / project: https://script.google.com/d/${project.scriptId}/edit`,
    `Envia / envía / sends: ${sent}`,
    `Versões / versiones / versions: ${versions.count} + 1`,
    deployment === undefined
      ? 'Implantação nova / implementación nueva / new deployment'
      : `Implantação / implementación / deployment: ${addressOf(deployment)} (${deployment.versionNumber})`,
    ...tellVersions(versions),
    nothingChanged,
  ];
}

const nothingChanged =
  'Ensaio: nada foi alterado. / Ensayo: no se cambió nada. / Dry run: nothing was changed.';

/** What a deployment says when it is done. */
export function tellDeployed(
  { versionNumber, url, spreadsheetUrl, verified }: Deployed,
  version: string,
): readonly string[] {
  const lines = [`Versão / versión / version ${versionNumber}`, url];
  if (verified?.ok) lines.push(`Respondeu / respondió / answered: Plantão ${version}`);
  if (spreadsheetUrl === null) return lines;
  return [
    ...lines,
    spreadsheetUrl,
    'Abra a planilha, clique duas vezes em Plantão > Começar (a primeira dá a permissão) e cole a URL acima.',
    'Abra la hoja, haga clic dos veces en Plantão > Empezar (la primera da el permiso) y pegue la URL de arriba.',
    'Open the spreadsheet, click Plantão > Start twice (the first click gives the permission) and paste the URL above.',
  ];
}

/** Which versions may go, when they are many. */
export function tellVersions({ count, deletable }: Versions): readonly string[] {
  if (deletable.length === 0) return [];
  const numbers = spell(deletable);
  return [
    `São ${count} versões de 200. No histórico do projeto, no editor, apague estas, que nenhuma implantação usa: ${numbers}`,
    `Son ${count} versiones de 200. En el historial del proyecto, en el editor, borre estas, que ninguna implementación usa: ${numbers}`,
    `These are ${count} versions of 200. In the project history of the editor, delete these, which no deployment uses: ${numbers}`,
  ];
}
