import { generic } from '../../../../src/vendors/generic/generic';
import { factsOf } from '../../../support/decoding';
import { mergedFields } from '../../../support/merging';

/** When message E1 was sent, in Unix seconds. */
export const seconds = 1_782_907_200;

/** What names message E1, which Ana wrote. */
export const key = { remoteJid: '5511999990000@s.whatsapp.net', fromMe: false, id: 'E1' };

/** A body of Evolution API. */
export const body = (event: string, data: unknown): unknown => ({
  event,
  instance: 'loja',
  data,
  sender: '551130000001@s.whatsapp.net',
  apikey: 'chave',
});

/** Message E1 as it comes. */
export const upsert = (message: unknown, more: object = {}): unknown =>
  body('messages.upsert', { key, pushName: 'Ana', message, messageTimestamp: seconds, ...more });

/** What the row of message E1 says after these bodies. */
export const row = (...bodies: readonly unknown[]): ReturnType<typeof mergedFields<'message'>> =>
  mergedFields(
    'message',
    'E1',
    bodies.map((one) => factsOf(generic, one)),
  );
