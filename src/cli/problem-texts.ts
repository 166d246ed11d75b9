import { say, type Localized } from '../events/localized';

/** One sentence for each problem of a push or a deployment that says what to do. */
export const problemTexts = {
  noScriptId: say(
    'Diga qual é o projeto: copie o "ID do script" em Extensões > Apps Script > Configurações do projeto e rode com -- --script-id ID, ou crie uma planilha nova com: npm run deploy -- --new Plantão',
    'Diga cuál es el proyecto: copie el "ID de secuencia de comandos" en Extensiones > Apps Script > Configuración del proyecto y ejecute con -- --script-id ID, o cree una hoja nueva con: npm run deploy -- --new Plantão',
    'Say which project: copy the "Script ID" from Extensions > Apps Script > Project settings and run with -- --script-id ID, or make a new spreadsheet with: npm run deploy -- --new Plantão',
  ),
  authoriseFirst: say(
    'Esta montagem pede uma permissão a mais. Nesta ordem: 1) npm run push -- --with bigquery; 2) no editor (Extensões > Apps Script), escolha a função onOpen, clique em Executar e aceite o que o Google pedir; 3) npm run deploy -- --with bigquery --authorised. Se a implantação mudar antes da permissão, o Google recusa os eventos.',
    'Este armado pide un permiso más. En este orden: 1) npm run push -- --with bigquery; 2) en el editor (Extensiones > Apps Script), elija la función onOpen, haga clic en Ejecutar y acepte lo que Google pida; 3) npm run deploy -- --with bigquery --authorised. Si la implementación cambia antes del permiso, Google rechaza los eventos.',
    'This build asks for one more permission. In this order: 1) npm run push -- --with bigquery; 2) in the editor (Extensions > Apps Script), choose the function onOpen, click Run and accept what Google asks for; 3) npm run deploy -- --with bigquery --authorised. If the deployment changes before the permission is given, Google refuses events.',
  ),
  alreadyLinked: say(
    'Esta máquina já lembra de um projeto para esta planilha; rode sem --new, ou com --to dev para a de ensaio. Para começar outra, apague antes o arquivo .clasp.local.json (ou .clasp.local.dev.json).',
    'Esta máquina ya recuerda un proyecto para esta hoja; ejecute sin --new, o con --to dev para la de ensayo. Para empezar otra, borre antes el archivo .clasp.local.json (o .clasp.local.dev.json).',
    'This machine remembers a project for this spreadsheet already; run without --new, or with --to dev for the one for trying out. To begin another, first delete the file .clasp.local.json (or .clasp.local.dev.json).',
  ),
  unreadableProjectFile: say(
    'Este arquivo não é JSON válido; corrija ou apague e rode de novo com -- --script-id ID.',
    'Este archivo no es JSON válido; corríjalo o bórrelo y ejecute de nuevo con -- --script-id ID.',
    'This file is not valid JSON; mend or delete it and run again with -- --script-id ID.',
  ),
  noCredentials: say(
    'Entre primeiro na sua conta Google com: npx clasp login',
    'Entre primero en su cuenta de Google con: npx clasp login',
    'Sign in to your Google account first with: npx clasp login',
  ),
  signInExpired: say(
    'O acesso à sua conta Google expirou ou foi revogado; entre de novo com: npx clasp login',
    'El acceso a su cuenta de Google venció o fue revocado; entre de nuevo con: npx clasp login',
    'The access to your Google account has expired or was revoked; sign in again with: npx clasp login',
  ),
  apiSwitchedOff: say(
    'Ligue a "API Google Apps Script" em https://script.google.com/home/usersettings, espere dois minutos e rode de novo.',
    'Active la "API de Google Apps Script" en https://script.google.com/home/usersettings, espere dos minutos y ejecute de nuevo.',
    'Switch on the "Google Apps Script API" at https://script.google.com/home/usersettings, wait two minutes and run again.',
  ),
  noPermission: say(
    'Esta conta Google não pode alterar o projeto; entre com a conta dona da planilha (npx clasp login) ou peça acesso de editor.',
    'Esta cuenta de Google no puede cambiar el proyecto; entre con la cuenta dueña de la hoja (npx clasp login) o pida acceso de editor.',
    'This Google account may not change the project; sign in with the account that owns the spreadsheet (npx clasp login) or ask for editor access.',
  ),
  notFound: say(
    'O Google não encontrou este projeto; confira o ID do script e a conta com que você entrou.',
    'Google no encontró este proyecto; revise el ID y la cuenta con que entró.',
    'Google did not find this project; check the script ID and the account you signed in with.',
  ),
  tooManyVersions: say(
    'O projeto chegou ao limite de versões do Google (200); apague versões antigas no histórico do projeto, no editor do Apps Script, e rode de novo. Nenhuma implantação usa as que estão abaixo.',
    'El proyecto llegó al límite de versiones de Google (200); borre versiones antiguas en el historial del proyecto, en el editor de Apps Script, y ejecute de nuevo. Ninguna implementación usa las de abajo.',
    'The project has reached Google’s limit of versions (200); delete old versions in the project history of the Apps Script editor and run again. No deployment uses those below.',
  ),
  syntaxError: say(
    'O Google não aceitou o código enviado; rode npm run build e npm test e informe este erro ao projeto.',
    'Google no aceptó el código enviado; ejecute npm run build y npm test e informe este error al proyecto.',
    'Google did not accept the code; run npm run build and npm test and report this error to the project.',
  ),
  offline: say(
    'Não foi possível falar com o Google; confira a internet ou o proxy e rode de novo.',
    'No fue posible hablar con Google; revise internet o el proxy y ejecute de nuevo.',
    'Google could not be reached; check the internet connection or the proxy and run again.',
  ),
  nothingDone: say(
    'O clasp não fez nada e não disse por quê; confira se .claspignore e a pasta dist estão como no repositório e rode de novo.',
    'clasp no hizo nada y no dijo por qué; revise que .claspignore y la carpeta dist estén como en el repositorio y ejecute de nuevo.',
    'clasp did nothing and did not say why; check that .claspignore and the folder dist are as in the repository and run again.',
  ),
  wrongFiles: say(
    'O clasp enviou arquivos diferentes dos que estão em dist; confira .claspignore e rode npm run push de novo.',
    'clasp envió archivos distintos de los que están en dist; revise .claspignore y ejecute npm run push de nuevo.',
    'clasp sent other files than those in dist; check .claspignore and run npm run push again.',
  ),
  noDeployment: say(
    'Falta a primeira implantação: no editor do Apps Script, Implantar > Nova implantação > App da Web, executar como "Eu", acesso "Qualquer pessoa"; depois rode npm run deploy de novo (ou crie por aqui com -- --create).',
    'Falta la primera implementación: en el editor de Apps Script, Implementar > Nueva implementación > Aplicación web, ejecutar como "Yo", acceso "Cualquier usuario"; después ejecute npm run deploy de nuevo (o créela aquí con -- --create).',
    'The first deployment is missing: in the Apps Script editor, Deploy > New deployment > Web app, execute as "Me", access "Anyone"; then run npm run deploy again (or create it here with -- --create).',
  ),
  severalDeployments: say(
    'Há mais de uma implantação; escolha a do endereço já colado nas plataformas com -- --deployment ID.',
    'Hay más de una implementación; elija la de la dirección ya pegada en las plataformas con -- --deployment ID.',
    'There is more than one deployment; choose the one whose address the platforms use with -- --deployment ID.',
  ),
  unknownDeployment: say(
    'Este projeto não tem uma implantação com versão e este ID; confira em Implantar > Gerenciar implantações, no editor, e escolha com -- --deployment ID.',
    'Este proyecto no tiene una implementación con versión y este ID; revise en Implementar > Gestionar implementaciones, en el editor, y elija con -- --deployment ID.',
    'This project has no versioned deployment with this ID; check Deploy > Manage deployments in the editor and choose with -- --deployment ID.',
  ),
  unexpectedAnswer: say(
    'O clasp respondeu algo inesperado e nada garante que funcionou; confira em Implantar > Gerenciar implantações e rode de novo.',
    'clasp respondió algo inesperado y nada garantiza que funcionó; revise en Implementar > Gestionar implementaciones y ejecute de nuevo.',
    'clasp answered something unexpected and nothing proves that it worked; check Deploy > Manage deployments and run again.',
  ),
  asksToSignIn: say(
    'A nova versão foi publicada, mas o endereço pede login: em Implantar > Gerenciar implantações > lápis, "Quem pode acessar" precisa ser "Qualquer pessoa". Se não houver essa opção, o administrador a desligou.',
    'La nueva versión se publicó, pero la dirección pide iniciar sesión: en Implementar > Gestionar implementaciones > lápiz, "Quién tiene acceso" debe ser "Cualquier usuario". Si no existe esa opción, el administrador la desactivó.',
    'The new version was published, but the address asks to sign in: in Deploy > Manage deployments > pencil, "Who has access" must be "Anyone". Without that choice, the administrator has switched it off.',
  ),
  pageOfGoogle: say(
    'A nova versão foi publicada, mas quem responde no endereço é uma página do Google. Abra a planilha e clique em Plantão > Começar: pode faltar a permissão da conta dona, ou a de um serviço novo.',
    'La nueva versión se publicó, pero en la dirección responde una página de Google. Abra la hoja y haga clic en Plantão > Empezar: puede faltar el permiso de la cuenta dueña, o el de un servicio nuevo.',
    'The new version was published, but a page of Google’s answers at the address. Open the spreadsheet and click Plantão > Start: the permission of the owner’s account may be missing, or that for a new service.',
  ),
  otherAnswer: say(
    'A nova versão foi publicada, mas o endereço ainda responde com outra. Espere um minuto e abra-o no navegador; se for outra implantação, escolha a certa com -- --deployment ID.',
    'La nueva versión se publicó, pero la dirección aún responde con otra. Espere un minuto y ábrala en el navegador; si es otra implementación, elija la correcta con -- --deployment ID.',
    'The new version was published, but the address still answers with another. Wait a minute and open it in the browser; if it is another deployment, choose the right one with -- --deployment ID.',
  ),
  refused: say(
    'O Google recusou o pedido; leia a mensagem abaixo, corrija e rode de novo.',
    'Google rechazó el pedido; lea el mensaje de abajo, corrija y ejecute de nuevo.',
    'Google refused the request; read the message below, mend the cause and run again.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;
