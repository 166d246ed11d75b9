import { say, type Localized } from '../../events/localized';
import { inspectNoise } from '../kit/inspect-noise';
import type { Inspection, Webhook } from '../vendor';
import { evolutionNoise } from './evolution';
import { contactsWebhook } from './paths';

export const webhooks: readonly Webhook[] = [
  {
    id: 'main',
    title: say(
      'Webhook de qualquer sistema',
      'Webhook de cualquier sistema',
      'Webhook of any system',
    ),
    clickPath: say(
      'Na tela de webhooks do sistema: método POST, corpo em JSON ou formulário, cole a URL',
      'En la pantalla de webhooks del sistema: método POST, cuerpo en JSON o formulario, pegue la URL',
      'On the system’s webhooks page: method POST, body in JSON or as a form, paste the URL',
    ),
  },
  {
    id: contactsWebhook,
    title: say(
      'Cadastro de clientes (CRM, formulário)',
      'Registro de clientes (CRM, formulario)',
      'Records of customers (CRM, form)',
    ),
    clickPath: say(
      'No CRM: webhook de cliente criado, atualizado e excluído, método POST, cole a URL',
      'En el CRM: webhook de cliente creado, actualizado y eliminado, método POST, pegue la URL',
      'In the CRM: webhook of client created, updated and deleted, method POST, paste the URL',
    ),
  },
];

export const setupHint: Localized = say(
  'Cada objeto JSON vira uma linha em Mensagens. Se um campo não for encontrado, diga onde ele está: troque "w=main" no fim da URL por, por exemplo, "w=text:data.msg,id:data.id".',
  'Cada objeto JSON se convierte en una fila de Mensajes. Si no se encuentra un campo, diga dónde está: cambie "w=main" al final de la URL por, por ejemplo, "w=text:data.msg,id:data.id".',
  'Each JSON object becomes a row of Messages. If a field is not found, say where it is: change "w=main" at the end of the URL to, for example, "w=text:data.msg,id:data.id".',
);

/** Nothing is known of the sender, so the URL's secret is the only one. */
export function inspect(body: unknown): Inspection {
  return inspectNoise(evolutionNoise(body));
}
