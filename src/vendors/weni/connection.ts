import { say, type Localized } from '../../events/localized';
import type { Inspection, Webhook } from '../vendor';

export const webhooks: readonly Webhook[] = [
  {
    id: 'whatsapp',
    title: say(
      'Mensagens e status do canal WhatsApp',
      'Mensajes y estados del canal WhatsApp',
      'Messages and statuses of the WhatsApp channel',
    ),
    clickPath: say(
      'Aplicativos > Meus Aplicativos > o canal WhatsApp > Webhook > Método POST > cole a URL',
      'Aplicaciones > Mis Aplicaciones > el canal de WhatsApp > Webhook > Método POST > pegue la URL',
      'Applications > My Apps > the WhatsApp channel > Webhook > Method POST > paste the URL',
    ),
  },
  {
    id: 'flow',
    title: say(
      'Carta Call Webhook de um fluxo',
      'Tarjeta Call Webhook de un flujo',
      'Call Webhook card of a flow',
    ),
    clickPath: say(
      'Fluxos > abra o fluxo > carta Call Webhook > Método POST > cole a URL',
      'Flujos > abra el flujo > tarjeta Call Webhook > Método POST > pegue la URL',
      'Flows > open the flow > Call Webhook card > Method POST > paste the URL',
    ),
  },
  {
    id: 'resthook',
    title: say('Resthook', 'Resthook', 'Resthook'),
    clickPath: say(
      'API da Weni > POST /api/v2/resthook_subscribers.json > "resthook": o nome dele > "target_url": a URL',
      'API de Weni > POST /api/v2/resthook_subscribers.json > "resthook": su nombre > "target_url": la URL',
      'Weni API > POST /api/v2/resthook_subscribers.json > "resthook": its name > "target_url": the URL',
    ),
  },
];

export const setupHint: Localized = say(
  'O webhook do canal WhatsApp traz as mensagens recebidas e o status das enviadas. Na carta Call Webhook, mantenha o corpo padrão (contact, flow, results).',
  'El webhook del canal WhatsApp trae los mensajes recibidos y el estado de los enviados. En la tarjeta Call Webhook, mantenga el cuerpo predeterminado (contact, flow, results).',
  'The WhatsApp channel’s webhook brings received messages and the status of sent ones. In the Call Webhook card, keep the default body (contact, flow, results).',
);

/** Weni has no handshake and no secret in the body. */
export function inspect(): Inspection {
  return { kind: 'event', token: null };
}
