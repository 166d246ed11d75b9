import type { ApiQuestion, ApiWalk, WalkContext, WalkStep } from '../../src/vendors/kit/api';
import type { Reply } from './strict-server';

/** A platform as a walk asks it, in the same process. */
export type Answering = (question: ApiQuestion) => Reply;

/** All records of a whole walk, and how many questions it took; what the platform does not show counts as unreadable. */
export function walkWhole(
  walk: ApiWalk,
  answering: Answering,
  given: Partial<Omit<WalkContext, 'ask'>> & Pick<WalkContext, 'fromMs' | 'untilMs'>,
) {
  let asked = 0;
  let unreadable = 0;
  const context: WalkContext = {
    most: 10,
    known: () => [],
    knownContacts: () => new Set(),
    paging: { firstPage: 0, order: 'days' },
    isSending: false,
    apis: ['own'],
    offsetMinutes: -180,
    ...given,
    ask: (questions) =>
      questions.map((question) => {
        asked += 1;
        const reply = answering(question);
        return reply.status === 200
          ? { kind: 'value', value: structuredClone(reply.body) }
          : { kind: 'unreadable', status: reply.status };
      }),
  };
  const step = walk.open(context);
  const records: object[] = [];
  let position: string | null = walk.start;
  for (let steps = 0; position !== null; steps += 1) {
    if (steps > 10_000) throw new Error('The walk does not end.');
    const brought: WalkStep | null = step?.(position) ?? null;
    if (brought === null) throw new Error('The walk stopped.');
    records.push(...brought.records);
    unreadable += brought.unreadable;
    position = brought.next;
  }
  return { records, asked, unreadable };
}
