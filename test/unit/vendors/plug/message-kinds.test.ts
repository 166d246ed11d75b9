import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../../../support/fixtures';
import { contentOf } from './content-of';

const inFile = (name: string): unknown[] =>
  contentOf(readFixture(`plug/zapi-received-${name}.json`));

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
