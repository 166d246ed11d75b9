import { say, type Localized } from '../../events/localized';

/** Why a platform did not answer a question, and what to do. `{platform}`: its name; `{words}`: what it said. */
export const fetchTexts = {
  unreachable: say(
    'Nada respondeu no endereço da API da {platform}. Confira o endereço; se estiver certo, a plataforma está fora do ar.',
    'Nada respondió en la dirección de la API de {platform}. Revise la dirección; si es correcta, la plataforma está caída.',
    'Nothing answered at the address of the API of {platform}. Check the address; if it is right, the platform is down.',
  ),
  tooSlow: say(
    'A API da {platform} demorou mais de 15 segundos para responder.',
    'La API de {platform} tardó más de 15 segundos en responder.',
    'The API of {platform} took more than 15 seconds to answer.',
  ),
  quota: say(
    'O Google encerrou as chamadas de hoje desta conta. Elas voltam amanhã.',
    'Google terminó las llamadas de hoy de esta cuenta. Vuelven mañana.',
    "Google has ended today's calls of this account. They are back tomorrow.",
  ),
  throttled: say(
    'A {platform} pediu para esperar: muitas chamadas em pouco tempo.',
    '{platform} pidió esperar: muchas llamadas en poco tiempo.',
    '{platform} asked to wait: many calls in a short time.',
  ),
  serverFault: say(
    'A API da {platform} teve um erro interno ({words}).',
    'La API de {platform} tuvo un error interno ({words}).',
    'The API of {platform} had a fault of its own ({words}).',
  ),
  redirected: say(
    'O endereço da API da {platform} encaminha para outro ({words}). O token não foi enviado para lá. Confira o endereço.',
    'La dirección de la API de {platform} redirige a otra ({words}). El token no se envió allí. Revise la dirección.',
    'The address of the API of {platform} leads on to another one ({words}). The token was not sent there. Check the address.',
  ),
  page: say(
    'No endereço da {platform} respondeu uma página, não a API. Confira o endereço e a conta.',
    'En la dirección de {platform} respondió una página, no la API. Revise la dirección y la cuenta.',
    'A page answered at the address of {platform}, not the API. Check address and account.',
  ),
  notJson: say(
    'A resposta da {platform} não é a de uma API. Confira o endereço.',
    'La respuesta de {platform} no es la de una API. Revise la dirección.',
    'The answer of {platform} is not that of an API. Check the address.',
  ),
  notExpected: say(
    'A resposta da {platform} tem outro formato do que o documentado ({words}). A plataforma pode ter mudado: atualize o Plantão.',
    'La respuesta de {platform} tiene otro formato que el documentado ({words}). La plataforma puede haber cambiado: actualice Plantão.',
    'The answer of {platform} has another form than documented ({words}). The platform may have changed: update Plantão.',
  ),
  tooMany: say(
    'A {platform} lista {words} agentes, mais do que o Plantão acompanha em uma conexão.',
    '{platform} lista {words} agentes, más de los que Plantão sigue en una conexión.',
    '{platform} lists {words} agents, more than Plantão follows on one connection.',
  ),
  tokenRefused: say(
    'A {platform} recusou o token ({words}). Copie o token na plataforma e cole-o aqui de novo; confira também a conta.',
    '{platform} rechazó el token ({words}). Copie el token en la plataforma y péguelo aquí de nuevo; revise también la cuenta.',
    '{platform} refused the token ({words}). Copy the token on the platform and paste it here again; check the account, too.',
  ),
  forbidden: say(
    'O token vale, mas a {platform} não mostra isto a ele ({words}). Use o token de um administrador.',
    'El token vale, pero {platform} no le muestra esto ({words}). Use el token de un administrador.',
    'The token is valid, but {platform} does not show it this ({words}). Use the token of an administrator.',
  ),
  notFound: say(
    'A {platform} não encontrou a conta neste endereço ({words}). Confira o endereço e o número da conta.',
    '{platform} no encontró la cuenta en esta dirección ({words}). Revise la dirección y el número de la cuenta.',
    "{platform} did not find the account at this address ({words}). Check the address and the account's number.",
  ),
  refused: say(
    'A {platform} não aceitou a pergunta ({words}). Confira o número da conta.',
    '{platform} no aceptó la pregunta ({words}). Revise el número de la cuenta.',
    "{platform} did not take the question ({words}). Check the account's number.",
  ),
} as const satisfies Readonly<Record<string, Localized>>;

export type FetchCause = keyof typeof fetchTexts;

/** The cause of that name; null for a text that names none. */
export const causeNamed = (name: string): FetchCause | null => (isCause(name) ? name : null);

const isCause = (name: string): name is FetchCause =>
  Object.prototype.hasOwnProperty.call(fetchTexts, name);
