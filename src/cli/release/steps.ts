import { say, type Localized } from '../../events/localized';

export interface Step {
  readonly title: Localized;
  /** What to do. `{a > b}` are words of the screens, which the guide shows in bold and the picture has too; `{link}` leads to the file. */
  readonly act: Localized;
  /** What is seen then, and what to do when something else is seen. */
  readonly see: Localized;
}

/** The steps of an installation by paste, in order. */
export const steps = {
  get: {
    title: say('Copie o código', 'Copie el código', 'Copy the code'),
    act: say(
      'Abra {link} nesta pasta e clique em {raw}, à direita, acima do código. Na página de texto que se abre, aperte {copyAll} (no Mac, Cmd no lugar de Ctrl).',
      'Abra {link} en esta carpeta y haga clic en {raw}, a la derecha, encima del código. En la página de texto que se abre, pulse {copyAll} (en Mac, Cmd en lugar de Ctrl).',
      'Open {link} in this folder and click {raw}, at the right above the code. On the page of text that opens, press {copyAll} (on a Mac, Cmd in place of Ctrl).',
    ),
    see: say(
      'O texto inteiro fica marcado. Ele tem cerca de um megabyte; não precisa ler.',
      'Todo el texto queda marcado. Tiene cerca de un megabyte; no hace falta leerlo.',
      'All of the text is marked. It has about a megabyte; you need not read it.',
    ),
  },
  sheet: {
    title: say('Crie uma planilha', 'Cree una hoja de cálculo', 'Make a spreadsheet'),
    act: say(
      'Digite {newSheet} na barra de endereços do navegador. Clique em {untitledSheet} e dê um nome.',
      'Escriba {newSheet} en la barra de direcciones del navegador. Haga clic en {untitledSheet} y póngale un nombre.',
      'Type {newSheet} into the address bar of the browser. Click {untitledSheet} and give it a name.',
    ),
    see: say(
      'Uma planilha vazia. Ela é da conta em que você entrou: essa conta vai dar a permissão.',
      'Una hoja vacía. Es de la cuenta con la que entró: esa cuenta dará el permiso.',
      'An empty spreadsheet. It belongs to the account you are signed in with: that account will give the permission.',
    ),
  },
  editor: {
    title: say('Abra o editor', 'Abra el editor', 'Open the editor'),
    act: say(
      'Clique em {extensions > appsScript}.',
      'Haga clic en {extensions > appsScript}.',
      'Click {extensions > appsScript}.',
    ),
    see: say(
      'Uma guia nova com um editor e algumas linhas de código. Se a opção não aparece, o administrador da sua organização desligou o Apps Script: peça a ele, ou use outra conta.',
      'Una pestaña nueva con un editor y algunas líneas de código. Si la opción no aparece, el administrador de su organización desactivó Apps Script: pídaselo, o use otra cuenta.',
      'A new browser tab with an editor and some lines of code. If the entry is missing, the administrator of your organisation has switched Apps Script off: ask them, or use another account.',
    ),
  },
  paste: {
    title: say('Cole e salve', 'Pegue y guarde', 'Paste and save'),
    act: say(
      'Clique dentro do código e aperte {pasteAll}. Depois aperte {save}. Por fim clique em {untitledProject} e escreva Plantão.',
      'Haga clic dentro del código y pulse {pasteAll}. Después pulse {save}. Por último haga clic en {untitledProject} y escriba Plantão.',
      'Click into the code and press {pasteAll}. Then press {save}. At last click {untitledProject} and write Plantão.',
    ),
    see: say(
      'O código começa com o nome e a versão do Plantão. Se o editor diz que há um erro, faltou um pedaço: copie de novo a partir do passo 1.',
      'El código empieza con el nombre y la versión de Plantão. Si el editor dice que hay un error, faltó una parte: copie de nuevo desde el paso 1.',
      'The code begins with the name and the version of Plantão. If the editor tells of an error, a part is missing: copy again from step 1.',
    ),
  },
  reload: {
    title: say('Recarregue a planilha', 'Recargue la hoja', 'Reload the spreadsheet'),
    act: say(
      'Volte à guia da planilha e recarregue a página. Deixe o editor aberto.',
      'Vuelva a la pestaña de la hoja y recargue la página. Deje el editor abierto.',
      'Go back to the tab of the spreadsheet and reload the page. Leave the editor open.',
    ),
    see: say(
      'Em até dez segundos, o menu {menu} à direita de {help}. Se não vier, recarregue mais uma vez; se ainda não vier, o código não foi salvo.',
      'En hasta diez segundos, el menú {menu} a la derecha de {help}. Si no aparece, recargue otra vez; si aún no aparece, el código no se guardó.',
      'Within ten seconds the menu {menu}, at the right of {help}. If it does not come, reload once more; if it still does not, the code was not saved.',
    ),
  },
  permit: {
    title: say('Dê a permissão', 'Dé el permiso', 'Give the permission'),
    act: say(
      'Clique em {menu > start}. O Google diz {authorization}: clique em {ok} e escolha a sua conta. Em {notVerified}, confira que o e-mail mostrado é o seu, clique em {advanced} e em {goOn}. Marque todas as permissões e clique em {allow}.',
      'Haga clic en {menu > start}. Google dice {authorization}: haga clic en {ok} y elija su cuenta. En {notVerified}, compruebe que el correo mostrado es el suyo, haga clic en {advanced} y en {goOn}. Marque todos los permisos y haga clic en {allow}.',
      'Click {menu > start}. Google says {authorization}: click {ok} and choose your account. At {notVerified}, make sure that the e-mail shown is yours, click {advanced} and {goOn}. Tick all permissions and click {allow}.',
    ),
    see: say(
      'A planilha, sem nada de novo: este clique só dá a permissão. O aviso vem em todo código que você mesmo cola; se o e-mail mostrado não for o seu, feche a janela.',
      'La hoja, sin nada nuevo: este clic solo da el permiso. El aviso sale con todo código que pega uno mismo; si el correo mostrado no es el suyo, cierre la ventana.',
      'The spreadsheet with nothing new: this click only gives the permission. The warning comes for all code that you paste yourself; if the e-mail shown is not yours, close the window.',
    ),
  },
  start: {
    title: say('Crie as abas', 'Cree las hojas', 'Make the tabs'),
    act: say(
      'Clique outra vez em {menu > start}. No painel que se abre à direita, clique em {makeTabs}.',
      'Haga clic otra vez en {menu > start}. En el panel que se abre a la derecha, haga clic en {makeTabs}.',
      'Click {menu > start} once more. In the panel that opens at the right, click {makeTabs}.',
    ),
    see: say(
      'As abas aparecem em uns 15 segundos, ao lado das suas. O painel conduz os próximos passos com desenhos; se o fechar, {menu > start} continua de onde você parou.',
      'Las hojas aparecen en unos 15 segundos, junto a las suyas. El panel guía los próximos pasos con dibujos; si lo cierra, {menu > start} sigue donde se quedó.',
      'The tabs appear within some 15 seconds, beside your own. The panel leads through the next steps with drawings; if you close it, {menu > start} goes on where you stopped.',
    ),
  },
  deploy: {
    title: say('Publique', 'Publique', 'Publish'),
    act: say(
      'No editor, clique em {deploy > newDeployment}. Na engrenagem, escolha {webApp}. Em {executeAs}, escolha {me}; em {whoHasAccess}, {anyone}. Clique em {deploy}.',
      'En el editor, haga clic en {deploy > newDeployment}. En el engranaje, elija {webApp}. En {executeAs}, elija {me}; en {whoHasAccess}, {anyone}. Haga clic en {deploy}.',
      'In the editor, click {deploy > newDeployment}. At the gear, choose {webApp}. At {executeAs} choose {me}; at {whoHasAccess}, {anyone}. Click {deploy}.',
    ),
    see: say(
      'Uma URL que termina em `/exec`. Se {anyone} não está na lista, o administrador a desligou; a opção que pede Conta do Google não serve, porque as plataformas não têm uma.',
      'Una URL que termina en `/exec`. Si {anyone} no está en la lista, el administrador la desactivó; la opción que pide cuenta de Google no sirve, porque las plataformas no tienen una.',
      'A URL that ends in `/exec`. If {anyone} is not in the list, the administrator has switched it off; the entry that asks for a Google account is not enough, as platforms have none.',
    ),
  },
  url: {
    title: say('Cole a URL', 'Pegue la URL', 'Paste the URL'),
    act: say(
      'Em {webApp}, clique em {copy}. No painel, clique em {urlIsCopied} e cole no campo. Quando ele diz que está no ar, clique em {continue}.',
      'En {webApp}, haga clic en {copy}. En el panel, haga clic en {urlIsCopied} y pegue en el campo. Cuando dice que está en línea, haga clic en {continue}.',
      'At {webApp}, click {copy}. In the panel, click {urlIsCopied} and paste into the field. When it says that it is online, click {continue}.',
    ),
    see: say(
      'O painel visita o endereço na hora. Um errado fica no campo, com o que está errado e onde clicar; um que termina em `/dev` só funciona para você.',
      'El panel visita la dirección al momento. Una equivocada queda en el campo, con lo que está mal y dónde hacer clic; una que termina en `/dev` solo funciona para usted.',
      'The panel visits the address at once. A wrong one stays in the field, with what is wrong and where to click; one that ends in `/dev` works for nobody but you.',
    ),
  },
  connect: {
    title: say('Conecte uma plataforma', 'Conecte una plataforma', 'Connect a platform'),
    act: say(
      'No painel, escolha a plataforma, clique em {copy} e cole a URL onde o painel diz. Depois clique em {isPasted}.',
      'En el panel, elija la plataforma, haga clic en {copy} y pegue la URL donde dice el panel. Después haga clic en {isPasted}.',
      'In the panel, choose the platform, click {copy} and paste the URL where the panel says. Then click {isPasted}.',
    ),
    see: say(
      'Faça algo acontecer na plataforma: o painel diz quando o evento chegou e em que aba está a linha. Se não vier, veja [problemas.md](../docs/problemas.md). A URL leva o segredo da conexão: trate-a como uma senha.',
      'Haga que algo pase en la plataforma: el panel dice cuándo llegó el evento y en qué hoja está la fila. Si no llega, vea [problemas.es.md](../docs/problemas.es.md). La URL lleva el secreto de la conexión: trátela como una contraseña.',
      'Make something happen on the platform: the panel says when the event came and in which tab the row is. If none comes, see [problemas.en.md](../docs/problemas.en.md). The URL carries the secret of the connection: treat it as a password.',
    ),
  },
} as const satisfies Readonly<Record<string, Step>>;

export type StepId = keyof typeof steps;

/** What stands around the steps. */
export const guideTexts = {
  title: say('Instalar o Plantão', 'Instalar Plantão', 'Install Plantão'),
  intro: say(
    'Para quem vai pôr o Plantão numa planilha do Google sem instalar nada no computador: uma Conta do Google, um navegador e {count} passos, uns dez minutos. As palavras do Google são as de uma conta em português.',
    'Para quien va a poner Plantão en una hoja de cálculo de Google sin instalar nada en la computadora: una cuenta de Google, un navegador y {count} pasos, unos diez minutos. Las palabras de Google son las de una cuenta en español.',
    'For whoever puts Plantão into a Google spreadsheet without installing anything on the computer: a Google account, a browser and {count} steps, about ten minutes. Google’s words are those of an account in English.',
  ),
  before: say(
    'O que ele promete, o que custa e onde termina está no [README](../README.pt-BR.md) e em [limits.md](../docs/limits.md) (em inglês).',
    'Lo que promete, lo que cuesta y dónde termina está en el [README](../README.md) y en [limits.md](../docs/limits.md) (en inglés).',
    'What it promises, what it costs and where it ends is in the [README](../README.md) and in [limits.md](../docs/limits.md).',
  ),
  upgradeTitle: say('Uma versão nova', 'Una versión nueva', 'A new version'),
  upgrade: say(
    'Repita os passos 1, 3 e 4 na mesma planilha. No editor, clique em {deploy > manageDeployments}, no lápis, escolha {newVersion} e clique em {deploy}. A URL, os dados e as configurações ficam. {newDeployment} faria outra URL, que nenhuma plataforma conhece.',
    'Repita los pasos 1, 3 y 4 en la misma hoja. En el editor, haga clic en {deploy > manageDeployments}, en el lápiz, elija {newVersion} y haga clic en {deploy}. La URL, los datos y la configuración quedan. {newDeployment} haría otra URL, que ninguna plataforma conoce.',
    'Repeat the steps 1, 3 and 4 in the same spreadsheet. In the editor, click {deploy > manageDeployments}, the pencil, choose {newVersion} and click {deploy}. The URL, the data and the settings stay. {newDeployment} would make another URL, which no platform knows.',
  ),
  checkTitle: say('Conferir o arquivo', 'Comprobar el archivo', 'Check the file'),
  check: say(
    'Só para quem quer ter certeza de que o arquivo é o que foi publicado: `SHA256SUMS` tem a soma de cada arquivo (`sha256sum -c SHA256SUMS`, ou no Mac `shasum -a 256 -c SHA256SUMS`). Quem tem o Node refaz a pasta com `npm run release` e chega aos mesmos bytes. `appsscript.json` é o manifesto que o clasp envia; quem cola não precisa dele.',
    'Solo para quien quiere tener la certeza de que el archivo es el publicado: `SHA256SUMS` tiene la suma de cada archivo (`sha256sum -c SHA256SUMS`, o en Mac `shasum -a 256 -c SHA256SUMS`). Quien tiene Node rehace la carpeta con `npm run release` y llega a los mismos bytes. `appsscript.json` es el manifiesto que envía clasp; quien pega no lo necesita.',
    'Only for those who want to be sure that the file is the published one: `SHA256SUMS` has the sum of each file (`sha256sum -c SHA256SUMS`, or on a Mac `shasum -a 256 -c SHA256SUMS`). Who has Node makes the folder again with `npm run release` and gets the same bytes. `appsscript.json` is the manifest that clasp sends; whoever pastes does not need it.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;
