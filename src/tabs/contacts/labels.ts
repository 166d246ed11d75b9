import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** What became of a contact at Weni. */
export const weniLabels = {
  sent: say('Enviado', 'Enviado', 'Sent'),
  noAddress: say(
    'Não enviado: sem telefone ou e-mail que a Weni aceite',
    'No enviado: sin teléfono o correo que Weni acepte',
    'Not sent: no phone or e-mail that Weni takes',
  ),
  optedOut: say(
    'Não enviado: pediu para sair',
    'No enviado: pidió salir',
    'Not sent: they opted out',
  ),
  refused: say('Recusado pela Weni', 'Rechazado por Weni', 'Refused by Weni'),
  deleted: say('Excluído na Weni', 'Eliminado en Weni', 'Deleted at Weni'),
} as const satisfies Labels;

export type WeniWord = keyof typeof weniLabels;
