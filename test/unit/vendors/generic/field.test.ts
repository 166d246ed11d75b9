import { describe, expect, it } from '@jest/globals';
import { generic } from '../../../../src/vendors/generic/generic';
import { decodeBody, factsOf } from '../../../support/decoding';
import { saidIn, type FieldLine } from '../../../support/field';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';

const sentAt = 1_782_907_200_000;

const lines: readonly FieldLine[] = [
  [
    'evolution-conversation',
    'message',
    'EVOFIELD1',
    {
      text: 'Oi',
      kind: 'text',
      direction: 'in',
      contactName: 'Evo Um',
      phone: '5511955500001',
      conversationId: '5511955500001',
      sentAt,
    },
  ],
  ['evolution-conversation', 'contact', 'tel:5511955500001', { name: 'Evo Um' }],
  [
    'evolution-from-me',
    'message',
    'EVOFIELD2',
    {
      direction: 'out',
      contactName: undefined,
      senderName: 'Clínica Prova',
      phone: '5511955500002',
    },
  ],
  ['evolution-from-me', 'contact', 'tel:5511955500002', { name: undefined }],
  ['evolution-extended-text', 'message', 'EVOFIELD4', { text: 'veja https://example.com' }],
  ['evolution-image-caption', 'message', 'EVOFIELD5', { text: 'foto do produto', kind: 'image' }],
  [
    'evolution-lid-sender-pn',
    'message',
    'EVOFIELD8',
    { phone: '5511955500008', conversationId: '5511955500008' },
  ],
];

describe('Genérico: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(generic, line)).toEqual(line[3]);
  });

  const read = (name: string) => factsOf(generic, readFixture(`generic/field/${name}.json`));

  it('what we write keeps the name of the customer, in any order', () => {
    const requests = [read('evolution-in'), read('evolution-out')];
    for (const order of [requests, requests.toReversed()])
      expect(mergedFields('contact', 'tel:5511955500003', order)).toMatchObject({
        name: 'Cliente Três',
      });
  });

  it('a status joins the message that it is of, in any order', () => {
    const requests = [read('evolution-sent'), read('evolution-read')];
    for (const order of [requests, requests.toReversed()])
      expect(mergedFields('message', 'EVOFIELD6', order)).toMatchObject({
        text: 'Enviado',
        status: 'read',
        sentAt,
      });
  });

  it.each(listFixtures('generic').filter((name) => name.startsWith('field/')))(
    '%s: the key of the API reaches no fact',
    (name) => {
      const facts = factsOf(generic, readFixture(`generic/${name}`));
      expect(JSON.stringify(facts)).not.toContain('chave-secreta');
    },
  );
});

describe('Genérico: secrets in bodies', () => {
  it.each([
    ['apikey'],
    ['api_key'],
    ['X-Api-Key'],
    ['Authorization'],
    ['access_token'],
    ['clientSecret'],
    ['password'],
    ['senha'],
    ['contraseña'],
    ['cookie'],
  ])('%s is not shown, however deep', (key) => {
    const body = { zz: 1, a: [{ b: { [key]: 'abre-tudo', c: { [key]: { d: 'abre-tudo' } } } }] };
    const facts = JSON.stringify(factsOf(generic, body));
    expect(facts).not.toContain('abre-tudo');
    expect(facts).toContain('•••');
  });

  it('an empty one says that it is empty, and what only sounds like one is shown', () => {
    const [text] = decodeBody(generic, { token: '', tokens: 7, keyword: 'x', zz: null })
      .flatMap((part) =>
        part.kind === 'event' ? part.event.facts.map(({ fields }) => fields) : [],
      )
      .slice(1);
    expect(text).toEqual({ text: '{"keyword":"x","token":"","tokens":7,"zz":null}' });
  });
});

describe('Genérico: status words', () => {
  const merged = (...steps: readonly (readonly [string, string])[]): unknown =>
    mergedFields(
      'message',
      '1',
      steps.map(([status, time]) => factsOf(generic, { id: 1, text: 'x', status, time })),
    ).status;
  const [first, second] = ['2026-05-20T14:30:00Z', '2026-05-20T15:30:00Z'] as const;

  it.each([
    ['open', 'closed', 'closed'],
    ['new', 'assigned', 'assigned'],
    ['SENT', 'Delivered', 'delivered'],
    ['entregue', 'enviada', 'delivered'],
    ['leído', 'entregado', 'read'],
    ['Visualizada', 'sent', 'read'],
    ['failed', 'sent', 'sent'],
    ['undelivered', 'read', 'read'],
    ['read', 'aberto', 'aberto'],
  ])('%s, then %s, in any order of arrival: %s', (before, after, holds) => {
    const steps = [
      [before, first],
      [after, second],
    ] as const;
    expect(merged(...steps)).toBe(holds);
    expect(merged(...steps.toReversed())).toBe(holds);
  });

  it('a status without a text leaves the text', () => {
    const text = factsOf(generic, { id: 1, text: 'Olá', time: first });
    const status = factsOf(generic, { id: 1, status: 'read', apikey: 'k' });
    for (const order of [[text, status] as const, [status, text] as const])
      expect(mergedFields('message', '1', order)).toMatchObject({ text: 'Olá', status: 'read' });
  });
});

describe('Genérico: whose message it is', () => {
  it('a message of ours is to the customer, and its names are ours', () => {
    const body = { id: 1, fromMe: true, from: '551130000001@c.us', to: '5511999990000@c.us' };
    const facts = factsOf(generic, { ...body, pushName: 'Loja', body: 'oi' });
    expect(mergedFields('message', '1', [facts])).toMatchObject({ phone: '5511999990000' });
    expect(mergedFields('message', '1', [facts])).not.toHaveProperty('contactName');
  });

  it('one that came in is from the customer', () => {
    const body = { id: 1, fromMe: false, from: '5511999990000@c.us', to: '551130000001@c.us' };
    expect(mergedFields('message', '1', [factsOf(generic, body)]).phone).toBe('5511999990000');
    expect(factsOf(generic, { ...body, from: '7@lid' })[0]?.fields).not.toHaveProperty(
      'phone',
      '551130000001',
    );
  });

  it('a form names its fields by their labels', () => {
    const form = {
      Nome: 'Ana',
      'E-mail': 'ana@example.com',
      Telefone: '+5511999990000',
      Mensagem: 'Olá',
      'Data/Hora': '2026-05-20 11:30:00',
    };
    const [message, contact] = factsOf(generic, form);
    expect(message).toMatchObject({ atMs: Date.UTC(2026, 4, 20, 14, 30), fields: { text: 'Olá' } });
    expect(contact?.fields).toMatchObject({ name: 'Ana', email: 'ana@example.com' });
  });
});
