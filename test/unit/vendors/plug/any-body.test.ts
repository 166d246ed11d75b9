import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plug } from '../../../../src/vendors/plug/plug';
import { contractFaults, decodeBody } from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mutatedBodies } from '../../../support/mutate-json';

const names = listFixtures('plug');
const webhooks = fc.constantFrom('', ...plug.webhooks.map(({ id }) => id), 'other');

describe('PlugChat: any body', () => {
  it.each(names)('%s decodes without a failure', (name) => {
    const parts = decodeBody(plug, readFixture(`plug/${name}`));
    expect(parts.filter(({ kind }) => kind === 'failure')).toEqual([]);
    expect(contractFaults(parts)).toEqual([]);
    expect(parts.length).toBeGreaterThan(0);
  });

  it('any JSON, and any fault in a real body, gives parts that keep the contract', () => {
    const bodies = fc.oneof(
      { weight: 4, arbitrary: mutatedBodies(names.map((name) => readFixture(`plug/${name}`))) },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    fc.assert(
      fc.property(bodies, webhooks, (body, webhook) => {
        plug.inspect(body);
        const parts = decodeBody(plug, body, webhook);
        expect(parts.length).toBeGreaterThan(0);
        expect(contractFaults(parts)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('a conversation of thousands of messages is read whole', () => {
    const text = { message: 'x'.repeat(60) };
    const chat = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [
        `m${index}`,
        { messageId: `m${index}`, phone: '5544999999999', fromMe: index % 2 === 0, text },
      ]),
    );
    const body = { attendance: { attendanceNumber: 1, status: 'FINISH' }, chat };
    const [part] = decodeBody(plug, body);
    expect(part).toHaveProperty('event.facts.length', 5001);
  });
});
