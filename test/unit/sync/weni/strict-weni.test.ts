import { beforeEach, describe, expect, it } from '@jest/globals';
import { answerCall } from '../../../support/strict-weni/answer';
import { readCases, type Ask } from '../../../support/strict-weni/cases';
import {
  goodToken,
  makeWorkspace,
  type StoredContact,
  type WeniReply,
  type Workspace,
} from '../../../support/strict-weni/workspace';

/**
 * The strict Weni answers as weni-ai/flows does at commit 7598852 (temba/api/v2/tests.py); the names of the cases are those of the list
 * that was drawn up from it: A any endpoint, R read, C create, U update, D delete, F fields, G groups, K actions.
 */
let weni: Workspace;
let ana: StoredContact;

const contact = (changes: Partial<StoredContact>): StoredContact => ({
  uuid: weni.nextUuid(),
  name: 'Ana',
  language: null,
  urns: [],
  groups: [],
  fields: {},
  status: 'active',
  createdOnMs: 1,
  modifiedOnMs: 1,
  ...changes,
});

beforeEach(() => {
  weni = makeWorkspace({ now: () => Date.UTC(2026, 0, 1) });
  weni.fields.push({ key: 'nickname', label: 'Nick name', valueType: 'text' });
  weni.fields.push({ key: 'age', label: 'Age', valueType: 'numeric' });
  weni.groups.push({ uuid: 'g-customers', name: 'Customers', query: null, status: 'ready' });
  weni.groups.push({ uuid: 'g-devs', name: 'Developers', query: 'age > 1', status: 'ready' });
  weni.groups.push({ uuid: 'g-new', name: 'New', query: 'age > 9', status: 'initializing' });
  ana = contact({ urns: ['tel:+250788000004', 'twitter:ana'], fields: { nickname: 'A' } });
  weni.contacts.push(ana);
  weni.contacts.push(contact({ name: 'Bob', urns: ['tel:+250788000005'], status: 'blocked' }));
});

function ask(
  endpoint: string,
  { method = 'POST', query = {}, body = {}, headers = {} }: Ask = {},
): WeniReply {
  return answerCall(weni, {
    method,
    path: `/api/v2/${endpoint}.json`,
    query,
    headers: {
      authorization: `Token ${goodToken}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_one, index) => `ext:${index}`);

const anything: unknown = expect.anything();

/** Of a case's answer `*` stands for anything. */
function withWildcards(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).map(
    ([key, item]: [string, unknown]) => [key, item === '*' ? anything : item] as const,
  );
  return Object.fromEntries(fields);
}

describe('the strict Weni answers as the case list says', () => {
  const cases = readCases();

  it('of which there are many', () => {
    expect(cases.length).toBeGreaterThan(60);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(ask(one.endpoint, one)).toMatchObject({
      status: one.status,
      body: withWildcards(one.answer),
    });
  });

  it('A5: no credentials', () => {
    const call = { method: 'GET', path: '/api/v2/contacts.json', query: {}, headers: {}, body: '' };
    expect(answerCall(weni, call)).toMatchObject({
      status: 403,
      body: { detail: 'Authentication credentials were not provided.' },
    });
  });

  it('A7: a viewer may only look', () => {
    weni.options.tokens.set('viewer', 'viewer');
    const headers = { authorization: 'Token viewer' };
    expect(ask('contacts', { headers }).status).toBe(403);
    expect(ask('contacts', { headers, method: 'GET' }).status).toBe(200);
  });

  it('A8: over the limit of an hour, with the seconds to wait', () => {
    weni.options.callsPerHour = 2;
    ask('contacts', { method: 'GET' });
    ask('contacts', { method: 'GET' });
    expect(ask('contacts', { method: 'GET' })).toMatchObject({
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { detail: 'Request was throttled. Expected available in 3600 seconds.' },
    });
    expect(ask('groups', { method: 'GET' }).status).toBe(200);
  });

  it('another path is a page for people', () => {
    expect(
      answerCall(weni, {
        method: 'GET',
        path: '/api/v2/contacts',
        query: {},
        headers: {},
        body: '',
      }),
    ).toMatchObject({ status: 404, headers: { 'content-type': 'text/html' } });
  });

  it('R2, R3: filters; R5: a deleted contact has nothing left; R6: hidden addresses', () => {
    const found = (query: Readonly<Record<string, string>>) =>
      ask('contacts', { method: 'GET', query }).body;
    expect(found({ urn: 'tel:+250-788-000-004' })).toMatchObject({ results: [{ uuid: ana.uuid }] });
    expect(found({ group: 'nobody' })).toMatchObject({ results: [] });
    expect(found({ limit: '1' })).toMatchObject({ results: [expect.anything()] });
    ask('contacts', { method: 'DELETE', query: { uuid: ana.uuid } });
    expect(found({ deleted: 'true' })).toMatchObject({
      results: [{ name: null, blocked: null, urns: [], groups: [], fields: {} }],
    });
    weni.options.isAnonymous = true;
    expect(found({})).toMatchObject({ results: [{ urns: ['tel:********'] }] });
    expect(found({ urn: 'tel:+250788000005' })).toEqual({
      detail: 'URN lookups not allowed for anonymous organizations',
    });
  });

  it('C2: all of it at once, addresses written as they are stored', () => {
    const body = {
      name: 'Jean',
      language: 'fra',
      urns: ['tel:+250783333333', 'twitter:JEAN'],
      groups: ['g-customers'],
      fields: { nickname: 'Jado' },
    };
    expect(ask('contacts', { body })).toMatchObject({
      status: 201,
      body: {
        name: 'Jean',
        language: 'fra',
        urns: ['tel:+250783333333', 'twitter:jean'],
        fields: { nickname: 'Jado', age: null },
      },
    });
  });

  it('U13: a hundred addresses; U15: an update takes the address of another without a word', () => {
    const query = { uuid: ana.uuid };
    expect(ask('contacts', { query, body: { urns: many(100) } }).status).toBe(200);
    expect(ask('contacts', { query, body: { urns: ['tel:+250788000005'] } }).status).toBe(200);
    expect(weni.contacts.map(({ urns }) => urns)).toEqual([['tel:+250788000005'], []]);
  });

  it('U16, C17: both forms of a Brazilian number are one contact where Weni checks the ninth digit', () => {
    weni.options.verifiesNinthDigit = true;
    const long = contact({ urns: ['whatsapp:5521912345678'] });
    weni.contacts.push(long);
    const query = { urn: 'whatsapp:552112345678' };
    expect(ask('contacts', { query, body: { name: 'Z' } })).toMatchObject({
      status: 200,
      body: { uuid: long.uuid },
    });
    expect(ask('contacts', { body: { urns: ['whatsapp:552112345678'] } })).toMatchObject({
      status: 400,
      body: { error: 'URNs in use by other contacts' },
    });
  });

  it('F1, G1: lists, the newest first, page by page; a group that is being made is left out', () => {
    weni.options.pageSize = 1;
    const page = ask('fields', { method: 'GET' }).body;
    expect(page).toMatchObject({ results: [{ key: 'age', pinned: false }] });
    const [, cursor = ''] = /cursor=([^"]+)/.exec(JSON.stringify(page)) ?? [];
    expect(
      ask('fields', { method: 'GET', query: { cursor: decodeURIComponent(cursor) } }).body,
    ).toMatchObject({
      next: null,
      results: [{ key: 'nickname' }],
    });
    weni.options.pageSize = 250;
    expect(JSON.stringify(ask('groups', { method: 'GET' }).body)).not.toContain('g-new');
  });

  it('G15, G16: a group that is in use stays', () => {
    const used = 'Group is being used by the following flows which must be archived first: f-1';
    Object.assign(weni.groups[0] ?? {}, { usedBy: used });
    const call = { method: 'DELETE', query: { uuid: 'g-customers' } };
    expect(ask('groups', call)).toMatchObject({ status: 400, body: { detail: used } });
    expect(weni.groups).toHaveLength(3);
  });

  it('K1: joins and leaves a group, the other ones stay', () => {
    ana.groups = ['g-other'];
    const body = { contacts: [ana.uuid, 'tel:+250788000005'], action: 'add', group: 'Customers' };
    expect(ask('contact_actions', { body }).status).toBe(204);
    expect(ana.groups).toEqual(['g-other', 'g-customers']);
    ask('contact_actions', { body: { ...body, action: 'remove' } });
    expect(ana.groups).toEqual(['g-other']);
  });
});
