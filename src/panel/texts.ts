import { say, type Localized } from '../events/localized';
import { weniTexts } from './weni/texts';

/** Everything the menu and its dialogs say. `{name}` is filled in. */
export const texts = {
  ...weniTexts,
  menu: say('Plantão', 'Plantão', 'Plantão'),
  start: say('Começar', 'Empezar', 'Start'),
  connections: say('Conexões', 'Conexiones', 'Connections'),
  failures: say('Falhas', 'Fallas', 'Failures'),
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
  noFailures: say('Nenhuma falha.', 'Ninguna falla.', 'No failures.'),
  preview: say('Simular', 'Simular', 'Dry run'),
  replay: say('Reprocessar', 'Reprocesar', 'Replay'),
  acceptToken: say('Aceitar este token', 'Aceptar este token', 'Accept this token'),
  quarantinedToken: say(
    'Eventos retidos com token que termina em',
    'Eventos retenidos con token que termina en',
    'Events quarantined with a token ending in',
  ),
  rowsTouched: say(
    'Linhas que seriam tocadas',
    'Filas que se tocarían',
    'Rows that would be touched',
  ),
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
  unknownTokens: say('Tokens desconhecidos', 'Tokens desconocidos', 'Unknown tokens'),
  replayed: say(
    'Reprocessados / ainda com falha',
    'Reprocesados / aún con falla',
    'Replayed / still failing',
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
  statusNames: say('Nomes dos status', 'Nombres de los estados', 'Status names'),
  statusQuestion: say(
    'Dê o seu nome a um código de status da Huggy (coluna Código do status). Escreva código=nome, por exemplo -1=Almoço. Nome em branco apaga. Hoje: {names}',
    'Dé su nombre a un código de estado de Huggy (columna Código del estado). Escriba código=nombre, por ejemplo -1=Almuerzo. Nombre en blanco borra. Hoy: {names}',
    'Give your own name to a Huggy status code (column Status code). Write code=name, for example -1=Lunch. A blank name removes it. Now: {names}',
  ),
  register: say(
    'Registrar as URLs na plataforma',
    'Registrar las URL en la plataforma',
    'Register the URLs on the platform',
  ),
  registerToken: say(
    'Token de integração da conta',
    'Token de integración de la cuenta',
    "The account's integration token",
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
    'O PlugChat respondeu 401: o token não vale, ou é de outra conta. Copie o token de integração de novo e registre.',
    'PlugChat respondió 401: el token no vale, o es de otra cuenta. Copie el token de integración de nuevo y registre.',
    'PlugChat answered 401: the token is not valid, or of another account. Copy the integration token again and register.',
  ),
  registerWrongMethod: say(
    'O PlugChat respondeu 405: a API mudou de método, e nada foi registrado. Registre à mão, com as URLs acima, e avise quem cuida do Plantão.',
    'PlugChat respondió 405: la API cambió de método y no se registró nada. Registre a mano, con las URL de arriba, y avise a quien cuida de Plantão.',
    'PlugChat answered 405: the API takes another method now, and nothing was registered. Register by hand, with the URLs above, and tell whoever looks after Plantão.',
  ),
  registerWrongType: say(
    'O PlugChat respondeu 415: não aceitou o tipo do corpo, e nada foi registrado. Tente de novo; se continuar, registre à mão com as URLs acima.',
    'PlugChat respondió 415: no aceptó el tipo del cuerpo y no se registró nada. Intente de nuevo; si continúa, registre a mano con las URL de arriba.',
    'PlugChat answered 415: it did not take the type of the body, and nothing was registered. Try again; if it goes on, register by hand with the URLs above.',
  ),
  previewRegistration: say(
    'Ver o que será enviado',
    'Ver lo que se enviará',
    'Show what will be sent',
  ),
  registrationShown: say(
    'Assim seria a chamada. Nada foi enviado.',
    'Así sería la llamada. No se envió nada.',
    'The call would be like this. Nothing was sent.',
  ),
  keepRegisterToken: say(
    'Guardar o token, para registrar de novo quando o segredo mudar',
    'Guardar el token, para registrar de nuevo cuando cambie el secreto',
    'Keep the token, to register again when the secret changes',
  ),
  neverRegistered: say(
    'As URLs ainda não foram registradas por aqui.',
    'Las URL todavía no se registraron desde aquí.',
    'The URLs have not been registered from here yet.',
  ),
  registeredOld: say(
    'O segredo mudou depois do registro. Registre as URLs de novo antes de encerrar o segredo antigo.',
    'El secreto cambió después del registro. Registre las URL de nuevo antes de terminar el secreto antiguo.',
    'The secret changed after the registration. Register the URLs again before you end the old secret.',
  ),
  registeredNow: say(
    'Registradas {count} de {all}: {names}.',
    'Registradas {count} de {all}: {names}.',
    'Registered {count} of {all}: {names}.',
  ),
  sendTest: say('Enviar evento de teste', 'Enviar evento de prueba', 'Send a test event'),
  testName: say('Teste do Plantão', 'Prueba de Plantão', 'Plantão test'),
  testSent: say(
    'O evento de teste chegou: procure "{name}" nas abas. As linhas dele somem sozinhas em uns 10 minutos.',
    'El evento de prueba llegó: busque "{name}" en las hojas. Sus filas desaparecen solas en unos 10 minutos.',
    'The test event arrived: look for "{name}" in the tabs. Its rows leave by themselves in about 10 minutes.',
  ),
  testRefused: say(
    'O endereço respondeu, mas recusou o segredo. Espere um minuto e tente de novo.',
    'La dirección respondió, pero rechazó el secreto. Espere un minuto e intente de nuevo.',
    'The address answered but refused the secret. Wait a minute and try again.',
  ),
  testNotOurs: say(
    'O endereço respondeu {status}, mas não foi o Plantão. Em Implantar > Gerenciar implantações, confira "Quem pode acessar: Qualquer pessoa" e a URL em Plantão > Começar.',
    'La dirección respondió {status}, pero no fue Plantão. En Implementar > Gestionar implementaciones, revise "Quién tiene acceso: Cualquier usuario" y la URL en Plantão > Empezar.',
    'The address answered {status}, but it was not Plantão. In Deploy > Manage deployments check "Who has access: Anyone", and the URL in Plantão > Start.',
  ),
  testUnreachable: say(
    'O endereço não respondeu. Confira a URL em Plantão > Começar.',
    'La dirección no respondió. Revise la URL en Plantão > Empezar.',
    'The address did not answer. Check the URL in Plantão > Start.',
  ),
  connectionGone: say(
    'Esta conexão não existe mais. Feche esta janela e abra Plantão > Conexões de novo.',
    'Esta conexión ya no existe. Cierre esta ventana y abra Plantão > Conexiones otra vez.',
    'This connection no longer exists. Close this window and open Plantão > Connections again.',
  ),
  labelMissing: say(
    'Escreva o nome da conta e clique em Nova conexão de novo.',
    'Escriba el nombre de la cuenta y haga clic en Nueva conexión otra vez.',
    'Write the account label and click New connection again.',
  ),
  labelTooLong: say(
    'O nome da conta tem mais de {count} caracteres. Escreva um mais curto.',
    'El nombre de la cuenta tiene más de {count} caracteres. Escriba uno más corto.',
    'The account label has more than {count} characters. Write a shorter one.',
  ),
  vendorUnknown: say(
    'Esta plataforma não existe nesta versão. Escolha uma da lista.',
    'Esta plataforma no existe en esta versión. Elija una de la lista.',
    'This platform does not exist in this version. Choose one from the list.',
  ),
  connectionAdded: say(
    'Conexão {label} criada. A URL dela está na lista.',
    'Conexión {label} creada. Su URL está en la lista.',
    'Connection {label} made. Its URL is in the list.',
  ),
  secretChanged: say(
    'Segredo trocado. Cole a URL nova na plataforma e depois clique em Encerrar segredo antigo.',
    'Secreto cambiado. Pegue la URL nueva en la plataforma y después haga clic en Terminar secreto antiguo.',
    'Secret changed. Paste the new URL on the platform, then click End the old secret.',
  ),
  secretDropped: say(
    'Segredo antigo encerrado. Só a URL desta lista vale agora.',
    'Secreto antiguo terminado. Solo vale la URL de esta lista.',
    'Old secret ended. Only the URL in this list is valid now.',
  ),
  registerTokenMissing: say(
    'Escreva o token de integração da conta e tente de novo.',
    'Escriba el token de integración de la cuenta e intente de nuevo.',
    "Write the account's integration token and try again.",
  ),
  registeredByHand: say(
    'Nesta plataforma as URLs são coladas à mão. O lugar está acima de cada URL.',
    'En esta plataforma las URL se pegan a mano. El lugar está encima de cada URL.',
    'On this platform the URLs are pasted by hand. The place stands above each URL.',
  ),
  registerUnreachable: say(
    'A plataforma não respondeu, e nada foi registrado. Tente de novo em alguns minutos.',
    'La plataforma no respondió y no se registró nada. Intente de nuevo en unos minutos.',
    'The platform did not answer, and nothing was registered. Try again in a few minutes.',
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
  newSecret: say('Trocar segredo', 'Cambiar secreto', 'Change secret'),
  dropSecret: say('Encerrar segredo antigo', 'Terminar secreto antiguo', 'End the old secret'),
  addConnection: say('Nova conexão', 'Nueva conexión', 'New connection'),
  accountLabel: say('Nome da conta', 'Nombre de la cuenta', 'Account label'),
  sweepNow: say('Atualizar agora', 'Actualizar ahora', 'Update now'),
  about: say('Sobre', 'Acerca de', 'About'),
  zoneQuestion: say(
    'O fuso desta planilha é {zone}. O Plantão mostra horários em GMT-3. Mudar o fuso da planilha para GMT-3 (América/São Paulo)?',
    'La zona horaria de esta hoja es {zone}. Plantão muestra horarios en GMT-3. ¿Cambiarla a GMT-3 (América/São Paulo)?',
    'This spreadsheet is in the zone {zone}. Plantão shows times in GMT-3. Change it to GMT-3 (America/São Paulo)?',
  ),
  execQuestion: say(
    'Abas prontas. Agora publique: Extensões > Apps Script > Implantar > Nova implantação > tipo "App da Web"; Executar como: Eu; Quem pode acessar: Qualquer pessoa > Implantar. Copie a URL do app da Web (termina em /exec) e cole aqui:',
    'Hojas listas. Ahora publique: Extensiones > Apps Script > Implementar > Nueva implementación > tipo "Aplicación web"; Ejecutar como: Yo; Quién tiene acceso: Cualquier usuario > Implementar. Copie la URL de la aplicación web (termina en /exec) y péguela aquí:',
    'Tabs are ready. Now publish: Extensions > Apps Script > Deploy > New deployment > type "Web app"; Execute as: Me; Who has access: Anyone > Deploy. Copy the web app URL (it ends in /exec) and paste it here:',
  ),
  execWrong: say(
    'Esta não é a URL do app da Web. Ela começa com https://script.google.com/ e termina em /exec (não em /dev). Abra Implantar > Gerenciar implantações e copie a URL de lá. Depois: Plantão > Começar.',
    'Esta no es la URL de la aplicación web. Empieza con https://script.google.com/ y termina en /exec (no en /dev). Abra Implementar > Gestionar implementaciones y cópiela de allí. Después: Plantão > Empezar.',
    'This is not the web app URL. It begins with https://script.google.com/ and ends in /exec (not /dev). Open Deploy > Manage deployments and copy it from there. Then: Plantão > Start.',
  ),
  ready: say(
    'Pronto. Em Plantão > Conexões está a URL de cada plataforma, com o lugar onde colar.',
    'Listo. En Plantão > Conexiones está la URL de cada plataforma, con el lugar donde pegarla.',
    'Ready. Plantão > Connections has the URL of each platform and where to paste it.',
  ),
  later: say(
    'As abas estão prontas. Quando tiver a URL do app da Web, use Plantão > Começar de novo.',
    'Las hojas están listas. Cuando tenga la URL de la aplicación web, use Plantão > Empezar otra vez.',
    'The tabs are ready. When you have the web app URL, use Plantão > Start again.',
  ),
  noExec: say(
    'Falta a URL do app da Web. Use Plantão > Começar e cole a URL que termina em /exec.',
    'Falta la URL de la aplicación web. Use Plantão > Empezar y pegue la URL que termina en /exec.',
    'The web app URL is missing. Use Plantão > Start and paste the URL that ends in /exec.',
  ),
  where: say('Onde colar', 'Dónde pegar', 'Where to paste'),
  copy: say('Copiar', 'Copiar', 'Copy'),
  copied: say('Copiado', 'Copiado', 'Copied'),
  keepSecret: say(
    'A URL contém o segredo da conexão: compartilhe só com quem configura a plataforma.',
    'La URL contiene el secreto de la conexión: compártala solo con quien configura la plataforma.',
    "The URL contains the connection's secret: share it only with whoever sets up the platform.",
  ),
  verified: say(
    'A plataforma verificou o endereço em {time}.',
    'La plataforma verificó la dirección el {time}.',
    'The platform checked the address at {time}.',
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
  statusNeedsEquals: say(
    'Falta o sinal de igual. Escreva código=nome, por exemplo -1=Almoço, e tente de novo.',
    'Falta el signo igual. Escriba código=nombre, por ejemplo -1=Almuerzo, e intente de nuevo.',
    'The equals sign is missing. Write code=name, for example -1=Lunch, and try again.',
  ),
  statusCodeMissing: say(
    'Falta o código antes do sinal de igual. Ele está na coluna Código do status.',
    'Falta el código antes del signo igual. Está en la columna Código del estado.',
    'The code before the equals sign is missing. It stands in the column Status code.',
  ),
  statusTooLong: say(
    'O código ou o nome tem mais de {count} caracteres. Escreva um mais curto.',
    'El código o el nombre tiene más de {count} caracteres. Escriba uno más corto.',
    'The code or the name has more than {count} characters. Write a shorter one.',
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
