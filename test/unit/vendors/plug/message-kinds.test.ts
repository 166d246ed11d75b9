import { describe, expect, it } from '@jest/globals';
import { messageKinds } from '../../../../src/events/message-kinds';
import { plug } from '../../../../src/vendors/plug/plug';
import { factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

const contentOf = (body: unknown): unknown[] => {
  const { kind, text, attachmentUrl } = factOf(factsOf(plug, body), 'message').fields;
  expect(messageKinds).toContain(kind);
  return [kind, text, attachmentUrl];
};

const inFile = (name: string): unknown[] =>
  contentOf(readFixture(`plug/zapi-received-${name}.json`));

const inMessage = (fields: object): unknown[] =>
  contentOf({
    type: 'ReceivedCallback',
    messageId: 'm1',
    phone: '5544999999999',
    fromMe: false,
    momment: 1_632_228_638_000,
    ...fields,
  });

describe('PlugChat: what each kind of message says, in the documented examples', () => {
  it.each([
    ['texto', 'text', 'teste', undefined],
    ['fromme-foto', 'image', '[Imagem]', 'https://'],
    ['video', 'video', '[Vídeo]', 'https://'],
    ['gif', 'video', '[Vídeo]', 'https://'],
    ['audio', 'audio', '[Áudio] 10 s', 'https://'],
    ['documento', 'document', '[Documento] nome.pdf', 'https://'],
    ['sticker', 'sticker', '[Figurinha]', 'https://'],
    ['contato', 'contact', '[Contato] João Alves, 5544999999999', undefined],
    ['reacao', 'reaction', '[Reação] ❤️', undefined],
    ['texto-lista-de-botao', 'buttons', 'Ótimo', undefined],
    ['fromme-texto-lista-de-opcao', 'list', 'Z-API Asas para sua imaginação', undefined],
    [
      'botao-com-video',
      'buttons',
      'Texto da mensagem\n[Texto do botão 1 | Texto do botão 2]',
      'URL do video',
    ],
    [
      'template-de-imagem',
      'template',
      'título da mensagem\ntexto da mensagem\nrodapé da mensagem',
      'https://example.jpeg',
    ],
    [
      'template-de-localizacao',
      'template',
      '[Localização] nome do lugar, nome do enderço, -23.5489, -46.6388\ntítulo da mensagem\ntexto da mensagem\nrodapé da mensagem',
      undefined,
    ],
    ['template-de-botao-otp', 'template', 'texto da mensagem\n[Copiar código]', undefined],
    [
      'carrosel',
      'template',
      'Texto da mensagem\n[Cartão 1] Mensagem do cartão do carrosel\n[Texto do botão | Texto do botão]\n[Cartão 2] Mensagem do cartão do carrosel\n[Texto do botão | Texto do botão]',
      'https://',
    ],
    ['enquete', 'poll', '[Enquete] Qual a melhor API de WhatsApp?\n[Z-API | Outras]', undefined],
    ['botao-de-chave-pix', 'payment', '[Chave Pix] EVP, pixkey, Pix', undefined],
    ['fromme-pagamento-feito', 'payment', '[Pedido de pagamento] BRL 1, WAITING', undefined],
    ['recebimento-de-pagamento', 'payment', '[Pagamento] BRL 1, COMPLETE', undefined],
    [
      'pedido-de-pagamento',
      'payment',
      '[Pedido de pagamento recusado] 5544999999999, BRL, 1000',
      undefined,
    ],
    [
      'atualizacao-de-pedido',
      'order',
      '[Atualização do pedido] 4N9AVI38VOB, 2× order 1 + 2× order 2, BRL 605, processing',
      undefined,
    ],
    ['fromme-carrinho', 'order', '[Carrinho] name, 1× nameProduct, BRL 2000', undefined],
    ['produto', 'product', '[Produto] name, BRL 1', 'https://'],
    [
      'evento',
      'event',
      '[Evento] Nome do evento, 28/05/2024 14:00, Descrição do evento',
      'https://call.whatsapp.com/video/v9123XNFG50L6iO79NddXNvKQr6bb3',
    ],
    ['resposta-de-evento', 'event', '[Resposta ao evento] vai', undefined],
    ['fixar-mensagem', 'pin', '[Mensagem fixada]', undefined],
    ['resposta-de-status', 'text', '[Resposta ao status] teste', 'https://'],
    ['ligacao-recebida', 'call', '[Ligação de voz]', undefined],
    ['ligacao-perdida', 'call', '[Ligação de voz perdida]', undefined],
    [
      'solicitacao-de-entrada-em-grupo-atraves-de-um-link-de-convite',
      'group',
      '[Pedido de entrada no grupo] 5544999999999',
      undefined,
    ],
    [
      'admin-removido-de-um-canal',
      'group',
      '[Deixou de administrar o canal] 5544999999999, SUBSCRIBER',
      undefined,
    ],
  ])('%s', (name, ...content) => {
    expect(inFile(name)).toEqual(content);
  });
});

describe('PlugChat: kinds that the examples leave out', () => {
  const url = 'https://example.com/f';

  it.each([
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
      { event: { name: 'E', scheduleTime: 1e300 } },
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
    ['a message deleted', { notification: 'REVOKE' }, 'system', '[Mensagem apagada]', undefined],
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
