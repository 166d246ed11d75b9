import { say, type Localized } from '../events/localized';
import { green, type Check, type Verdict } from './check';
import type { VisitKind } from './facts';

const problems: Readonly<Record<Exclude<VisitKind, 'well'>, Localized>> = {
  none: say(
    'Falta a URL do app da Web. Clique em Plantão > Começar.',
    'Falta la URL de la aplicación web. Haga clic en Plantão > Empezar.',
    "The web app's URL is missing. Click Plantão > Start.",
  ),
  asksLogin: say(
    'O endereço pede login, e as plataformas não têm conta. No Apps Script: Implantar > Gerenciar implantações > lápis > Quem pode acessar: Qualquer pessoa > Implantar.',
    'La dirección pide iniciar sesión, y las plataformas no tienen cuenta. En Apps Script: Implementar > Gestionar implementaciones > lápiz > Quién tiene acceso: Cualquier usuario > Implementar.',
    'The address asks to sign in, and platforms have no account. In Apps Script: Deploy > Manage deployments > pencil > Who has access: Anyone > Deploy.',
  ),
  unapproved: say(
    'O Google pede a sua autorização e recusa os eventos até lá. Abra Plantão > Atualizar agora, aceite o que o Google pedir e veja de novo.',
    'Google pide su autorización y rechaza los eventos hasta entonces. Abra Plantão > Actualizar ahora, acepte lo que Google pida y vea de nuevo.',
    'Google asks for your approval and refuses events until then. Open Plantão > Update now, accept what Google asks for and look again.',
  ),
  gone: say(
    'Essa implantação não existe mais. No Apps Script: Implantar > Nova implantação > App da Web; depois cole a URL nova em Plantão > Começar.',
    'Esa implementación ya no existe. En Apps Script: Implementar > Nueva implementación > Aplicación web; luego pegue la URL nueva en Plantão > Empezar.',
    'That deployment is gone. In Apps Script: Deploy > New deployment > Web app; then paste the new URL at Plantão > Start.',
  ),
  other: say(
    'No endereço guardado responde outra coisa, ou um Plantão de outra planilha ou de antes desta versão. No Apps Script: Implantar > Gerenciar implantações > lápis > Versão: Nova versão > Implantar; se a URL for outra, cole-a em Plantão > Começar.',
    'En la dirección guardada responde otra cosa, o un Plantão de otra hoja de cálculo o anterior a esta versión. En Apps Script: Implementar > Gestionar implementaciones > lápiz > Versión: Nueva versión > Implementar; si la URL es otra, péguela en Plantão > Empezar.',
    'Something else answers at the address, or a Plantão of another spreadsheet or of before this version. In Apps Script: Deploy > Manage deployments > pencil > Version: New version > Deploy; if the URL is another, paste it at Plantão > Start.',
  ),
  silent: say(
    'O endereço não respondeu. Veja de novo em um minuto; se continuar, abra Plantão > Começar e cole a URL outra vez.',
    'La dirección no respondió. Vea de nuevo en un minuto; si sigue, abra Plantão > Empezar y pegue la URL otra vez.',
    'The address did not answer. Look again in a minute; if it goes on, open Plantão > Start and paste the URL again.',
  ),
};

/** What the line is called then. */
const faultNames: Readonly<Record<Exclude<VisitKind, 'well'>, Localized>> = {
  none: say('Falta a URL do app da Web', 'Falta la URL', 'The web app URL is missing'),
  asksLogin: say(
    'App da Web pede login',
    'La aplicación web pide iniciar sesión',
    'The web app asks to sign in',
  ),
  unapproved: say(
    'App da Web espera a sua autorização',
    'La aplicación web espera su autorización',
    'The web app waits for your approval',
  ),
  gone: say(
    'A implantação não existe mais',
    'La implementación ya no existe',
    'The deployment is gone',
  ),
  other: say(
    'No endereço responde outra coisa',
    'En la dirección responde otra cosa',
    'Something else answers at the address',
  ),
  silent: say(
    'App da Web não responde',
    'La aplicación web no responde',
    'The web app does not answer',
  ),
};

/** Two minutes of difference would put events into a wrong order. */
const mostSkewMs = 120_000;

/** What a visit to the deployed address tells. */
export const deploymentChecks: readonly Check[] = [
  {
    id: 'deployment',
    title: say(
      'App da Web responde sem login',
      'La aplicación web responde sin iniciar sesión',
      'The web app answers without signing in',
    ),
    judge: ({ visit: { kind } }) =>
      kind === 'well'
        ? green(say('Respondeu agora.', 'Respondió ahora.', 'It has just answered.'))
        : { level: 'red', text: problems[kind], ill: faultNames[kind] },
  },
  {
    id: 'version',
    title: say(
      'Versão implantada é a do código',
      'La versión implementada es la del código',
      'The deployed version is that of the code',
    ),
    ill: say(
      'Versão implantada é outra',
      'La versión implementada es otra',
      'Another version is deployed',
    ),
    // Only who answers tells a version.
    judge: ({ visit: { kind, version, commit }, code }): Verdict | null => {
      if (kind !== 'well') return null;
      if (version === code.version && commit === code.commit)
        return green(say('{version}', '{version}', '{version}'), { version });
      return {
        level: 'red',
        text: say(
          'No ar: {deployed}. No código: {code}. No Apps Script: Implantar > Gerenciar implantações > lápis > Versão: Nova versão > Implantar. A URL continua a mesma.',
          'En línea: {deployed}. En el código: {code}. En Apps Script: Implementar > Gestionar implementaciones > lápiz > Versión: Nueva versión > Implementar. La URL sigue igual.',
          'Live: {deployed}. In the code: {code}. In Apps Script: Deploy > Manage deployments > pencil > Version: New version > Deploy. The URL stays the same.',
        ),
        values: { deployed: `${version} (${commit})`, code: `${code.version} (${code.commit})` },
      };
    },
  },
  {
    id: 'clock',
    title: say('Relógio', 'Reloj', 'Clock'),
    ill: say('Relógios diferentes', 'Relojes distintos', 'Clocks that differ'),
    judge: ({ visit: { skewMs } }) => {
      if (skewMs === null) return null;
      const seconds = Math.round(Math.abs(skewMs) / 1000);
      if (Math.abs(skewMs) < mostSkewMs)
        return green(
          say('Diferença de {seconds} s.', 'Diferencia de {seconds} s.', '{seconds} s apart.'),
          { seconds },
        );
      return {
        level: 'amber',
        text: say(
          'O relógio de quem responde difere {seconds} s do nosso. Os dois são do Google: veja de novo em uma hora; se continuar, confira se a URL é a desta planilha.',
          'El reloj de quien responde difiere {seconds} s del nuestro. Ambos son de Google: vea de nuevo en una hora; si sigue, revise que la URL sea la de esta hoja de cálculo.',
          "The clock of whoever answers differs from ours by {seconds} s. Both are Google's: look again in an hour; if it goes on, check that the URL is that of this spreadsheet.",
        ),
        values: { seconds },
      };
    },
  },
];
