import { describe, expect, it } from '@jest/globals';
import { contentOf } from './content-of';

describe('Evolvy: how a message reads that is asked, answered, or without words', () => {
  it.each([
    [
      'a form’s',
      { submitted_values: [{ name: 'cpf', value: '123' }, { value: 'sim' }] },
      '123, sim',
    ],
    ['a list’s', { submitted_values: [{ title: 'Vendas', value: 'sales' }] }, 'Vendas'],
    [
      'a list’s, by its value alone,',
      { items: [{ title: 'Vendas', value: '2' }], submitted_values: [{ value: 2 }] },
      'Vendas',
    ],
    [
      'a list’s, as a bare value,',
      { items: [{ title: 'Vendas', value: 'v' }], submitted_values: ['v', 'x'] },
      'Vendas, x',
    ],
    ['a list’s, as one object,', { submitted_values: { title: 'Vendas', value: 'v' } }, 'Vendas'],
    [
      'a form’s choices',
      {
        items: [
          { type: 'select', name: 'cor', options: [{ label: 'Azul', value: '1' }] },
          {
            type: 'checkbox',
            name: 'dia',
            options: [
              { label: 'Seg', value: '1' },
              { label: 'Ter', value: '2' },
            ],
          },
        ],
        submitted_values: [
          { name: 'cor', value: '1' },
          { name: 'dia', value: ['1', '2'] },
        ],
      },
      'Azul, Seg, Ter',
    ],
    ['an e-mail’s', { submitted_email: 'a@example.com' }, 'a@example.com'],
  ])('%s answer follows the question', (_, content_attributes, answer) => {
    const text = `Pergunta\n[Resposta] ${answer}`;
    expect(contentOf({ content: 'Pergunta', content_type: 'form', content_attributes }).text).toBe(
      text,
    );
  });

  it.each([
    ['blank', { content: '' }, '[Mensagem sem texto]'],
    ['spaces', { content: ' \n ' }, '[Mensagem sem texto]'],
    ['null', { content: null }, '[Mensagem sem texto]'],
    [
      'what the platform does not take',
      { content: null, content_attributes: { is_unsupported: true } },
      '[Mensagem não suportada]',
    ],
    [
      '… with the platform’s own words',
      { content: 'Veja no Instagram', content_attributes: { is_unsupported: true } },
      'Veja no Instagram',
    ],
  ])('a message without words (%s) still says that it is one', (_, more, text) => {
    expect(contentOf(more)).toMatchObject({ kind: 'text', text });
  });

  it.each([
    ['by its name', { name: 'boas_vindas', language: 'pt_BR' }, '[Modelo] boas_vindas'],
    ['without a name', { language: 'pt_BR' }, '[Modelo]'],
  ])('a template without words, %s', (_, template_params, text) => {
    const additional_attributes = { template_params };
    for (const content of ['', null])
      expect(contentOf({ content, additional_attributes })).toMatchObject({
        kind: 'template',
        text,
      });
  });

  it.each([
    ['an emoji', '👍', { is_reaction: true }, '[Reação] 👍'],
    ['taken back', '', { is_reaction: true, deleted: true }, '[Reação retirada]'],
    ['taken back, with its emoji', '👍', { is_reaction: true, deleted: true }, '[Reação retirada]'],
    ['blank', null, { is_reaction: true }, '[Reação retirada]'],
  ])('a reaction: %s', (...[, content, content_attributes, text]) => {
    expect(contentOf({ content, content_attributes })).toMatchObject({ kind: 'reaction', text });
  });

  it.each([
    ['the e-mail’s', { subject: 'Pedido 12' }, {}, '[E-mail] Pedido 12\nSegue'],
    ['the conversation’s', {}, { mail_subject: 'Pedido 12' }, '[E-mail] Pedido 12\nSegue'],
    ['none', {}, {}, 'Segue'],
  ])('an e-mail’s subject stands before its words: %s', (...[, email, thread, text]) => {
    const fields = contentOf({
      content: 'Segue',
      content_type: 'incoming_email',
      content_attributes: { email },
      conversation: { id: 1, additional_attributes: thread },
    });
    expect(fields).toMatchObject({ kind: 'email', text });
  });

  it('an e-mail of a subject alone', () => {
    const content_attributes = { email: { subject: 'Pedido 12' } };
    const fields = contentOf({ content: null, content_type: 'incoming_email', content_attributes });
    expect(fields.text).toBe('[E-mail] Pedido 12');
  });

  it.each([
    ['its words', { text_content: { reply: 'sim', full: 'sim\n> antes' } }, 'sim'],
    ['all its words', { text_content: { full: 'tudo' } }, 'tudo'],
    [
      'its HTML without tags',
      { html_content: { full: '<style>p{}</style><p>Bom&nbsp;dia</p><br>Ana' } },
      'Bom dia Ana',
    ],
    [
      'its HTML with its signs',
      { html_content: { full: '<p>P&amp;B &lt;5&gt; d&#39;&#225;gua &quot;ok&quot;</p>' } },
      `P&B <5> d'água "ok"`,
    ],
  ])('an e-mail without content: the subject and %s', (_, email, words) => {
    const content_attributes = { email: { subject: 'Pedido', ...email } };
    const fields = contentOf({ content: null, content_type: 'incoming_email', content_attributes });
    expect(fields).toMatchObject({ kind: 'email', text: `[E-mail] Pedido\n${words}` });
  });
});
