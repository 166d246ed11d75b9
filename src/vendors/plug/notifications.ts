import type { MessageKind } from '../../events/message-kinds';
import { bracketed } from '../message-text';
import type { ObjectReader } from '../object-reader';
import type { Content } from './content';

/** WhatsApp's notices that stand among the messages, in words. */
const sentences: ReadonlyMap<string, string> = new Map([
  ['CALL_VOICE', 'Ligação de voz'],
  ['CALL_VIDEO', 'Ligação de vídeo'],
  ['CALL_MISSED_VOICE', 'Ligação de voz perdida'],
  ['CALL_MISSED_VIDEO', 'Ligação de vídeo perdida'],
  ['GROUP_CREATE', 'Grupo criado'],
  ['GROUP_PARTICIPANT_ADD', 'Participante adicionado ao grupo'],
  ['GROUP_PARTICIPANT_REMOVE', 'Participante removido do grupo'],
  ['GROUP_PARTICIPANT_LEAVE', 'Participante saiu do grupo'],
  ['GROUP_PARTICIPANT_INVITE', 'Participante entrou pelo convite'],
  ['GROUP_PARTICIPANT_PROMOTE', 'Participante agora administra o grupo'],
  ['GROUP_PARTICIPANT_DEMOTE', 'Participante deixou de administrar o grupo'],
  ['GROUP_MEMBER_LINK_PROPERTY_UPDATE', 'Acesso ao convite do grupo alterado'],
  ['MEMBERSHIP_APPROVAL_REQUEST', 'Pedido de entrada no grupo'],
  ['REVOKED_MEMBERSHIP_REQUESTS', 'Pedido de entrada no grupo cancelado'],
  ['NEWSLETTER_ADMIN_PROMOTE', 'Agora administra o canal'],
  ['NEWSLETTER_ADMIN_DEMOTE', 'Deixou de administrar o canal'],
  ['REVOKE', 'Mensagem apagada'],
  ['E2E_ENCRYPTED', 'Mensagens protegidas por criptografia'],
  ['CIPHERTEXT', 'Mensagens protegidas por criptografia'],
  ['BLUE_MSG_SELF_PREMISE_UNVERIFIED', 'Conta comercial ainda não verificada'],
  ['BLUE_MSG_SELF_PREMISE_VERIFIED', 'Conta comercial verificada'],
  ['BIZ_MOVE_TO_CONSUMER_APP', 'A conta comercial virou conta pessoal'],
  ['PAYMENT_ACTION_REQUEST_DECLINED', 'Pedido de pagamento recusado'],
  ['PROFILE_NAME_UPDATED', 'Nome do perfil alterado'],
  ['PROFILE_PICTURE_UPDATED', 'Foto do perfil alterada'],
  ['CHAT_LABEL_ASSOCIATION', 'Etiquetas da conversa alteradas'],
]);

const kindOfFirstWord: ReadonlyMap<string, MessageKind> = new Map([
  ['CALL', 'call'],
  ['GROUP', 'group'],
  ['MEMBERSHIP', 'group'],
  ['REVOKED', 'group'],
  ['NEWSLETTER', 'group'],
  ['PAYMENT', 'payment'],
]);

/** A notice in words, with its parameters (phones, amounts); one we do not know by its own name. */
export function readNotification(name: string, message: ObjectReader): Content {
  const raw = message.raw('notificationParameters');
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const parameters = list.filter((item): item is string => typeof item === 'string');
  const sentence = sentences.get(name);
  const kind = kindOfFirstWord.get(name.split('_')[0] ?? '') ?? 'system';
  const words = [message.text('profileName'), message.text('linkMode'), ...parameters];
  const text =
    sentence === undefined ? bracketed('Aviso', [name, ...words]) : bracketed(sentence, words);
  return { kind, text };
}
