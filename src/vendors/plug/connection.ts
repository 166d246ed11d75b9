import type { Localized } from '../../events/localized';
import { inspectNoise } from '../kit/inspect-noise';
import { isObject, openObject } from '../kit/object-reader';
import type { Inspection, Webhook } from '../vendor';
import { plugEvents, type PlugEvent } from './item';
import { noiseName } from './recognise';

const titles: Readonly<Record<PlugEvent, Localized>> = {
  startAttendance: {
    pt: 'Início de atendimento',
    es: 'Inicio de atención',
    en: 'Attendance started',
  },
  finishAttendance: {
    pt: 'Fim de atendimento',
    es: 'Fin de atención',
    en: 'Attendance finished',
  },
  receiveMessage: {
    pt: 'Mensagem recebida',
    es: 'Mensaje recibido',
    en: 'Message received',
  },
  sendingMessage: { pt: 'Mensagem enviada', es: 'Mensaje enviado', en: 'Message sent' },
  messageStatus: {
    pt: 'Status da mensagem',
    es: 'Estado del mensaje',
    en: 'Message status',
  },
  messageDeliveryError: {
    pt: 'Erro na entrega da mensagem',
    es: 'Error en la entrega del mensaje',
    en: 'Message delivery error',
  },
  whenDisconnecting: {
    pt: 'WhatsApp desconectado',
    es: 'WhatsApp desconectado',
    en: 'WhatsApp disconnected',
  },
};

/** PlugChat has a URL for each of its seven events, and no screen for them: they are set by one call of its API. */
export const webhooks: readonly Webhook[] = plugEvents.map((id) => ({
  id,
  title: titles[id],
  clickPath: {
    pt: `API do PlugChat > PUT /api/integrations/update-webhooks > campo ${id}`,
    es: `API de PlugChat > PUT /api/integrations/update-webhooks > campo ${id}`,
    en: `PlugChat's API > PUT /api/integrations/update-webhooks > field ${id}`,
  },
}));

export const setupHint: Localized = {
  pt: 'O PlugChat não tem tela para isto: registre as sete URLs de uma vez, com o token de integração da conta. Cada evento tem a sua URL; não troque uma pela outra.',
  es: 'PlugChat no tiene pantalla para esto: registre las siete URL de una vez, con el token de integración de la cuenta. Cada evento tiene su URL; no las intercambie.',
  en: 'PlugChat has no screen for this: register the seven URLs at once, with the integration token of the account. Each event has a URL of its own; do not swap them.',
};

/** PlugChat neither checks the URL nor sends a secret; what is only noise is said here, before the journal. */
export function inspect(body: unknown): Inspection {
  return inspectNoise(isObject(body) ? noiseName(openObject(body)) : null);
}
