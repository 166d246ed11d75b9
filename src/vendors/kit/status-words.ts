/**
 * What the words for a message's status mean that many platforms share, in English, Portuguese and Spanish; the decoders of those
 * platforms add what is theirs alone. Sources: WhatsApp's own (Baileys `WebMessageInfo.Status`,
 * https://github.com/WhiskeySockets/Baileys/blob/master/WAProto/WAProto.proto), its Cloud API
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference), Z-API
 * (https://developer.z-api.io/webhooks/on-whatsapp-message-status-changes), Twilio
 * (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values), WAHA (https://waha.devlike.pro/docs/how-to/events/).
 * Words that a ticket may have as well (`open`, `accepted`, `rejected`, `opened`) are left to the platform's own meaning.
 */
const wordsOf = {
  pending: 'pending queued enqueued sending pendente enviando na_fila pendiente en_cola',
  sent: 'sent server_ack server enviada enviado',
  delivered:
    'delivered delivery_ack device received message_received entregue recebida recebido entregada entregado recibida recibido',
  read: 'read read_self read_by_me played seen viewed lida lido visualizada visualizado leida leido vista visto',
  failed:
    'failed failure error undelivered falhou falha erro nao_enviada nao_entregue fallo fallido fallida no_enviado no_entregado',
  deleted: 'deleted revoked apagada apagado excluida excluido eliminada eliminado borrado borrada',
} as const;

const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(wordsOf).flatMap(([meaning, words]) =>
    words.split(' ').map((word) => [word, meaning] as const),
  ),
);

/** Our word for a status word in any case, with or without accents; the word itself when it is not one of these, undefined when blank. */
export function statusWord(word: string | null | undefined): string | undefined {
  const said = word?.trim() ?? '';
  if (said === '') return undefined;
  const plain = said.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return meanings.get(plain.toLowerCase().replace(/[\s-]+/g, '_')) ?? said;
}
