import { say, type Language } from '../../events/localized';

/**
 * The address of the spreadsheet that anybody may copy, as `npm run template` prints it; blank while its owner has published none. It
 * stands here and nowhere else: `npm run docs` and `npm run release` bring it to the pages.
 */
const templateUrl: string = '';

const lead = say(
  '**Sem colar nada**: [copie esta planilha]({url}) e clique em **Fazer uma cópia**. O Google avisa que o script vai junto: é o arquivo que os próximos passos fazem colar. Na cópia, siga a partir do passo {step}.',
  '**Sin pegar nada**: [copie esta hoja de cálculo]({url}) y haga clic en **Crear una copia**. Google avisa que el script también se copia: es el archivo que los pasos siguientes hacen pegar. En la copia, siga desde el paso {step}.',
  '**Without pasting**: [copy this spreadsheet]({url}) and click **Make a copy**. Google says that its script is copied too: it is the file that the next steps have you paste. In the copy, go on at step {step}.',
);

/** What an installation begins with where there is a spreadsheet to copy: then it goes on at that step. Blank where there is none. */
export function copyLead(language: Language, step: number, url = templateUrl): string {
  return url === ''
    ? ''
    : lead[language].replace('{url}', url).replace('{step}', String(step));
}
