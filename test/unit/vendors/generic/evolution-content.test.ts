import { describe, expect, it } from '@jest/globals';
import { row, seconds, upsert } from './evolution-bodies';

const media = { url: 'https://mmg.whatsapp.net/x.enc', mediaKey: 'segredo', jpegThumbnail: 'abc' };
const vcard = 'BEGIN:VCARD\nFN:Rui\nitem1.TEL;waid=5511900001111:+55 11 90000-1111\nEND:VCARD';

describe('Evolution API: what a message says', () => {
  it.each([
    [{ conversation: 'oi' }, 'text', 'oi'],
    [
      {
        extendedTextMessage: {
          text: 'veja',
          contextInfo: { quotedMessage: { conversation: 'antes' } },
        },
      },
      'text',
      'veja',
    ],
    [{ imageMessage: { ...media, caption: 'foto' } }, 'image', 'foto'],
    [{ imageMessage: media, messageContextInfo: {} }, 'image', '[Imagem]'],
    [{ videoMessage: { ...media, caption: 'v' } }, 'video', 'v'],
    [{ ptvMessage: media }, 'video', '[Vídeo]'],
    [{ audioMessage: { ...media, seconds: 7, ptt: true } }, 'audio', '[Áudio] 7 s'],
    [
      { documentMessage: { ...media, fileName: 'contrato.pdf' } },
      'document',
      '[Documento] contrato.pdf',
    ],
    [{ stickerMessage: media }, 'sticker', '[Figurinha]'],
    [
      {
        locationMessage: {
          degreesLatitude: -23.5,
          degreesLongitude: -46.6,
          name: 'Loja',
          jpegThumbnail: 'x',
        },
      },
      'location',
      '[Localização] Loja, -23.5, -46.6',
    ],
    [
      {
        liveLocationMessage: {
          degreesLatitude: -23.5,
          degreesLongitude: -46.6,
          caption: 'chegando',
        },
      },
      'location',
      '[Localização em tempo real] chegando, -23.5, -46.6',
    ],
    [
      { contactMessage: { displayName: 'Rui', vcard } },
      'contact',
      '[Contato] Rui, +55 11 90000-1111',
    ],
    [
      {
        contactsArrayMessage: {
          displayName: '2',
          contacts: [{ displayName: 'Rui', vcard }, { displayName: 'Eva' }],
        },
      },
      'contact',
      '[Contatos] Rui +55 11 90000-1111, Eva',
    ],
    [{ reactionMessage: { key: { id: 'E0' }, text: '👍' } }, 'reaction', '[Reação] 👍'],
    [{ reactionMessage: { key: { id: 'E0' }, text: '' } }, 'reaction', '[Reação retirada]'],
    [
      { buttonsResponseMessage: { selectedButtonId: 'b1', selectedDisplayText: 'Sim' } },
      'buttons',
      'Sim',
    ],
    [
      { templateButtonReplyMessage: { selectedId: 'b1', selectedDisplayText: 'Não' } },
      'buttons',
      'Não',
    ],
    [
      { listResponseMessage: { title: 'Vendas', singleSelectReply: { selectedRowId: 'r1' } } },
      'list',
      'Vendas',
    ],
    [
      {
        listMessage: {
          title: 'Menu',
          description: 'Escolha',
          sections: [{ rows: [{ title: 'Vendas', rowId: 'r1' }] }],
        },
      },
      'list',
      '[Lista] Menu, Escolha, Vendas',
    ],
    [
      {
        buttonsMessage: {
          contentText: 'Confirma?',
          buttons: [{ buttonText: { displayText: 'Sim' } }],
        },
      },
      'buttons',
      '[Botões] Confirma?, Sim',
    ],
    [
      {
        pollCreationMessageV3: {
          name: 'Quando?',
          options: [{ optionName: 'Hoje' }, { optionName: 'Amanhã' }],
        },
      },
      'poll',
      '[Enquete] Quando?\n[Hoje | Amanhã]',
    ],
    [{ ephemeralMessage: { message: { conversation: 'some' } } }, 'text', 'some'],
    [
      { viewOnceMessageV2: { message: { imageMessage: { caption: 'uma vez' } } } },
      'image',
      'uma vez',
    ],
    [
      {
        documentWithCaptionMessage: {
          message: { documentMessage: { caption: 'veja', fileName: 'a.pdf' } },
        },
      },
      'document',
      'veja',
    ],
    [{ hologramMessage: { title: 'Novo', token: 'x' } }, 'unknown', '[hologramMessage] Novo'],
    [undefined, 'unknown', '[Mensagem sem conteúdo]'],
  ])('%j', (message, kind, text) => {
    expect(row(upsert(message))).toMatchObject({ kind, text, sentAt: seconds * 1000 });
    expect(JSON.stringify(row(upsert(message)))).not.toMatch(/segredo|abc|chave/);
  });

  it('a link that can be opened is the attachment', () => {
    const mediaUrl = 'https://s3.example.com/foto.jpg';
    expect(row(upsert({ imageMessage: media, mediaUrl })).attachmentUrl).toBe(mediaUrl);
    expect(row(upsert({ imageMessage: media })).attachmentUrl).toBeUndefined();
  });
});
