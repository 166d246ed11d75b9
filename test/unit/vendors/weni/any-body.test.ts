import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weni } from '../../../../src/vendors/weni/weni';
import { contractFaults, decodeBody } from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mutatedBodies } from '../../../support/mutate-json';

const names = listFixtures('weni');

describe('Weni: any body', () => {
  it.each(names)('%s decodes without a failure', (name) => {
    const parts = decodeBody(weni, readFixture(`weni/${name}`));
    expect(parts.filter(({ kind }) => kind === 'failure')).toEqual([]);
    expect(parts.length).toBeGreaterThan(0);
  });

  it.each([null, [1], 'x', 7])('%j is one failure', (body) => {
    expect(decodeBody(weni, body)).toMatchObject([
      { kind: 'failure', failure: { code: 'notAnObject', path: '' } },
    ]);
  });

  it('has no handshake, and is answered without a redirect', () => {
    expect(weni.inspect({ validToken: true, token: 'x' })).toEqual({ kind: 'event', token: null });
    expect(weni.answer).toEqual({ kind: 'html' });
  });

  it('any JSON, and any fault in a real body, gives parts that keep the contract', () => {
    const bodies = fc.oneof(
      mutatedBodies(names.map((name) => readFixture(`weni/${name}`))),
      fc.jsonValue(),
    );
    const webhooks = fc.constantFrom('', 'flow', 'resthook', 'whatsapp', 'other');
    fc.assert(
      fc.property(bodies, webhooks, (body, webhook) => {
        expect(contractFaults(decodeBody(weni, body, webhook))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
