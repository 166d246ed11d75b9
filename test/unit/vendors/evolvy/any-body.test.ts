import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { contractFaults, decodeBody } from '../../../support/decoding';
import { listFixtures, readFixture } from '../../../support/fixtures';
import { mutatedBodies } from '../../../support/mutate-json';

const fixtures = listFixtures('evolvy').map((name) => readFixture(`evolvy/${name}`));

/** CPU milliseconds of one decoding, on average. */
function costOf(body: unknown, times: number): number {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) decodeBody(evolvy, body);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

describe('Evolvy: any body at all', () => {
  it('any JSON, and any fault in a real body, gives parts that keep the contract', () => {
    const bodies = fc.oneof(mutatedBodies(fixtures), fc.jsonValue());
    fc.assert(
      fc.property(bodies, (body) => {
        expect(evolvy.inspect(body).kind).toMatch(/^(event|noise)$/);
        expect(contractFaults(decodeBody(evolvy, body))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('inspection and decoding agree on what is noise', () => {
    fc.assert(
      fc.property(mutatedBodies(fixtures), (body) => {
        const isNoise = decodeBody(evolvy, body).some(({ kind }) => kind === 'noise');
        expect(evolvy.inspect(body).kind === 'noise').toBe(isNoise);
      }),
    );
  });

  it.each([
    ['one long text', { content: 'ã'.repeat(900_000) }],
    ['one long link', { attachments: [{ file_type: 'file', data_url: 'a/'.repeat(500_000) }] }],
    [
      'an e-mail’s HTML that never closes',
      {
        content_type: 'incoming_email',
        content_attributes: { email: { html_content: { full: '<style><'.repeat(120_000) } } },
      },
    ],
  ])('a megabyte in %s does not take long', (_, more) => {
    const body = { event: 'message_created', id: 1, message_type: 0, ...more };
    expect(costOf(body, 3)).toBeLessThan(200);
  });

  it('a body of everyday size does not take long', () => {
    const body = readFixture('evolvy/v415_message_created_incoming.json');
    costOf(body, 300);
    expect(costOf(body, 300)).toBeLessThan(2);
  });
});
