import { say, type Localized } from '../../events/localized';
import type { Inspection, Webhook } from '../vendor';

/** The way to the editor of a flow, and from there to the field. */
function inFlow(pt: string, es: string, en: string): Localized {
  return say(
    `Fluxos > Editar (lápis) > ${pt} > cole a URL > Salvar`,
    `Flujos > Editar (lápiz) > ${es} > pegue la URL > Guardar`,
    `Flows > Edit (pencil) > ${en} > paste the URL > Save`,
  );
}

const flowWebhooks: readonly Webhook[] = [
  {
    id: 'message_delivered',
    title: say('Mensagem entregue', 'Mensaje entregado', 'Message delivered'),
    clickPath: inFlow(
      'dois cliques no bloco da mensagem > ligue "Webhook" > campo "Delivered"',
      'doble clic en el bloque del mensaje > active "Webhook" > campo "Delivered"',
      'double-click the message block > turn on "Webhook" > field "Delivered"',
    ),
  },
  {
    id: 'message_read',
    title: say('Mensagem lida', 'Mensaje leído', 'Message read'),
    clickPath: inFlow(
      'dois cliques no bloco da mensagem > ligue "Webhook" > campo "Read"',
      'doble clic en el bloque del mensaje > active "Webhook" > campo "Read"',
      'double-click the message block > turn on "Webhook" > field "Read"',
    ),
  },
  {
    id: 'message_response',
    title: say('Resposta do cliente', 'Respuesta del cliente', "Customer's reply"),
    clickPath: inFlow(
      'dois cliques em cada seta que sai do bloco',
      'doble clic en cada flecha que sale del bloque',
      'double-click each arrow that leaves the block',
    ),
  },
  {
    id: 'opt_out',
    title: say('Opt-out', 'Opt-out', 'Opt-out'),
    clickPath: inFlow(
      'dois cliques no bloco da mensagem > "Respostas como opção de exclusão" > ligue a opção > aceite os termos > "URL do webhook"',
      'doble clic en el bloque del mensaje > "Respuestas como opción de exclusión" > active la opción > acepte los términos > "URL de webhook"',
      'double-click the message block > "Responses as opt-out option" > turn the option on > accept the terms > "Webhook URL"',
    ),
  },
  {
    id: 'timeout',
    title: say('Sem resposta no prazo', 'Sin respuesta a tiempo', 'No reply in time'),
    clickPath: inFlow(
      'dois cliques na seta do fluxo alternativo (timeout)',
      'doble clic en la flecha del flujo alterno (timeout)',
      'double-click the arrow of the alternate flow (timeout)',
    ),
  },
  {
    id: 'condition',
    title: say('Bloco de condição', 'Bloque de condición', 'Condition block'),
    clickPath: inFlow(
      'dois cliques em cada seta que sai do bloco de condição',
      'doble clic en cada flecha que sale del bloque de condición',
      'double-click each arrow that leaves the condition block',
    ),
  },
];

const accountWebhooks: readonly Webhook[] = [
  {
    id: 'conversation_closed',
    title: say('Conversa fechada', 'Conversación cerrada', 'Conversation closed'),
    clickPath: say(
      'Configurações > Desenvolvedores > Webhook Conversa Fechada > cole a URL > Salvar',
      'Configuración > Desarrolladores > Webhook Conversación Cerrada > pegue la URL > Guardar',
      'Settings > Developers > Conversation Closed Webhook > paste the URL > Save',
    ),
  },
  {
    id: 'webhook_center',
    title: say('Central de webhooks', 'Central de webhooks', 'Webhook center'),
    clickPath: say(
      'Configurações > Webhooks > URL do webhook > cole a URL > ligue "HSM Status Update", "Session Close Update" e "Deployment Failure" > Salvar',
      'Configuración > Webhooks > URL de webhook > pegue la URL > active "HSM Status Update", "Session Close Update" y "Deployment Failure" > Guardar',
      'Settings > Webhooks > Webhook URL > paste the URL > turn on "HSM Status Update", "Session Close Update" and "Deployment Failure" > Save',
    ),
  },
];

/** Treble has a URL field for each block and arrow of a flow, and two for the account. */
export const webhooks: readonly Webhook[] = [
  ...accountWebhooks,
  ...flowWebhooks.map((webhook) => ({ ...webhook, isOfFlow: true as const })),
];

export const setupHint: Localized = say(
  'Comece pelas duas URLs da conta: elas trazem toda conversa encerrada, com as mensagens. As dos fluxos valem só para o bloco ou a seta em que são coladas; use-as onde quiser ver entrega, leitura e resposta na hora.',
  'Empiece por las dos URL de la cuenta: traen toda conversación cerrada, con los mensajes. Las de los flujos valen solo para el bloque o la flecha donde se pegan; úselas donde quiera ver entrega, lectura y respuesta al momento.',
  'Begin with the two URLs of the account: they bring every closed conversation with its messages. Those of the flows only count for the block or arrow they are pasted into; use them where you want deliveries, readings and replies at once.',
);

/** Treble neither checks the URL nor sends a secret in the body. */
export function inspect(): Inspection {
  return { kind: 'event', token: null };
}
