import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEventSource } from '../../src/cli/bench/bodies';
import { makeFilledStorage } from '../../src/cli/bench/filled-workbook';
import { sampleQuery } from '../../src/cli/bench/subject';
import { shortHash } from '../../src/events/short-hash';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { callPanel, takeToken, valueOf } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { bundleDir } from '../support/plantao';
import { threads } from '../support/threads';

/**
 * Fewer for a look: `ARCHIVE_ROWS=20000 npm run campaign:long -- archive-long`. All of them need more memory than Node takes by itself:
 * `NODE_OPTIONS=--max-old-space-size=14000`.
 */
const messages = Number(process.env['ARCHIVE_ROWS'] ?? 400_000);
const dayMs = 86_400_000;
/** Of a run's six minutes at Google, by the published costs. */
const mostMs = 60_000;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe(`an archive of ${messages} messages`, () => {
  let twin: Twin;
  let clock: VirtualClock;
  const source = createEventSource();
  const posts: number[] = [];

  const modelMs = (): number => twin.executions()[0]?.modelMs ?? Infinity;
  const ask = async (token: string, action: string, ...args: readonly string[]): Promise<unknown> =>
    valueOf((await callPanel(twin, { token, action, args })).outcome);

  /** A message comes; gives what it took. */
  async function post(): Promise<number> {
    clock.moveTo(clock.now() + 1000);
    posts.push(posts.length);
    const { body } = source.message(clock.now(), 5_000_000 + posts.length);
    await twin.webOutput({
      method: 'POST',
      query: sampleQuery,
      contentType: 'application/json',
      body: new TextEncoder().encode(body),
    });
    return modelMs();
  }

  const countMessages = (): number =>
    (twin.workbook.sheets.find(({ title }) => title === 'Mensagens')?.lastRow ?? 1) - 1;

  beforeAll(async () => {
    const storage = await makeFilledStorage({ messages, chats: 0 });
    clock = createVirtualClock(Date.UTC(2027, 5, 1, 15));
    twin = startTwin({ bundleDir, storage, clock, threads, costMode: 'median', seed: 'archive' });
  });
  afterAll(() => twin.stop());

  it('is read back and leaves within run-time limits; events meanwhile are neither lost nor slower', async () => {
    const token = await takeToken(twin, 'openPrivacy_');
    const before = String(clock.now() - 7 * dayMs);
    const alone: number[] = [];
    for (let index = 0; index < 9; index += 1) alone.push(await post());
    const had = countMessages();
    const copied = new Set<string>();
    const [reads, leaves, meanwhile]: [number[], number[], number[]] = [[], [], []];
    let bytes = 0;
    const read = async (place: unknown): Promise<unknown> => {
      const part = await ask(token, 'readArchive', before, JSON.stringify(place));
      reads.push(modelMs());
      return part;
    };
    const linesIn = (item: unknown): readonly string[] =>
      listOf(fieldOf(item, 'lines')).map((line) => String(listOf(line)[1]));
    for (let place: unknown = { register: 0, row: 0 }; place !== null;) {
      const part = await read(place);
      for (const line of listOf(fieldOf(part, 'items')).flatMap(linesIn)) {
        copied.add(shortHash(line));
        bytes += line.length;
      }
      place = fieldOf(part, 'next');
    }
    let removed = 0;
    for (let place: unknown = { register: 0, row: 0 }; place !== null;) {
      const part = await read(place);
      const items = listOf(fieldOf(part, 'items'));
      const equal = items.filter((item) =>
        linesIn(item).every((line) => copied.has(shortHash(line))),
      );
      expect(equal).toHaveLength(items.length);
      place = fieldOf(part, 'next');
      if (equal.length === 0) continue;
      const marks = equal.map((item) => String(fieldOf(item, 'mark'))).join(' ');
      const at = JSON.stringify(fieldOf(part, 'place'));
      const left = await ask(token, 'letArchivedLeave', before, at, marks, 'retirar');
      leaves.push(modelMs());
      // Conversas and Atendimentos come after Mensagens.
      if (fieldOf(part, 'place', 'register') === 0) removed += Number(fieldOf(left, 'removed'));
      place = fieldOf(left, 'next');
      if (leaves.length % 10 === 0) meanwhile.push(await post());
    }
    console.log(
      `${removed} rows, ${Math.round(bytes / 1e6)} MB; at Google by the cost model: reading ${reads.length} parts, at most ${Math.max(...reads)} ms, ${Math.round(reads.reduce((a, b) => a + b, 0) / 60_000)} min in all; leaving ${leaves.length} parts, at most ${Math.max(...leaves)} ms, ${Math.round(leaves.reduce((a, b) => a + b, 0) / 60_000)} min in all; an event ${middle(alone)} ms before, ${middle(meanwhile)} ms meanwhile; ${Math.round(process.memoryUsage().rss / 1e6)} MB of memory here`,
    );
    expect(removed).toBeGreaterThan(messages * 0.99);
    expect(countMessages()).toBe(had + meanwhile.length - removed);
    for (const ms of [...reads, ...leaves]) expect(ms).toBeLessThan(mostMs);
    expect(middle(meanwhile)).toBeLessThanOrEqual(1.1 * middle(alone));
  });
});
