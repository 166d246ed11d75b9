import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Seam } from '../../src/twin/runtime/seam';
import { startPlantao, type Plantao } from '../support/plantao';
import { readFixture } from '../support/fixtures';

const serverError = "We're sorry, a server error occurred. Please wait a bit and try again.";
const fault = { kind: 'throw', when: 'before', message: serverError } as const;

describe('A contact that a hold has left to the sweep', () => {
  const google = { fails: false, failed: 0 };
  let plantao: Plantao;
  const contacts = () => plantao.rows('Contatos').length;

  beforeAll(async () => {
    const seam: Seam = {
      beforeCall: ({ method, args }) => {
        // The digest of the event's own body, by which it is judged.
        const isOurs = method === 'computeDigest' && String(args[1]).startsWith('{"attendance"');
        if (!google.fails || !isOurs) return undefined;
        google.failed += 1;
        return fault;
      },
    };
    plantao = await startPlantao({ seam });
    const body = readFixture('plug/plug-finishAttendance-exemplo-1.json');
    // At the same moment: who holds the lock writes the others' events in later rounds.
    const copies = ['0001', '0002', '0003', '0004'].map((end) =>
      plantao.post('plug', JSON.parse(JSON.stringify(body).replaceAll('99999999', `9999${end}`))),
    );
    await Promise.all(copies);
  });
  afterAll(() => plantao.twin.stop());

  it('waits while Google fails as it is judged again', async () => {
    const before = contacts();
    google.fails = true;
    await plantao.twin.run('sweep_', [], 'trigger');
    google.fails = false;
    expect(google.failed).toBeGreaterThan(0);
    expect(before).toBeLessThan(4);
    expect(contacts()).toBe(before);
  });

  it('is there when Google works again', async () => {
    await plantao.settle();
    expect(contacts()).toBe(4);
  });
});
