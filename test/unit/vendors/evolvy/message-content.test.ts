import { describe, expect, it } from '@jest/globals';
import { messageKinds } from '../../../../src/events/message-kinds';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { decodeBody } from '../../../support/decoding';
import { contentOf } from './content-of';

const file = (file_type: string, more: object = {}): object => ({
  id: 1,
  file_type,
  data_url: `https://files.example.com/${file_type}.bin`,
  ...more,
});

describe('Evolvy: what a message says', () => {
  it.each([
    ['text', 'text', 'Olá', 'Olá'],
    ['input_select', 'list', 'Escolha', 'Escolha'],
    ['imput_select', 'list', null, '[Lista]'],
    ['cards', 'buttons', 'Veja', 'Veja'],
    ['form', 'form', null, '[Formulário]'],
    ['input_email', 'form', 'Seu e-mail?', 'Seu e-mail?'],
    ['input_csat', 'form', 'Avalie', 'Avalie'],
    ['article', 'list', 'Artigos', 'Artigos'],
    ['incoming_email', 'email', 'Bom dia', 'Bom dia'],
    ['sticker', 'sticker', null, '[Figurinha]'],
    ['voice_call', 'call', null, '[Ligação]'],
    ['integrations', 'call', 'Reunião', 'Reunião'],
    ['something_new', 'unknown', null, '[Mensagem sem texto]'],
    [null, 'text', 'Olá', 'Olá'],
  ])('content_type %s is %s', (...[content_type, kind, content, text]) => {
    expect(contentOf({ content_type, content })).toMatchObject({ kind, text });
    expect(messageKinds).toContain(kind);
  });

  it.each([
    ['image', 'image', '[Imagem]'],
    ['audio', 'audio', '[Áudio]'],
    ['video', 'video', '[Vídeo]'],
    ['file', 'document', '[Documento] file.bin'],
    ['ig_reel', 'video', '[Vídeo]'],
    ['story_mention', 'image', '[Imagem]'],
    ['a_new_type', 'unknown', '[Anexo]'],
  ])('an attachment %s without words', (type, kind, text) => {
    expect(contentOf({ content: null, attachments: [file(type)] })).toMatchObject({
      kind,
      text,
      attachmentUrl: `https://files.example.com/${type}.bin`,
    });
  });

  it.each([
    [
      'a place',
      {
        file_type: 'location',
        fallback_title: 'Rua A',
        coordinates_lat: -23.5,
        coordinates_long: -46.6,
      },
      { kind: 'location', text: '[Localização] Rua A, -23.5, -46.6' },
    ],
    [
      'a contact’s card',
      {
        file_type: 'contact',
        fallback_title: '+5511999990000',
        meta: { first_name: 'João', last_name: 'Alves' },
      },
      { kind: 'contact', text: '[Contato] João Alves, +5511999990000' },
    ],
    [
      'a voice message with its words',
      file('audio', { transcribed_text: 'bom dia' }),
      { kind: 'audio', text: '[Áudio] bom dia' },
    ],
    [
      'a shared link',
      { file_type: 'fallback', fallback_title: 'Promoção', data_url: 'https://example.com/p' },
      { kind: 'unknown', text: '[Anexo] Promoção', attachmentUrl: 'https://example.com/p' },
    ],
    [
      'a document with a coded name',
      { file_type: 'file', data_url: 'https://example.com/f/nota%20fiscal.pdf?token=1#x' },
      { kind: 'document', text: '[Documento] nota fiscal.pdf' },
    ],
    [
      'a document with a broken name',
      { file_type: 'file', data_url: 'https://example.com/%E0%A4.pdf' },
      { text: '[Documento] %E0%A4.pdf' },
    ],
  ])('%s', (_, attachment, fields) => {
    expect(contentOf({ content: null, attachments: [attachment] })).toMatchObject(fields);
  });

  it('several files: the caption, every link, one a line', () => {
    const attachments = [file('image'), file('video')];
    expect(contentOf({ content: 'As fotos', attachments })).toMatchObject({
      kind: 'image',
      text: 'As fotos',
      attachmentUrl: 'https://files.example.com/image.bin\nhttps://files.example.com/video.bin',
    });
  });

  it('several files without a caption: what each is', () => {
    const attachments = [file('image'), file('audio')];
    expect(contentOf({ content: '', attachments }).text).toBe('[Imagem]\n[Áudio]');
  });

  it('no attachments say nothing of attachments', () => {
    expect(contentOf({ content: 'oi' }).attachmentUrl).toBeUndefined();
  });

  it('a WhatsApp template, and what the platform writes by itself', () => {
    const additional_attributes = { template_params: { name: 'boas_vindas', language: 'pt_BR' } };
    expect(contentOf({ content: 'Olá!', additional_attributes }).kind).toBe('template');
    expect(contentOf({ content: 'Olá!', message_type: 'template' }).kind).toBe('template');
    expect(contentOf({ content: 'Olá!', additional_attributes: [] }).kind).toBe('text');
  });

  it('the help page’s key with a space in it', () => {
    const fields = contentOf({ content: 'x', 'content_ attributes': { deleted: true } });
    expect(fields.text).toBe('[Mensagem apagada]');
  });

  it('a text of 150,000 characters is whole', () => {
    expect(contentOf({ content: 'ã'.repeat(150_000) }).text).toHaveLength(150_000);
  });

  it('a content of another type is told, the message is written', () => {
    const body = { event: 'message_created', id: 1, message_type: 0, content: { text: 'x' } };
    expect(decodeBody(evolvy, body)).toMatchObject([
      { kind: 'event', event: { entityId: '1' } },
      { kind: 'failure', failure: { code: 'wrongType', path: 'content', received: 'object' } },
    ]);
  });
});
