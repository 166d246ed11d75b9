import { say, type Localized } from '../events/localized';
import { failuresTexts } from './failures/texts';
import { connectionAnswers, connectionTexts } from './connections/texts';
import { sidebarTexts } from './sidebar/texts';
import { startAnswers, startTexts } from './start/texts';
import { archiveTexts } from './archive/texts';
import { privacyTexts } from './privacy/texts';
import { screenTexts } from './screen/texts';
import { searchTexts } from './search/texts';
import { settingsTexts } from './settings/texts';
import { platformTexts } from './platforms/texts';
import { doctorTexts } from './doctor/texts';
import { alarmTexts } from './alarms/texts';
import { choicesTexts } from './choices/texts';
import { weniTexts } from './weni/texts';

/** Everything the menu and its dialogs say. `{name}` is filled in. */
export const texts = {
  ...platformTexts,
  ...sidebarTexts,
  ...startTexts,
  ...startAnswers,
  ...connectionTexts,
  ...connectionAnswers,
  ...weniTexts,
  ...failuresTexts,
  ...archiveTexts,
  ...privacyTexts,
  ...searchTexts,
  ...settingsTexts,
  ...screenTexts,
  ...alarmTexts,
  ...doctorTexts,
  ...choicesTexts,
  menu: say('Plantão', 'Plantão', 'Plantão'),
  pause: say('Pausar gravação', 'Pausar escritura', 'Pause writing'),
  resume: say('Retomar gravação', 'Reanudar escritura', 'Resume writing'),
  paused: say(
    'Gravação pausada. Os eventos continuam chegando ao Diário; as abas esperam.',
    'Escritura en pausa. Los eventos siguen llegando al Diario; las hojas esperan.',
    'Writing is paused. Events keep coming into the journal; the tabs wait.',
  ),
  resumed: say(
    'Gravação retomada. O que esperava entra nas abas em instantes.',
    'Escritura reanudada. Lo que esperaba entra en las hojas en instantes.',
    'Writing resumed. What waited enters the tabs in a moment.',
  ),
  replay: say('Reprocessar', 'Reprocesar', 'Replay'),
  replayAll: say(
    'Reprocessar todo o Diário',
    'Reprocesar todo el Diario',
    'Replay the whole journal',
  ),
  replayOne: say('Um pedido do Diário', 'Un pedido del Diario', 'One request of the journal'),
  requestId: say(
    'Código da coluna Pedido',
    'Código de la columna Pedido',
    'Code in the column Request',
  ),
  checkTabs: say('Conferir abas', 'Revisar hojas', 'Check the tabs'),
  checked: say(
    'Conferência feita. Linhas corrigidas: {count}.',
    'Revisión hecha. Filas corregidas: {count}.',
    'The check is done. Rows put right: {count}.',
  ),
  checking: say(
    'Conferindo a aba {tab}. Linhas corrigidas até aqui: {count}.',
    'Revisando la hoja {tab}. Filas corregidas hasta aquí: {count}.',
    'Checking the tab {tab}. Rows put right so far: {count}.',
  ),
  rowsMissing: say(
    'Linhas que o Diário conhece e não estão na aba {tab}: {count}. Se você as apagou, ignore; se não, clique em Escrever de novo.',
    'Filas que el Diario conoce y no están en la hoja {tab}: {count}. Si usted las borró, ignórelo; si no, haga clic en Escribir otra vez.',
    'Rows that the journal knows and the tab {tab} lacks: {count}. If you deleted them, ignore this; if not, click Write again.',
  ),
  writeAgain: say('Escrever de novo', 'Escribir otra vez', 'Write again'),
  writtenAgain: say(
    'O que o Diário conhece está de novo na aba {tab}.',
    'Lo que el Diario conoce está otra vez en la hoja {tab}.',
    'What the journal knows is in the tab {tab} again.',
  ),
  registered: say(
    'A plataforma aceitou as URLs. Os eventos chegam a partir de agora.',
    'La plataforma aceptó las URL. Los eventos llegan desde ahora.',
    'The platform took the URLs. Events come from now on.',
  ),
  notRegistered: say(
    'A plataforma respondeu {status} e não registrou as URLs. Confira o token de integração da conta e tente de novo.',
    'La plataforma respondió {status} y no registró las URL. Revise el token de integración de la cuenta e intente de nuevo.',
    "The platform answered {status} and did not register the URLs. Check the account's integration token and try again.",
  ),
  registerUnauthorized: say(
    'O PlugChat respondeu 401: o token não vale, é de outra conta, ou as URLs ou o corpo do pedido não foram aceitos. Copie o token de integração de novo e registre; se continuar, registre à mão com as URLs deste cartão.',
    'PlugChat respondió 401: el token no vale, es de otra cuenta, o no se aceptaron las URL o el cuerpo del pedido. Copie el token de integración de nuevo y registre; si continúa, registre a mano con las URL de esta tarjeta.',
    'PlugChat answered 401: the token is not valid, is of another account, or the URLs or the body of the request were not taken. Copy the integration token again and register; if it goes on, register by hand with the URLs of this card.',
  ),
  registerWrongMethod: say(
    'O PlugChat respondeu 405: a API mudou de método, e nada foi registrado. Registre à mão, com as URLs deste cartão, e avise quem cuida do Plantão.',
    'PlugChat respondió 405: la API cambió de método y no se registró nada. Registre a mano, con las URL de esta tarjeta, y avise a quien cuida de Plantão.',
    'PlugChat answered 405: the API takes another method now, and nothing was registered. Register by hand, with the URLs of this card, and tell whoever looks after Plantão.',
  ),
  registerWrongType: say(
    'O PlugChat respondeu 415: não aceitou o tipo do corpo, e nada foi registrado. Tente de novo; se continuar, registre à mão com as URLs deste cartão.',
    'PlugChat respondió 415: no aceptó el tipo del cuerpo y no se registró nada. Intente de nuevo; si continúa, registre a mano con las URL de esta tarjeta.',
    'PlugChat answered 415: it did not take the type of the body, and nothing was registered. Try again; if it goes on, register by hand with the URLs of this card.',
  ),
  registrationShown: say(
    'Assim seria a chamada. Nada foi enviado.',
    'Así sería la llamada. No se envió nada.',
    'The call would be like this. Nothing was sent.',
  ),
  registerTokenMissing: say(
    'Escreva o token de integração da conta e tente de novo.',
    'Escriba el token de integración de la cuenta e intente de nuevo.',
    "Write the account's integration token and try again.",
  ),
  registerTokenOdd: say(
    'Isto não é um token: tem espaço, acento ou é curto demais. Copie de novo.',
    'Esto no es un token: tiene espacios, acentos o es muy corto. Copie otra vez.',
    'This is no token: it has spaces or accents, or is too short. Copy it again.',
  ),
  registeredByHand: say(
    'Nesta plataforma as URLs são coladas à mão. O lugar está junto de cada URL.',
    'En esta plataforma las URL se pegan a mano. El lugar está junto a cada URL.',
    'On this platform the URLs are pasted by hand. The place stands beside each URL.',
  ),
  nothingChosen: say(
    'Escreva o código do pedido, da coluna Pedido do Diário, e tente de novo.',
    'Escriba el código del pedido, de la columna Pedido del Diario, e intente de nuevo.',
    'Write the code of the request, from the column Request of the journal, and try again.',
  ),
  tokenGone: say(
    'Não há mais eventos retidos com este token. Feche esta janela e abra Plantão > Falhas de novo.',
    'Ya no hay eventos retenidos con este token. Cierre esta ventana y abra Plantão > Fallas otra vez.',
    'No events are quarantined with this token any more. Close this window and open Plantão > Failures again.',
  ),
  notStarted: say(
    'O Plantão ainda não foi iniciado nesta planilha. Use Plantão > Começar.',
    'Plantão aún no se inició en esta hoja. Use Plantão > Empezar.',
    'Plantão was not started in this spreadsheet yet. Use Plantão > Start.',
  ),
  reopen: say(
    'Esta janela ficou aberta por muito tempo. Feche e abra de novo pelo menu Plantão.',
    'Esta ventana estuvo abierta demasiado tiempo. Ciérrela y ábrala otra vez desde el menú Plantão.',
    'This window was open for too long. Close it and open it again from the menu Plantão.',
  ),
  badRequest: say(
    'Este pedido não pôde ser lido. Feche esta janela e abra de novo pelo menu Plantão.',
    'Este pedido no se pudo leer. Cierre esta ventana y ábrala otra vez desde el menú Plantão.',
    'This request could not be read. Close this window and open it again from the menu Plantão.',
  ),
  fault: say(
    'O Google recusou uma parte do trabalho. Espere um minuto e tente de novo.',
    'Google rechazó una parte del trabajo. Espere un minuto e intente de nuevo.',
    'Google refused a part of the work. Wait a minute and try again.',
  ),
  otherAccount: say(
    'O Google não deixou esta janela chamar a planilha. Isso acontece com várias contas no mesmo navegador: abra a planilha em uma janela anônima, só com a sua conta.',
    'Google no dejó que esta ventana llame a la hoja. Eso pasa con varias cuentas en el mismo navegador: abra la hoja en una ventana de incógnito, solo con su cuenta.',
    'Google did not let this window call the spreadsheet. That happens with several accounts in one browser: open the spreadsheet in a private window, with your account alone.',
  ),
  unreachable: say(
    'O Google não respondeu. Confira a internet e tente de novo; nada foi perdido.',
    'Google no respondió. Revise internet e intente de nuevo; nada se perdió.',
    'Google did not answer. Check the internet and try again; nothing was lost.',
  ),
  working: say('Um momento…', 'Un momento…', 'One moment…'),
  sweepNow: say('Atualizar agora', 'Actualizar ahora', 'Update now'),
  about: say('Sobre', 'Acerca de', 'About'),
  noExec: say(
    'Falta a URL do app da Web. Use Plantão > Começar e cole a URL que termina em /exec.',
    'Falta la URL de la aplicación web. Use Plantão > Empezar y pegue la URL que termina en /exec.',
    'The web app URL is missing. Use Plantão > Start and paste the URL that ends in /exec.',
  ),
  busy: say(
    'Outra execução está escrevendo agora. Tente de novo em alguns segundos.',
    'Otra ejecución está escribiendo ahora. Intente de nuevo en unos segundos.',
    'Another run is writing right now. Try again in a few seconds.',
  ),
  outdated: say(
    'Esta planilha já foi usada por uma versão mais nova do Plantão. Implante a versão mais nova; até lá o que chega fica guardado no Diário.',
    'Una versión más nueva de Plantão ya usó esta hoja. Implemente la versión más nueva; hasta entonces lo que llega queda guardado en el Diario.',
    'A newer version of Plantão has used this spreadsheet. Deploy the newest version; until then what arrives is kept in the journal.',
  ),
  updated: say('Atualizado.', 'Actualizado.', 'Updated.'),
  aboutText: say(
    'Plantão {version} ({commit}). Os dados ficam só nesta planilha.',
    'Plantão {version} ({commit}). Los datos quedan solo en esta hoja.',
    'Plantão {version} ({commit}). The data stays in this spreadsheet only.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

export type TextId = keyof typeof texts;

/** Fills `{name}` places of a text. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
