import { say, type Localized } from '../../events/localized';
import { inspectNoise } from '../kit/inspect-noise';
import { isObject, openObject } from '../kit/object-reader';
import type { Inspection, Webhook } from '../vendor';
import { noiseName } from './noise';

/** One URL takes every event that is ticked beside it. */
export const webhooks: readonly Webhook[] = [
  {
    id: 'main',
    title: say(
      'Webhook da Nexloo (Evolvy)',
      'Webhook de Nexloo (Evolvy)',
      'Nexloo (Evolvy) webhook',
    ),
    clickPath: say(
      'Configurações > Integrações > Webhooks: Configurar > Adicionar novo webhook > cole a URL > marque os eventos > Criar webhook',
      'Configuración > Integraciones > Webhooks: Configurar > Añadir nuevo webhook > pegue la URL > marque los eventos > Crear webhook',
      'Settings > Integrations > Webhooks: Configure > Add new webhook > paste the URL > tick the events > Create webhook',
    ),
  },
];

export const setupHint: Localized = say(
  'Marque conversa criada, conversa atualizada, status da conversa alterado, mensagem criada e mensagem atualizada (e contato criado e atualizado, se houver). Não marque "digitando" nem o widget. Use só esta tela: nunca cole a URL em uma caixa de entrada de API nem em um robô.',
  'Marque conversación creada, conversación actualizada, estado de la conversación cambiado, mensaje creado y mensaje actualizado (y contacto creado y actualizado, si los hay). No marque "escribiendo" ni el widget. Use solo esta pantalla: nunca pegue la URL en una bandeja de entrada de API ni en un bot.',
  'Tick conversation created, conversation updated, conversation status changed, message created and message updated (and contact created and updated, where there are). Tick neither "typing" nor the widget. Use this screen only: never paste the URL into an API inbox or a bot.',
);

/** Nothing in the body is a secret and nothing is checked when the URL is saved: a body is either noise or an event. */
export function inspect(body: unknown): Inspection {
  return inspectNoise(isObject(body) ? noiseName(openObject(body)) : null);
}
