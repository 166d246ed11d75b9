import { join } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';
import { buildAll } from './build';
import { placeOf } from './clasp-project';
import { commands } from './commands';
import { describeProblem } from './problems';
import { runCommand } from './run-command';
import { prepareTemplate, type Template } from './template/prepare';

/** `npm run template`: builds, prepares the spreadsheet that others copy, and says what only its owner can click. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.template, args, async ({ title }) => {
    await buildAll();
    const prepared = await prepareTemplate(placeOf('prod'), title, {
      'Código.gs': join(projectRoot, 'dist-paste', 'Código.gs'),
      'appsscript.json': join(projectRoot, 'appsscript.json'),
    });
    if (!prepared.ok) {
      console.error(describeProblem(prepared.problem));
      return 1;
    }
    console.log(tellTemplate(prepared.value).join('\n'));
    return 0;
  });
}

/** What is left to do, in the three languages. */
export function tellTemplate({ id }: Template): readonly string[] {
  const sheet = `https://docs.google.com/spreadsheets/d/${id}`;
  return [
    `${sheet}/edit`,
    `${sheet}/copy`,
    'Abra a primeira, em Compartilhar > Acesso geral escolha Qualquer pessoa com o link, Leitor. Não clique em Plantão > Começar nela. A segunda é o endereço da cópia: ponha-o em src/cli/release/published.ts, e rode npm run docs e npm run release.',
    'Abra la primera, en Compartir > Acceso general elija Cualquier persona con el enlace, Lector. No haga clic en Plantão > Empezar en ella. La segunda es la dirección de la copia: póngala en src/cli/release/published.ts, y ejecute npm run docs y npm run release.',
    'Open the first one; in Share > General access choose Anyone with the link, Viewer. Do not click Plantão > Start in it. The second one is the address of the copy: put it into src/cli/release/published.ts, and run npm run docs and npm run release.',
  ];
}
