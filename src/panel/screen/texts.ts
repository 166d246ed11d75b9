import { say } from '../../events/localized';

/** Everything that the page Quadro says. */
export const screenTexts = {
  screens: say('Quadro para TV', 'Tablero para TV', 'Board for a TV'),
  screensAbout: say(
    'Um endereço mostra o quadro em tela cheia numa TV ou num celular, sem abrir a planilha. Quem tem o endereço vê o quadro e mais nada: dê um a cada tela e encerre o que não usa mais.',
    'Una dirección muestra el tablero a pantalla completa en una TV o un celular, sin abrir la hoja. Quien tiene la dirección ve el tablero y nada más: dé una a cada pantalla y termine la que ya no usa.',
    'An address shows the board full-screen on a TV or a phone, without opening the spreadsheet. Whoever has it sees the board and nothing else: give one to each screen and end those no longer used.',
  ),
  screenName: say('Nome da tela', 'Nombre de la pantalla', 'Name of the screen'),
  screenNames: say(
    'Mostrar o nome dos clientes que aguardam',
    'Mostrar el nombre de los clientes que esperan',
    'Show the names of customers who wait',
  ),
  makeScreen: say('Criar endereço', 'Crear dirección', 'Make an address'),
  endScreen: say('Encerrar', 'Terminar', 'End it'),
  endScreenSure: say('Encerrar mesmo', 'Terminar de verdad', 'Really end it'),
  endScreenAbout: say(
    'A TV deixa de mostrar o quadro, e este endereço não volta.',
    'La TV deja de mostrar el tablero, y esta dirección no vuelve.',
    'The TV shows the board no more, and this address does not come back.',
  ),
  screenAddress: say('Endereço da tela', 'Dirección de la pantalla', 'Address of the screen'),
  screenOnce: say(
    'Copie agora: este endereço não é mostrado de novo.',
    'Copie ahora: esta dirección no se muestra de nuevo.',
    'Copy it now: this address is not shown again.',
  ),
  screenWithNames: say('com nomes de clientes', 'con nombres de clientes', 'with customers’ names'),
  screenWithoutNames: say(
    'sem nomes de clientes',
    'sin nombres de clientes',
    'without customers’ names',
  ),
  screenMadeAt: say('criado em {time}', 'creado el {time}', 'made on {time}'),
  noScreens: say('Nenhuma tela ainda.', 'Ninguna pantalla todavía.', 'No screens yet.'),
  screenMade: say(
    'Endereço da tela {name} criado.',
    'Dirección de la pantalla {name} creada.',
    'The address of the screen {name} is made.',
  ),
  screenEnded: say(
    'Tela {name} encerrada: o endereço dela não abre mais nada.',
    'Pantalla {name} terminada: su dirección ya no abre nada.',
    'Screen {name} ended: its address opens nothing any more.',
  ),
  screenNameMissing: say(
    'Escreva o nome da tela e clique em Criar endereço de novo.',
    'Escriba el nombre de la pantalla y haga clic en Crear dirección otra vez.',
    'Write the name of the screen and click Make an address again.',
  ),
  screensFull: say(
    'Já há {count} telas. Encerre uma que não usa mais.',
    'Ya hay {count} pantallas. Termine una que ya no usa.',
    'There are {count} screens already. End one that is no longer used.',
  ),
  screenGone: say(
    'Esta tela não existe mais. Feche esta janela e abra Plantão > Quadro para TV de novo.',
    'Esta pantalla ya no existe. Cierre esta ventana y abra Plantão > Tablero para TV otra vez.',
    'This screen no longer exists. Close this window and open Plantão > Board for a TV again.',
  ),
} as const;
