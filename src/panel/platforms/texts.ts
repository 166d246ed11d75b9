import { say } from '../../events/localized';

/** Everything that the page Consultar plataformas says. */
export const platformTexts = {
  platforms: say('Consultar plataformas', 'Consultar plataformas', 'Ask the platforms'),
  platformsAbout: say(
    'O que nenhum webhook conta o Plantão pergunta à API da plataforma. Ele só lê: nada muda lá, e nada é perguntado antes de você ligar.',
    'Lo que ningún webhook cuenta Plantão lo pregunta a la API de la plataforma. Solo lee: nada cambia allí, y nada se pregunta antes de que usted lo active.',
    'What no webhook tells, Plantão asks the API of the platform. It only reads: nothing changes there, and nothing is asked before you switch it on.',
  ),
  platformsNone: say(
    'Nenhuma das suas conexões pode ser consultada. Crie uma conexão da Huggy, da Nexloo (Evolvy), da Treble, do PlugChat ou da Weni em Plantão > Conexões.',
    'Ninguna de sus conexiones se puede consultar. Cree una conexión de Huggy, Nexloo (Evolvy), Treble, PlugChat o Weni en Plantão > Conexiones.',
    'None of your connections can be asked. Add a connection of Huggy, Nexloo (Evolvy), Treble, PlugChat or Weni in Plantão > Connections.',
  ),
  accessTitle: say('Acesso à API', 'Acceso a la API', 'Access to the API'),
  accessBaseUrl: say('Endereço da API', 'Dirección de la API', 'Address of the API'),
  accessAccount: say('Número da conta', 'Número de la cuenta', 'Account number'),
  accessToken: say('Token', 'Token', 'Token'),
  accessTokenKept: say(
    'Há um token guardado. Ele não é mostrado de novo; cole outro para trocar.',
    'Hay un token guardado. No se muestra de nuevo; pegue otro para cambiarlo.',
    'A token is kept. It is not shown again; paste another one to change it.',
  ),
  accessTokenMissing: say(
    'Falta o token. Cole o token e clique em Guardar.',
    'Falta el token. Pegue el token y haga clic en Guardar.',
    'The token is missing. Paste it and click Keep.',
  ),
  accessKeep: say('Guardar', 'Guardar', 'Keep'),
  accessTest: say('Testar', 'Probar', 'Test'),
  accessForget: say('Apagar token', 'Borrar token', 'Delete the token'),
  accessKept: say(
    'Acesso guardado. Clique em Testar.',
    'Acceso guardado. Haga clic en Probar.',
    'The access is kept. Click Test.',
  ),
  accessForgotten: say(
    'Token apagado. A plataforma não é mais consultada.',
    'Token borrado. La plataforma ya no se consulta.',
    'The token is deleted. The platform is not asked any more.',
  ),
  accessIncomplete: say(
    'Falta o acesso. Preencha o endereço, a conta e o token e clique em Guardar.',
    'Falta el acceso. Complete la dirección, la cuenta y el token y haga clic en Guardar.',
    'The access is missing. Fill in address, account and token and click Keep.',
  ),
  accessWorks: say(
    'A API da {platform} respondeu e o token vale. Agentes na primeira página: {count}.',
    'La API de {platform} respondió y el token vale. Agentes en la primera página: {count}.',
    'The API of {platform} answered and the token is valid. Agents on the first page: {count}.',
  ),
  accessAnswers: say(
    'A API da {platform} respondeu e o token vale.',
    'La API de {platform} respondió y el token vale.',
    'The API of {platform} answered and the token is valid.',
  ),
  accessHintHuggy: say(
    'O token é o da API v3, gerado na Huggy para a sua conta; vale seis meses. O número da empresa só é preciso se o token vale para mais de uma.',
    'El token es el de la API v3, generado en Huggy para su cuenta; vale seis meses. El número de la empresa solo hace falta si el token vale para más de una.',
    "The token is that of API v3, made at Huggy for your account; it lasts six months. The company's number is only needed if the token is valid for several.",
  ),
  accessHintTreble: say(
    'O token é a API key da Treble: Settings > Developers.',
    'El token es la API key de Treble: Settings > Developers.',
    "The token is Treble's API key: Settings > Developers.",
  ),
  accessBadBaseUrl: say(
    'O endereço deve começar com https:// e ter só o nome do servidor, por exemplo https://app.exemplo.com.br.',
    'La dirección debe empezar con https:// y tener solo el nombre del servidor, por ejemplo https://app.ejemplo.com.',
    'The address must begin with https:// and have only the name of the server, for example https://app.example.com.',
  ),
  accessBadAccount: say(
    'O número da conta só tem letras, números e hífen. Copie-o do endereço que o navegador mostra.',
    'El número de la cuenta solo tiene letras, números y guion. Cópielo de la dirección que muestra el navegador.',
    'An account number has only letters, digits and hyphens. Copy it from the address that the browser shows.',
  ),
  accessBadToken: say(
    'Isto não parece um token da {platform}. Copie-o inteiro, sem espaços.',
    'Esto no parece un token de {platform}. Cópielo entero, sin espacios.',
    'This does not look like a token of {platform}. Copy all of it, without spaces.',
  ),
  accessHintEvolvy: say(
    'Endereço: o que o navegador mostra quando você usa a plataforma, até a primeira barra. Conta: o número depois de /accounts/. Token: Configurações do perfil > Token de acesso, de um administrador.',
    'Dirección: la que muestra el navegador cuando usa la plataforma, hasta la primera barra. Cuenta: el número después de /accounts/. Token: Configuración del perfil > Token de acceso, de un administrador.',
    'Address: what the browser shows when you use the platform, up to the first slash. Account: the number after /accounts/. Token: Profile settings > Access token, of an administrator.',
  ),
  accessHintPlug: say(
    'Conta: o número da sua conta no PlugChat. Token: o token de integração da conta.',
    'Cuenta: el número de su cuenta en PlugChat. Token: el token de integración de la cuenta.',
    "Account: the number of your account at PlugChat. Token: the account's integration token.",
  ),
  accessHintWeni: say(
    'Token: o do projeto no Weni Chats, com a forma 0a1b2c3d-0000-0000-0000-000000000000. Não é o token da API que envia contatos.',
    'Token: el del proyecto en Weni Chats, con la forma 0a1b2c3d-0000-0000-0000-000000000000. No es el token de la API que envía contactos.',
    "Token: the project's at Weni Chats, of the form 0a1b2c3d-0000-0000-0000-000000000000. It is not the API token that sends contacts.",
  ),
  pollTitle: say('Status dos agentes', 'Estado de los agentes', 'Status of the agents'),
  pollAbout: say(
    'Não há webhook para o status dos agentes nesta plataforma. Ligado, o Plantão pergunta e escreve as mudanças em Agora, Status dos agentes e Jornada.',
    'No hay webhook para el estado de los agentes en esta plataforma. Activado, Plantão pregunta y escribe los cambios en Ahora, Estado de los agentes y Jornada.',
    'This platform has no webhook for the status of agents. Switched on, Plantão asks and writes the changes into Now, Agent status and Agent days.',
  ),
  pollIsOn: say('Consultar os agentes', 'Consultar los agentes', 'Ask for the agents'),
  pollEvery: say('De quanto em quanto tempo', 'Cada cuánto tiempo', 'How often'),
  pollEveryMinutes: say(
    'a cada {minutes} min: até {calls} chamadas por dia',
    'cada {minutes} min: hasta {calls} llamadas por día',
    'every {minutes} min: up to {calls} calls a day',
  ),
  pollSave: say('Salvar', 'Guardar cambios', 'Save'),
  pollSaved: say('Salvo.', 'Guardado.', 'Saved.'),
  pollOff: say(
    'Desligado: a plataforma não é consultada.',
    'Desactivado: la plataforma no se consulta.',
    'Switched off: the platform is not asked.',
  ),
  pollSoon: say(
    'Ligado: a primeira consulta vem em até um minuto.',
    'Activado: la primera consulta llega en hasta un minuto.',
    'Switched on: the first question goes out within a minute.',
  ),
  pollUpToDate: say(
    'Última consulta: {time}. Agentes na lista: {count}.',
    'Última consulta: {time}. Agentes en la lista: {count}.',
    'Last asked: {time}. Agents in the list: {count}.',
  ),
  pollTrouble: say(
    '{trouble} Nova tentativa: {time}. Última resposta: {last}.',
    '{trouble} Nuevo intento: {time}. Última respuesta: {last}.',
    '{trouble} Next try: {time}. Last answer: {last}.',
  ),
  pollNever: say('nunca', 'nunca', 'never'),
  pollUse: say(
    'Hoje, as consultas usaram {calls} chamadas e {minutes} min do tempo do acionador. Todos os trabalhos juntos têm 15.000 chamadas e 15 min por dia.',
    'Hoy, las consultas usaron {calls} llamadas y {minutes} min del tiempo de los activadores. Todos los trabajos juntos tienen 15.000 llamadas y 15 min por día.',
    'Today the questions have used {calls} calls and {minutes} min of trigger time. All jobs together have 15,000 calls and 15 min a day.',
  ),
  missedTitle: say('Buscar o que faltou', 'Buscar lo que faltó', 'Fetch what was missed'),
  missedAbout: say(
    'As plataformas enviam cada evento uma vez só. O que se perdeu é buscado na API e entra nas abas, sem repetir nem mudar o que já está lá.',
    'Las plataformas envían cada evento una sola vez. Lo que se perdió se busca en la API y entra en las hojas, sin repetir ni cambiar lo que ya está.',
    'Platforms send each event once. What was lost is fetched from the API and comes into the tabs, without repeating or changing what is there.',
  ),
  missedDays: say('De quanto tempo atrás', 'De cuánto tiempo atrás', 'How far back'),
  missedOneDay: say('do último dia', 'del último día', 'the last day'),
  missedManyDays: say(
    'dos últimos {days} dias',
    'de los últimos {days} días',
    'the last {days} days',
  ),
  missedDaily: say(
    'Buscar também toda noite',
    'Buscar también cada noche',
    'Also search every night',
  ),
  pagingFirst: say(
    'Número da primeira página das listas',
    'Número de la primera página de las listas',
    'Number of the first page of lists',
  ),
  pagingOrder: say('Ordem das listas', 'Orden de las listas', 'Order of lists'),
  pagingDays: say(
    'não sei: buscar dia por dia',
    'no lo sé: buscar día por día',
    'not known: search day by day',
  ),
  pagingNewest: say('os mais novos primeiro', 'los más nuevos primero', 'newest first'),
  pagingOldest: say('os mais antigos primeiro', 'los más antiguos primero', 'oldest first'),
  missedCount: say('Ver o custo', 'Ver el costo', 'See the cost'),
  missedFetch: say('Buscar agora', 'Buscar ahora', 'Search now'),
  missedSave: say('Salvar opções', 'Guardar opciones', 'Save options'),
  missedSaved: say('Salvo.', 'Guardado.', 'Saved.'),
  missedCost: say(
    'O Plantão conhece {count} conversas desse período: seriam cerca de {calls} chamadas. Se faltarem muitas conversas, serão mais. Todos os trabalhos juntos têm 15.000 chamadas por dia; o que não couber continua no dia seguinte.',
    'Plantão conoce {count} conversaciones de ese período: serían unas {calls} llamadas. Si faltan muchas conversaciones, serán más. Todos los trabajos juntos tienen 15.000 llamadas por día; lo que no quepa continúa al día siguiente.',
    'Plantão knows {count} conversations of that time: some {calls} calls. If many conversations are missing it will be more. All jobs together have 15,000 calls a day; what does not fit goes on the next day.',
  ),
  missedNever: say(
    'Nada foi buscado ainda.',
    'Todavía no se buscó nada.',
    'Nothing has been fetched yet.',
  ),
  missedUnderWay: say(
    'Buscando: {found} encontrados até agora, {missing} faltavam. Continua sozinho, um pouco a cada minuto.',
    'Buscando: {found} encontrados hasta ahora, {missing} faltaban. Continúa solo, un poco cada minuto.',
    'Searching: {found} found so far, {missing} were missing. It goes on by itself, a little every minute.',
  ),
  missedWaits: say(
    '{trouble} Nova tentativa: {time}.',
    '{trouble} Nuevo intento: {time}.',
    '{trouble} Next try: {time}.',
  ),
  missedBegins: say(
    'A busca começa em até um minuto e continua sozinha.',
    'La búsqueda empieza en hasta un minuto y continúa sola.',
    'The search begins within a minute and goes on by itself.',
  ),
} as const;
