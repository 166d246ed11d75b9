import type { Localized } from '../../events/localized';
import type { Inspection, Webhook } from '../vendor';

export const webhooks: readonly Webhook[] = [
  {
    id: 'whatsapp',
    title: {
      pt: 'Mensagens e status do canal WhatsApp',
      es: 'Mensajes y estados del canal WhatsApp',
      en: 'Messages and statuses of the WhatsApp channel',
    },
    clickPath: {
      pt: 'Aplicativos > Meus Aplicativos > o canal WhatsApp > Webhook > Método POST > cole a URL',
      es: 'Aplicaciones > Mis Aplicaciones > el canal de WhatsApp > Webhook > Método POST > pegue la URL',
      en: 'Applications > My Apps > the WhatsApp channel > Webhook > Method POST > paste the URL',
    },
  },
  {
    id: 'flow',
    title: {
      pt: 'Carta Call Webhook de um fluxo',
      es: 'Tarjeta Call Webhook de un flujo',
      en: 'Call Webhook card of a flow',
    },
    clickPath: {
      pt: 'Fluxos > abra o fluxo > carta Call Webhook > Método POST > cole a URL',
      es: 'Flujos > abra el flujo > tarjeta Call Webhook > Método POST > pegue la URL',
      en: 'Flows > open the flow > Call Webhook card > Method POST > paste the URL',
    },
  },
  {
    id: 'resthook',
    title: { pt: 'Resthook', es: 'Resthook', en: 'Resthook' },
    clickPath: {
      pt: 'API da Weni > POST /api/v2/resthook_subscribers.json > "resthook": o nome dele > "target_url": a URL',
      es: 'API de Weni > POST /api/v2/resthook_subscribers.json > "resthook": su nombre > "target_url": la URL',
      en: 'Weni API > POST /api/v2/resthook_subscribers.json > "resthook": its name > "target_url": the URL',
    },
  },
];

export const setupHint: Localized = {
  pt: 'O webhook do canal WhatsApp traz as mensagens recebidas e o status das enviadas. Na carta Call Webhook, mantenha o corpo padrão (contact, flow, results).',
  es: 'El webhook del canal WhatsApp trae los mensajes recibidos y el estado de los enviados. En la tarjeta Call Webhook, mantenga el cuerpo predeterminado (contact, flow, results).',
  en: 'The WhatsApp channel’s webhook brings received messages and the status of sent ones. In the Call Webhook card, keep the default body (contact, flow, results).',
};

/** Weni has no handshake and no secret in the body. */
export function inspect(): Inspection {
  return { kind: 'event', token: null };
}
