import { say, type Localized } from '../../events/localized';
import { openObject } from '../kit/object-reader';
import type { Inspection, Webhook } from '../vendor';

/** Huggy has one URL field for all events. */
export const webhooks: readonly Webhook[] = [
  {
    id: 'main',
    title: say('Webhook da Huggy', 'Webhook de Huggy', 'Huggy webhook'),
    clickPath: say(
      'Configurações > Webhook > Informações > lápis à direita > cole a URL > Salvar',
      'Configuraciones > Webhook > Información > lápiz a la derecha > pegue la URL > Guardar',
      'Settings > Webhook > Information > pencil on the right > paste the URL > Save',
    ),
  },
];

export const setupHint: Localized = say(
  'Em Eventos, marque pelo menos "Agente alterou status" e clique em Salvar; para ter tudo, marque todos os eventos.',
  'En Eventos, marque al menos "Agente cambió de estado" y haga clic en Guardar; para tenerlo todo, marque todos los eventos.',
  'Under Events, tick at least "Agent changed status" and click Save; tick every event to have everything.',
);

/**
 * Huggy checks a URL when it is saved: `validToken` is there (its value does not matter) and `messages` is not; the
 * answer is the token as plain text (https://spotlight.huggy.io/publications/primeiros-passos-webhook-da-huggy).
 */
export function inspect(body: unknown): Inspection {
  const reader = openObject(body);
  const token = reader.text('token') ?? null;
  const isHandshake = reader.has('validToken') && !reader.has('messages');
  return isHandshake && token !== null ? { kind: 'handshake', token } : { kind: 'event', token };
}
