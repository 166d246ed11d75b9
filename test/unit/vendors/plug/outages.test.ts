import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

describe('PlugChat: whenDisconnecting', () => {
  it.each([[{}], [{ instanceId: 'i', momment: 1_580_163_342 }], [{ error: '' }]])(
    '%j says nothing of a connection: no outage',
    (body) => {
      expect(decodeBody(plug, body, 'whenDisconnecting')).toEqual([
        { kind: 'unknown', name: 'whenDisconnecting' },
      ]);
    },
  );

  it.each([[{ disconnected: 'true' }], [{ connected: false }], [{ error: 'lost' }]])(
    '%j is one',
    (body) => {
      expect(factOf(factsOf(plug, body, 'whenDisconnecting'), 'outage').fields.situation).toBe(
        'disconnected',
      );
    },
  );

  it.each([
    [{ message: 'Device has been disconnected' }, 'Device has been disconnected'],
    [{ code: 401 }, '401'],
    [['lost'], 'lost'],
    [{}, undefined],
  ])('an error that is %j is an outage all the same', (error, detail) => {
    const { fields } = factOf(factsOf(plug, { error }, 'whenDisconnecting'), 'outage');
    expect(fields).toMatchObject({ situation: 'disconnected' });
    expect(fields.detail).toBe(detail);
  });

  it.each([
    ['plug-whenDisconnecting.json', 'instance.id', 'instance.id'],
    ['plug-whenDisconnecting-without-instanceId.json', 'whatsapp', undefined],
  ])('%s is an outage; its time is in seconds', (name, id, instance) => {
    expect(factOf(factsOf(plug, readFixture(`plug/${name}`)), 'outage')).toEqual({
      id,
      atMs: 1_580_163_342_000,
      fields: { instance, situation: 'disconnected', detail: 'Device has been disconnected' },
    });
  });

  it('a connection ends it; a time in the year 2798 is none', () => {
    const body = readFixture('plug/repaired/zapi-connected-REPAIRED.json');
    expect(factOf(factsOf(plug, body), 'outage')).toEqual({
      id: 'instance.id',
      atMs: null,
      fields: { instance: 'instance.id', situation: 'connected', detail: undefined },
    });
  });

  it('disconnected: false is a connection', () => {
    const body = { type: 'DisconnectedCallback', disconnected: false, momment: 1_580_163_342 };
    expect(factOf(factsOf(plug, body), 'outage').fields.situation).toBe('connected');
  });
});
