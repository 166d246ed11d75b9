import { say, type Localized } from '../../events/localized';
import { inspectNoise } from '../kit/inspect-noise';
import { isObject, openObject } from '../kit/object-reader';
import type { Inspection, Webhook } from '../vendor';
import { plugEvents, type PlugEvent } from './item';
import { noiseName } from './recognise';

const titles: Readonly<Record<PlugEvent, Localized>> = {
  startAttendance: say('Início de atendimento', 'Inicio de atención', 'Attendance started'),
  finishAttendance: say('Fim de atendimento', 'Fin de atención', 'Attendance finished'),
  receiveMessage: say('Mensagem recebida', 'Mensaje recibido', 'Message received'),
  sendingMessage: say('Mensagem enviada', 'Mensaje enviado', 'Message sent'),
  messageStatus: say('Status da mensagem', 'Estado del mensaje', 'Message status'),
  messageDeliveryError: say(
    'Erro na entrega da mensagem',
    'Error en la entrega del mensaje',
    'Message delivery error',
  ),
  whenDisconnecting: say('WhatsApp desconectado', 'WhatsApp desconectado', 'WhatsApp disconnected'),
};

/** PlugChat has a URL for each of its seven events, and no screen for them: they are set by one call of its API. */
export const webhooks: readonly Webhook[] = plugEvents.map((id) => ({
  id,
  title: titles[id],
  clickPath: say(
    `API do PlugChat > PUT /api/integrations/update-webhooks > campo ${id}`,
    `API de PlugChat > PUT /api/integrations/update-webhooks > campo ${id}`,
    `PlugChat's API > PUT /api/integrations/update-webhooks > field ${id}`,
  ),
}));

export const setupHint: Localized = say(
  'O PlugChat não tem tela para isto: registre as sete URLs de uma vez, com o token de integração da conta. Cada evento tem a sua URL; não troque uma pela outra.',
  'PlugChat no tiene pantalla para esto: registre las siete URL de una vez, con el token de integración de la cuenta. Cada evento tiene su URL; no las intercambie.',
  'PlugChat has no screen for this: register the seven URLs at once, with the integration token of the account. Each event has a URL of its own; do not swap them.',
);

/** PlugChat neither checks the URL nor sends a secret; what is only noise is said here, before the journal. */
export function inspect(body: unknown): Inspection {
  return inspectNoise(isObject(body) ? noiseName(openObject(body)) : null);
}
