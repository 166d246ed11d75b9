import { say, type Localized } from '../../events/localized';

/** Of the webhook center; the others are called like their addresses. */
const titles: Readonly<Record<string, Localized>> = {
  'session.close': say('Sessão encerrada', 'Sesión cerrada', 'Session closed'),
  'hsm.status': say(
    'Modelo mudou de situação',
    'La plantilla cambió de estado',
    'Template changed status',
  ),
  'deployment.failure': say('Envio que falhou', 'Envío que falló', 'Failed sending'),
};

/** A map, so that an event called `constructor` is simply unknown. */
const titleOf = new Map(Object.entries(titles));

/** What Treble's users call an event. */
export const nameEvent = (event: string): Localized | undefined => titleOf.get(event);
