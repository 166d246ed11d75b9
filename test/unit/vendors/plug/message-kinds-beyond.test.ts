import { describe, expect, it } from '@jest/globals';
import { contentOf } from './content-of';

const inMessage = (fields: object): unknown[] =>
  contentOf({
    type: 'ReceivedCallback',
    messageId: 'm1',
    phone: '5544999999999',
    fromMe: false,
    momment: 1_632_228_638_000,
    ...fields,
  });

describe('PlugChat: kinds that the examples leave out', () => {
  const url = 'https://example.com/f';

  it.each([
    ['a text alone', { text: 'oi' }, 'text', 'oi', undefined],
    [
      'the answer to a status, its text alone',
      { statusImage: { imageUrl: url }, text: 'oi' },
      'text',
      '[Resposta ao status] oi',
      url,
    ],
    [
      'a payment as people write amounts',
      { sendPayment: { paymentInfo: { value: '10,50', currencyCode: 'BRL' } } },
      'payment',
      '[Pagamento] BRL 10,50',
      undefined,
    ],
    [
      'a payment whose amount is no amount',
      { requestPayment: { value: { a: 1 } } },
      'payment',
      '[Pedido de pagamento]',
      undefined,
    ],
    [
      'an image with a caption',
      { image: { imageUrl: url, caption: 'Nota' } },
      'image',
      'Nota',
      url,
    ],
    ['a round video', { ptv: { videoUrl: url } }, 'video', '[Vídeo]', url],
    ['an audio without its length', { audio: { audioUrl: url } }, 'audio', '[Áudio]', url],
    [
      'a document by its title',
      { document: { title: 'T' } },
      'document',
      '[Documento] T',
      undefined,
    ],
    [
      'a place',
      {
        location: {
          name: 'Loja',
          address: 'Rua das Flores, 10',
          latitude: -23.5,
          longitude: -46.6,
        },
      },
      'location',
      '[Localização] Loja, Rua das Flores, 10, -23.5, -46.6',
      undefined,
    ],
    [
      'a place on the equator',
      { location: { latitude: 0, longitude: 0 } },
      'location',
      '[Localização] 0, 0',
      undefined,
    ],
    [
      'a reaction taken back',
      { reaction: { value: '' } },
      'reaction',
      '[Reação retirada]',
      undefined,
    ],
    [
      'a button without words',
      { buttonsResponseMessage: { buttonId: 1 } },
      'buttons',
      '[Botão] 1',
      undefined,
    ],
    ['a line by its title', { listResponseMessage: { title: 'T' } }, 'list', 'T', undefined],
    [
      'a vote',
      { pollVote: { options: [{ name: 'A' }, { name: 'B' }] } },
      'poll',
      '[Voto na enquete] A, B',
      undefined,
    ],
    ['a vote taken back', { pollVote: { options: [] } }, 'poll', '[Voto retirado]', undefined],
    [
      'an order to pay',
      { reviewAndPay: { referenceId: 'R1', total: 5, currency: 'BRL', orderStatus: 'pending' } },
      'order',
      '[Pedido] R1, BRL 5, pending',
      undefined,
    ],
    [
      'a cancelled event',
      { event: { name: 'E', canceled: true } },
      'event',
      '[Evento cancelado] E',
      undefined,
    ],
    [
      'an event at no time',
      { event: { name: 'E', scheduleTime: '-271821-04-20T00:00:00Z' } },
      'event',
      '[Evento] E',
      undefined,
    ],
    [
      'a message taken down',
      { pinMessage: { action: 'unpin' } },
      'pin',
      '[Mensagem desafixada]',
      undefined,
    ],
    [
      'an invitation to run a channel',
      { newsletterAdminInvite: { newsletterName: 'Canal', text: 'Venha' } },
      'group',
      '[Convite para administrar o canal] Canal, Venha',
      undefined,
    ],
    [
      'a video call missed',
      { notification: 'CALL_MISSED_VIDEO' },
      'call',
      '[Ligação de vídeo perdida]',
      undefined,
    ],
    [
      'parameters that are objects',
      { notification: 'GROUP_CREATE', notificationParameters: [{ phone: '1' }, 'Equipe'] },
      'group',
      '[Grupo criado] Equipe',
      undefined,
    ],
    [
      'a notice we do not know',
      { notification: 'SOMETHING_NEW' },
      'system',
      '[Aviso] SOMETHING_NEW',
      undefined,
    ],
    [
      'a kind we do not know',
      { albumMessage: { title: 'Fotos' } },
      'unknown',
      '[albumMessage] Fotos',
      undefined,
    ],
    [
      'one without words',
      { albumMessage: { images: [1] } },
      'unknown',
      '[albumMessage]',
      undefined,
    ],
    [
      'empty content beside the real one',
      { text: { message: 'oi' }, image: null },
      'text',
      'oi',
      undefined,
    ],
  ])('%s', (_, fields, ...content) => {
    expect(inMessage(fields)).toEqual(content);
  });

  it('a text shows the link and the ad it came with, on lines of their own', () => {
    const text = { message: 'Olá', title: 'Site', url: 'https://example.com' };
    const externalAdReply = { title: 'Promoção', sourceUrl: 'https://example.com/ad' };
    expect(inMessage({ text, externalAdReply })[1]).toBe(
      'Olá\n[Link] Site, https://example.com\n[Anúncio] Promoção, https://example.com/ad',
    );
  });

  it('a link that is in the text already is not said twice', () => {
    const url2 = 'https://example.com';
    expect(inMessage({ text: { message: `veja ${url2}`, url: url2 } })[1]).toBe(`veja ${url2}`);
  });
});
