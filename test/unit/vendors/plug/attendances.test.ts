import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody, factOf, factsOf, receivedAtMs } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';

const finish1 = readFixture(
  'plug/derived/plug-finishAttendance-exemplo-1-distinct-message-ids.json',
);
const finish2 = readFixture('plug/plug-finishAttendance-exemplo-2.json');
const start = readFixture('plug/derived/plug-startAttendance-distinct-message-ids.json');

const requestedAt = 1_651_065_472_000;
const startedAt = 1_651_065_471_166;
const finishedAt = 1_651_065_481_865;

const attendance = (fields: object): unknown => ({
  attendance: { attendanceNumber: 7, status: 'FINISH', endTime: finishedAt, ...fields },
});

const attendanceFields = (body: unknown): unknown =>
  factOf(factsOf(plug, body), 'attendance').fields;

describe('PlugChat: finishAttendance', () => {
  it('is one row by the attendance’s number', () => {
    expect(decodeBody(plug, finish1)).toMatchObject([
      { kind: 'event', event: { name: 'finishAttendance', entityId: '1492', atMs: finishedAt } },
    ]);
    expect(factOf(factsOf(plug, finish1), 'attendance')).toEqual({
      id: '1492',
      atMs: finishedAt,
      fields: {
        conversationId: '554499999999',
        contactName: 'nome',
        phone: '554499999999',
        department: 'Nome do departamento',
        status: 'finished',
        requestedAt,
        startedAt,
        finishedAt,
        category: 'nome da categoria',
        operatorReport: 'Relato do operador',
        customerRemark: 'Observação do cliente',
        messageCount: 2,
        operators: [[finishedAt, 'Nome do operador']],
      },
    });
  });

  it('the customer is a contact, known by the phone', () => {
    expect(factOf(factsOf(plug, finish1), 'contact')).toEqual({
      id: 'tel:554499999999',
      atMs: finishedAt,
      fields: { name: 'nome', phone: '554499999999', channel: 'WhatsApp' },
    });
  });

  it('every message of the chat map is a message', () => {
    const messages = factsOf(plug, finish1).filter(({ entity }) => entity === 'message');
    expect(messages).toMatchObject([
      {
        id: 'ID_DA_MENSAGEM_1',
        atMs: 1_651_065_478_000,
        fields: {
          conversationId: '554499999999',
          direction: 'in',
          kind: 'text',
          text: 'mensagem enviada',
          senderName: 'nome',
          contactName: 'nome',
          status: 'delivered',
          sentAt: 1_651_065_478_000,
        },
      },
      {
        id: 'ID_DA_MENSAGEM_2',
        fields: {
          direction: 'out',
          text: 'só um momento',
          senderName: 'Mensagem automática',
          status: 'read',
        },
      },
    ]);
  });

  it.each([
    ['one category', { attendanceCategory: { name: 'Vendas' } }, 'Vendas'],
    [
      'a list with items',
      {
        attendanceCategories: [
          { categoryName: 'Padrão', itemName: 'Item A' },
          { categoryName: 'Outra', itemName: 'Item B' },
        ],
      },
      'Padrão: Item A; Outra: Item B',
    ],
    ['a list without items', { attendanceCategories: [{ categoryName: 'Padrão' }] }, 'Padrão'],
    [
      'both forms that say the same',
      {
        attendanceCategory: { name: 'Padrão' },
        attendanceCategories: [{ categoryName: 'Padrão', itemName: 'Item A' }],
      },
      'Padrão: Item A',
    ],
    [
      'both forms that differ',
      {
        attendanceCategory: { name: 'Vendas' },
        attendanceCategories: [{ categoryName: 'Padrão' }],
      },
      'Vendas; Padrão',
    ],
    ['neither', {}, undefined],
    ['empty forms', { attendanceCategory: null, attendanceCategories: [] }, undefined],
    ['PHP’s []', { attendanceCategory: [] }, undefined],
    ['a name alone', { attendanceCategory: 'Suporte' }, 'Suporte'],
    ['a list of names', { attendanceCategories: ['A', 'B'] }, 'A; B'],
    [
      'a category in place of the list',
      { attendanceCategories: { categoryName: 'A', itemName: 'B' } },
      'A: B',
    ],
    ['a map of categories', { attendanceCategories: { x1: { categoryName: 'A' } } }, 'A'],
    ['what is no name', { attendanceCategory: { name: {} }, attendanceCategories: 7 }, '7'],
  ])('category: %s', (_, fields, category) => {
    expect(attendanceFields(attendance(fields))).toHaveProperty('category', category);
  });

  it('the second example has its categories as a list', () => {
    expect(attendanceFields(finish2)).toMatchObject({
      category: 'Padrão: Nome do item; nome_categoria: Nome do item',
    });
  });

  it.each([['operatorReport '], ['operatorReport'], [' operatorReport  ']])(
    'the operator’s report under %j',
    (key) => {
      expect(attendanceFields(attendance({ [key]: 'Resolvido' }))).toMatchObject({
        operatorReport: 'Resolvido',
      });
    },
  );

  it.each([['departament'], ['department']])('the department under %j', (key) => {
    expect(attendanceFields(attendance({ [key]: 'Suporte' }))).toMatchObject({
      department: 'Suporte',
    });
  });

  it.each([
    ['milliseconds', finishedAt],
    ['seconds', 1_651_065_481.865],
    ['digits', '1651065481865'],
  ])('the end in %s', (_, endTime) => {
    expect(attendanceFields(attendance({ endTime }))).toMatchObject({ finishedAt });
  });

  it('the request may come after the start: both times are kept, the wait is for the tab to cut', () => {
    const fields = { requestTime: requestedAt, startTime: startedAt };
    expect(attendanceFields(attendance(fields))).toMatchObject({ requestedAt, startedAt });
    expect(requestedAt).toBeGreaterThan(startedAt);
  });

  it('the form before August 2022: operators by id, no department, no category', () => {
    const body = readFixture('plug/plug-finishAttendance-2022-07-21-older.json');
    expect(attendanceFields(body)).toMatchObject({
      operators: [
        [startedAt, 'ID_DO_OPERADOR'],
        [finishedAt, 'id do operador'],
      ],
      department: undefined,
      category: undefined,
    });
  });

  it('numbers may come as text, and a phone as a number', () => {
    const body = attendance({ attendanceNumber: '1492', customer: { phone: 554499999999 } });
    const { id, fields } = factOf(factsOf(plug, body), 'attendance');
    expect(id).toBe('1492');
    expect(fields).toMatchObject({ phone: '554499999999', conversationId: '554499999999' });
  });

  it('a name that is only the phone again is no name', () => {
    const customer = { name: '+55 44 9999-99999', phone: '5544999999999' };
    expect(attendanceFields(attendance({ customer }))).toHaveProperty('contactName', undefined);
  });
});

describe('PlugChat: startAttendance', () => {
  it('is the same row, active, with the operator who began', () => {
    expect(factOf(factsOf(plug, start), 'attendance')).toEqual({
      id: '1492',
      atMs: startedAt,
      fields: {
        conversationId: '554499999999',
        contactName: 'nome',
        phone: '554499999999',
        department: 'Nome do departamento',
        status: 'active',
        requestedAt,
        startedAt,
        finishedAt: undefined,
        category: undefined,
        operatorReport: undefined,
        customerRemark: undefined,
        messageCount: 2,
        operators: [[startedAt, 'Nome do operador']],
      },
    });
  });

  it('an operator without any time is observed at receipt', () => {
    const body = { attendance: { attendanceNumber: 1, operator: 'Ana' } };
    expect(attendanceFields(body)).toMatchObject({ operators: [[receivedAtMs, 'Ana']] });
  });

  const facts = [factsOf(plug, start), factsOf(plug, finish1)] as const;

  it.each([
    ['in order', facts],
    ['late', [...facts].reverse()],
    ['twice', [...facts, ...facts]],
  ])('arriving %s, the finish stays and the start fills what it left out', (_, requests) => {
    expect(mergedFields('attendance', '1492', requests)).toMatchObject({
      status: 'finished',
      requestedAt,
      startedAt,
      finishedAt,
      category: 'nome da categoria',
      messageCount: 2,
      operators: [
        [startedAt, 'Nome do operador'],
        [finishedAt, 'Nome do operador'],
      ],
    });
  });
});
