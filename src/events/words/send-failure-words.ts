import { say } from '../localized';

/** Why a message did not go out or did not arrive, where the platform gives a code or nothing. */
export const sendFailureWords = {
  notSent: say('Disparo que não saiu', 'Envío que no salió', 'Send that did not go out'),
  sendFailed: say(
    'O disparo falhou depois de três tentativas',
    'El envío falló tras tres intentos',
    'The send failed after three tries',
  ),
  sendHumanHandover: say(
    'O contato está falando com um agente',
    'El contacto está hablando con un agente',
    'The contact is talking to an agent',
  ),
  sendRevoked: say('O disparo foi cancelado', 'El envío fue cancelado', 'The send was cancelled'),
  sendInvalidPhone: say(
    'O telefone não é válido ou não tem WhatsApp',
    'El teléfono no es válido o no tiene WhatsApp',
    'The phone is not valid or has no WhatsApp',
  ),
  sendRateLimit: say(
    'A mensagem passaria do limite do WhatsApp',
    'El mensaje superaría el límite de WhatsApp',
    "The message would exceed WhatsApp's limit",
  ),
  sendCompanyLimit: say(
    'A empresa chegou ao limite de sessões que pediu',
    'La empresa llegó al límite de sesiones que pidió',
    'The company reached the session limit it asked for',
  ),
  sendNoCapacity: say(
    'Nenhuma linha tem capacidade para o disparo',
    'Ninguna línea tiene capacidad para el envío',
    'No line has the capacity for the send',
  ),
  sendMissingParameter: say(
    'Faltou preencher uma variável do modelo',
    'Faltó una variable de la plantilla',
    'A variable of the template is missing',
  ),
  sendParameterMismatch: say(
    'O número de variáveis não é o do modelo',
    'El número de variables no es el de la plantilla',
    "The number of variables is not the template's",
  ),
  sendBlockedContact: say(
    'A empresa bloqueou o contato',
    'La empresa bloqueó el contacto',
    'The company blocked the contact',
  ),
  sendOptedOut: say(
    'O contato pediu para não receber mensagens',
    'El contacto pidió no recibir mensajes',
    'The contact asked for no more messages',
  ),
  sendInvalidFlow: say(
    'A conversa (fluxo) foi apagada ou desativada',
    'La conversación (flujo) fue borrada o desactivada',
    'The conversation (flow) was deleted or switched off',
  ),
  sendHeaderTooLong: say(
    'O cabeçalho do modelo passa do limite de caracteres',
    'El encabezado de la plantilla supera el límite de caracteres',
    "The template's header is over the character limit",
  ),
  sendBodyTooLong: say(
    'O corpo do modelo passa do limite de caracteres',
    'El cuerpo de la plantilla supera el límite de caracteres',
    "The template's body is over the character limit",
  ),
  sendTemplateDisabled: say(
    'A Meta desativou o modelo',
    'Meta desactivó la plantilla',
    'Meta switched the template off',
  ),
  sendSpam: say(
    'O WhatsApp restringiu a linha por spam',
    'WhatsApp restringió la línea por spam',
    'WhatsApp restricted the line for spam',
  ),
  sendExperiment: say(
    'O WhatsApp usa este número em testes internos',
    'WhatsApp usa este número en pruebas internas',
    'WhatsApp uses this number in internal tests',
  ),
  sendUnableToContact: say(
    'O contato não pode receber a mensagem (sem WhatsApp ou versão antiga)',
    'El contacto no puede recibir el mensaje (sin WhatsApp o versión antigua)',
    'The contact cannot receive the message (no WhatsApp, or an old version)',
  ),
  sendMetaChose: say(
    'A Meta escolheu não entregar a mensagem',
    'Meta eligió no entregar el mensaje',
    'Meta chose not to deliver the message',
  ),
  sendNoReason: say(
    'O disparo falhou; a Treble não disse por quê',
    'El envío falló; Treble no dijo por qué',
    'The send failed; Treble did not say why',
  ),
  deliveryNoReason: say(
    'Erro na entrega; o PlugChat não disse qual',
    'Error en la entrega; PlugChat no dijo cuál',
    'Delivery error; PlugChat did not say which',
  ),
  notSentByWhatsApp: say(
    'O WhatsApp não enviou a mensagem; a plataforma não disse por quê',
    'WhatsApp no envió el mensaje; la plataforma no dijo por qué',
    'WhatsApp did not send the message; the platform did not say why',
  ),
} as const;
