import { say, type Localized } from '../../events/localized';

/** Why nothing is sent to Weni at the moment, and what to do. `{words}`: what Weni said; `{time}`: when it is tried again. */
export const causeTexts = {
  unreachable: say(
    'A Weni não respondeu. O Plantão tenta de novo às {time}; nada se perde.',
    'Weni no respondió. Plantão intenta de nuevo a las {time}; nada se pierde.',
    'Weni did not answer. Plantão tries again at {time}; nothing is lost.',
  ),
  tooSlow: say(
    'A Weni demorou demais para responder. O Plantão tenta de novo às {time}; nada se perde.',
    'Weni tardó demasiado en responder. Plantão intenta de nuevo a las {time}; nada se pierde.',
    'Weni took too long to answer. Plantão tries again at {time}; nothing is lost.',
  ),
  quota: say(
    'O Google encerrou as chamadas de hoje desta conta. O Plantão continua às {time}.',
    'Google terminó las llamadas de hoy de esta cuenta. Plantão continúa a las {time}.',
    "Google has ended today's calls of this account. Plantão goes on at {time}.",
  ),
  throttled: say(
    'A Weni pediu para esperar: muitas chamadas nesta hora. O Plantão continua às {time}.',
    'Weni pidió esperar: muchas llamadas en esta hora. Plantão continúa a las {time}.',
    'Weni asked to wait: many calls within this hour. Plantão goes on at {time}.',
  ),
  serverFault: say(
    'A Weni teve um erro interno ({words}). O Plantão tenta de novo às {time}; nada se perde.',
    'Weni tuvo un error interno ({words}). Plantão intenta de nuevo a las {time}; nada se pierde.',
    'Weni had a fault of its own ({words}). Plantão tries again at {time}; nothing is lost.',
  ),
  redirected: say(
    'O endereço da Weni encaminha para {words}. O token não foi enviado para lá. Confira o endereço nas configurações.',
    'La dirección de Weni redirige a {words}. El token no se envió allí. Revise la dirección en la configuración.',
    'The address of Weni leads on to {words}. The token was not sent there. Check the address in the settings.',
  ),
  notJson: say(
    'No endereço respondeu uma página, não a API da Weni. Confira o endereço; o Plantão tenta de novo às {time}.',
    'En la dirección respondió una página, no la API de Weni. Revise la dirección; Plantão intenta de nuevo a las {time}.',
    'A page answered at the address, not the API of Weni. Check the address; Plantão tries again at {time}.',
  ),
  tokenRefused: say(
    'A Weni recusou o token ({words}). Copie o token da API no painel da Weni e cole-o aqui de novo.',
    'Weni rechazó el token ({words}). Copie el token de la API en el panel de Weni y péguelo aquí de nuevo.',
    "Weni refused the token ({words}). Copy the API token from Weni's panel and paste it here again.",
  ),
  wrongAddress: say(
    'O endereço respondeu {words} e não é a API de contatos. Confira o endereço e a versão.',
    'La dirección respondió {words} y no es la API de contactos. Revise la dirección y la versión.',
    'The address answered {words} and is not the contacts API. Check address and version.',
  ),
  anonymous: say(
    'Este projeto da Weni esconde os endereços dos contatos, e assim eles não podem ser enviados. Use o token de outro projeto.',
    'Este proyecto de Weni oculta las direcciones de los contactos, y así no se pueden enviar. Use el token de otro proyecto.',
    'This project of Weni hides the addresses of contacts, so they cannot be sent. Use the token of another project.',
  ),
  fieldRefused: say(
    'A Weni não criou um campo: {words} Corrija o nome na lista de campos.',
    'Weni no creó un campo: {words} Corrija el nombre en la lista de campos.',
    'Weni did not make a field: {words} Correct its name in the list of fields.',
  ),
  groupRefused: say(
    'A Weni não aceitou um grupo: {words} Escolha outro na lista de grupos.',
    'Weni no aceptó un grupo: {words} Elija otro en la lista de grupos.',
    'Weni did not take a group: {words} Choose another one in the list of groups.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

export type CauseId = keyof typeof causeTexts;
