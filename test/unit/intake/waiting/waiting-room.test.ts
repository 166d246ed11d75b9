import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Request } from '../../../../src/intake/journal/request';
import {
  damagedIds,
  emptiedKeys,
  emptyHeads,
  hasWaiting,
  headlessIds,
  keysOf,
  readWaiting,
  spill,
} from '../../../../src/intake/waiting/waiting-room';
import { connectServices } from '../../../../src/platform/connect';
import type { Services } from '../../../../src/platform/services';
import { openInProcess, type InProcess } from '../../../support/in-process';

const request = (id: string, changes: Partial<Request> = {}): Request => ({
  id,
  connectionId: 'c1',
  webhook: 'main',
  receivedAtMs: 1_700_000_000_000,
  body: '{"a":1}',
  ...changes,
});

/** A text that gzip cannot make much shorter. */
const noise = (length: number): string => {
  let seed = 7;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(33 + ((seed >>> 16) % 90));
  }).join('');
};

describe('the waiting room', () => {
  let desk: InProcess;
  const use = <T>(work: (services: Services) => T): T =>
    desk.execute(() => work(connectServices()));
  const waiting = (): readonly Request[] =>
    use((services) => readWaiting(services, services.properties.getAll()));
  beforeEach(() => {
    desk = openInProcess();
  });

  it('gives a request back as it was, a short one out of one property', () => {
    const body = '{"texto":"é😀\\n=1+1"}';
    use((services) => spill(services, request('a', { body })));
    expect(waiting()).toEqual([request('a', { body })]);
    expect(Object.keys(desk.properties())).toEqual(['q.a.h']);
  });

  it('any body at all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), (bodies) => {
        const room = openInProcess();
        const requests = bodies.map((body, index) => request(`r${index}`, { body }));
        const back = room.execute(() => {
          const services = connectServices();
          for (const one of requests) spill(services, one);
          return readWaiting(services, services.properties.getAll());
        });
        expect(back).toEqual(requests);
      }),
      { numRuns: 30 },
    );
  });

  it('cuts a long one into chunks of at most 8,000 characters; the head comes last', () => {
    const long = request('a', { body: noise(30_000) });
    use((services) => spill(services, long));
    const all = desk.properties();
    expect(Object.keys(all).length).toBeGreaterThan(3);
    expect(Math.max(...Object.values(all).map((value) => value.length))).toBeLessThanOrEqual(8000);
    expect(waiting()).toEqual([long]);
  });

  it('takes none above 64 KB, and none that the store refuses', () => {
    expect(use((services) => spill(services, request('a', { body: noise(90_000) })))).toBe(false);
    desk.interpose('PropertiesService', 'setProperty', () => {
      throw new Error('quota');
    });
    expect(use((services) => spill(services, request('b')))).toBe(false);
    expect(waiting()).toEqual([]);
  });

  it('the oldest comes first', () => {
    use((services) => {
      spill(services, request('b', { receivedAtMs: 2 }));
      spill(services, request('c', { receivedAtMs: 1 }));
      spill(services, request('a', { receivedAtMs: 2 }));
    });
    expect(waiting().map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('what is journaled is only emptied; its chunks are deleted before its head', () => {
    use((services) => {
      spill(services, request('a', { body: noise(30_000) }));
      spill(services, request('b'));
      emptyHeads(services, ['a']);
    });
    expect(waiting().map(({ id }) => id)).toEqual(['b']);
    const emptied = emptiedKeys(desk.properties());
    expect(emptied.at(-1)).toBe('q.a.h');
    expect(emptied.length).toBe(keysOf('a', desk.properties()).length);
    expect(hasWaiting(desk.properties())).toBe(true);
    use((services) => emptyHeads(services, ['b']));
    expect(hasWaiting(desk.properties())).toBe(false);
  });

  it('chunks without a head are no request; a head without all its chunks is a damaged one', () => {
    use((services) => {
      spill(services, request('a', { body: noise(30_000) }));
      spill(services, request('b', { body: noise(30_000) }));
      services.properties.remove('q.a.h');
      services.properties.remove('q.b.1');
    });
    expect(waiting()).toEqual([]);
    expect(headlessIds(desk.properties())).toEqual(['a']);
    expect(
      use((services) => damagedIds(services, services.properties.getAll(), new Set())),
    ).toEqual(['b']);
  });

  it('a chunk or a head that was changed makes it a damaged one, and never throws', () => {
    use((services) => {
      spill(services, request('a'));
      services.properties.set(
        'q.a.h',
        services.properties.get('q.a.h')?.replace('"b":"H', '"b":"X') ?? '',
      );
      services.properties.set('q.b.h', 'x');
      services.properties.set('q.c.h', '{"n":-3,"sha":"","at":0}');
    });
    expect(waiting()).toEqual([]);
    expect(
      use((services) => damagedIds(services, services.properties.getAll(), new Set())),
    ).toEqual(['a', 'b', 'c']);
  });
});
