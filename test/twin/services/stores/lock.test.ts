import { describe, expect, it } from '@jest/globals';
import type { ExecutionKind, Outcome } from '../../../../src/twin/runtime/host-object';
import { createRandom } from '../../../../src/twin/runtime/random';
import {
  createLockTable,
  LOCK_TIMEOUT_TEXT,
  makeLockService,
} from '../../../../src/twin/services/stores/lock';
import {
  makeExecution,
  makeManualClock,
  messageOf,
  openService,
} from '../../../support/execution-context';

const clock = makeManualClock();

function openLock(table = createLockTable(), method = 'getScriptLock', user = 'owner@example.com') {
  const execution = makeExecution({ clock, user, kind: 'menu' });
  return { execution, lock: openService(makeLockService(table), execution).open(method) };
}

/** A lock that is held, and another execution that waits for it. */
function waitForHeld(timeoutMs: number) {
  const table = createLockTable();
  const holder = openLock(table);
  const waiter = openLock(table);
  holder.lock.call('tryLock', 0);
  return { table, holder, waiter, answer: waiter.lock.call('tryLock', timeoutMs) };
}

describe('LockService: a free lock', () => {
  it.each([30_000, 1, 0, -5])('tryLock(%p) takes it at once', (timeoutMs) => {
    const { lock } = openLock();
    expect(lock.call('hasLock')).toBe(false);
    expect(lock.call('tryLock', timeoutMs)).toBe(true);
    expect(lock.call('hasLock')).toBe(true);
  });

  it('tryLock again is true, and one releaseLock frees it', () => {
    const table = createLockTable();
    const { lock } = openLock(table);
    lock.call('tryLock', 0);
    expect(lock.call('tryLock', 0)).toBe(true);
    lock.call('releaseLock');
    expect(lock.call('hasLock')).toBe(false);
    expect(openLock(table).lock.call('tryLock', 0)).toBe(true);
  });
});

describe('LockService: a held lock', () => {
  it.each([0, -1])('tryLock(%p) is false', (timeoutMs) => {
    const table = createLockTable();
    openLock(table).lock.call('tryLock', 0);
    expect(openLock(table).lock.call('tryLock', timeoutMs)).toBe(false);
  });

  it('tryLock waits until the holder releases', async () => {
    const { holder, waiter, answer } = waitForHeld(10_000);
    await clock.advance(5_000);
    expect(waiter.lock.call('hasLock')).toBe(false);
    holder.lock.call('releaseLock');
    await clock.advance(300);
    await expect(answer).resolves.toBe(true);
    expect(waiter.lock.call('hasLock')).toBe(true);
  });

  it('tryLock gives up at its time', async () => {
    const table = createLockTable();
    openLock(table).lock.call('tryLock', 0);
    const startedAtMs = clock.now();
    const answer = openLock(table).lock.call('tryLock', 1_000);
    await clock.advance(1_000);
    await expect(answer).resolves.toBe(false);
    expect(clock.now() - startedAtMs).toBe(1_000);
  });

  it("waitLock throws Google's text", async () => {
    const table = createLockTable();
    openLock(table).lock.call('tryLock', 0);
    const message = messageOf(() => openLock(table).lock.call('waitLock', 1_000));
    await clock.advance(1_000);
    expect(await message).toBe(LOCK_TIMEOUT_TEXT);
  });

  it("releaseLock of another's lock has no effect", () => {
    const table = createLockTable();
    const holder = openLock(table);
    holder.lock.call('tryLock', 0);
    openLock(table).lock.call('releaseLock');
    expect(holder.lock.call('hasLock')).toBe(true);
  });

  it('is not fair: the order of waiters depends on the seed', async () => {
    const orders = new Set<string>();
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8'])
      orders.add(await raceForLock(seed));
    expect([...orders].toSorted()).toEqual(['first', 'second']);
    expect(await raceForLock('1')).toBe(await raceForLock('1'));
  });
});

async function raceForLock(seed: string): Promise<string> {
  const table = createLockTable();
  const raceClock = makeManualClock();
  const open = (name: string) => {
    const random = createRandom(`${seed} ${name}`);
    const execution = makeExecution({ clock: raceClock, random });
    return openService(makeLockService(table), execution).open('getScriptLock');
  };
  const holder = open('holder');
  holder.call('tryLock', 0);
  const winners: string[] = [];
  for (const name of ['first', 'second']) {
    void Promise.resolve(open(name).call('tryLock', 60_000)).then(() => winners.push(name));
  }
  await raceClock.advance(1_000);
  holder.call('releaseLock');
  await raceClock.advance(1_000);
  return winners.join();
}

describe('LockService: end of the execution', () => {
  it.each<Outcome>(['completed', 'failed', 'timedOut', 'killed'])(
    '%s frees its locks',
    (outcome) => {
      const table = createLockTable();
      const { execution, lock } = openLock(table);
      lock.call('tryLock', 0);
      execution.end(outcome);
      expect(table.holders().size).toBe(0);
    },
  );

  it('a killed waiter never gets the lock', async () => {
    const { table, holder, waiter, answer } = waitForHeld(60_000);
    await clock.advance(1_000);
    waiter.execution.end('killed');
    holder.lock.call('releaseLock');
    await clock.advance(60_000);
    await expect(answer).resolves.toBe(false);
    expect(table.holders().size).toBe(0);
  });

  it('a dialog loses the locks (releaseAll)', () => {
    const table = createLockTable();
    const { execution, lock } = openLock(table);
    lock.call('tryLock', 0);
    table.releaseAll(execution.id);
    expect(lock.call('hasLock')).toBe(false);
  });
});

describe('LockService: kinds of lock', () => {
  it('script, document and user locks are independent; user locks are one for each user', () => {
    const table = createLockTable();
    const kinds = ['getScriptLock', 'getDocumentLock', 'getUserLock'];
    for (const kind of kinds) expect(openLock(table, kind).lock.call('tryLock', 0)).toBe(true);
    expect(openLock(table, 'getUserLock').lock.call('tryLock', 0)).toBe(false);
    expect(openLock(table, 'getUserLock', 'ana@example.com').lock.call('tryLock', 0)).toBe(true);
  });

  it.each([
    ['webApp', {}, null],
    ['webApp', { documentLockInWebApp: 'works' }, 'object'],
    ['menu', {}, 'object'],
    ['trigger', {}, 'object'],
  ] as const)('getDocumentLock in %s with %p', (kind: ExecutionKind, options, expected) => {
    const service = openService(makeLockService(createLockTable(options)), makeExecution({ kind }));
    const lock = service.call('getDocumentLock');
    expect(lock === null ? null : typeof lock).toBe(expected);
  });

  it.each([
    [[null], '(null)'],
    [['10'], '(String)'],
    [[], '()'],
  ])('waitLock%p is a signature error', async (values, types) => {
    await expect(openLock().lock.call('waitLock', ...values)).rejects.toThrow(
      `The parameters ${types} don't match the method signature for LockService.Lock.waitLock.`,
    );
  });
});
