import { drawDay } from '../../src/cli/demo/day';
import { listPastPosts } from '../../src/cli/demo/past-day';
import type { Customer } from '../../src/cli/demo/people';
import type { Post } from '../../src/cli/demo/post';

/** A morning of webhooks of every platform, and the person who writes on each of them. */
export interface Traffic {
  readonly posts: readonly Post[];
  readonly person: Customer;
  /** Every text that tells of the person: name, e-mail, ids, what was said, the phone in its forms. */
  readonly traces: readonly string[];
}

const dayStartMs = Date.UTC(2026, 9, 1, 3);

/** The same seed gives the same: some conversations of each platform, one of each with the person. */
export function drawTraffic(seed: string): Traffic {
  const day = drawDay(seed, dayStartMs);
  const seen = new Map<string, number>();
  const person: Customer = {
    id: 7_654_321,
    name: 'Zuleica Quaresma',
    phone: '5511900077123',
    email: 'zuleica.quaresma@example.com',
  };
  const chosen = day.conversations.flatMap((conversation) => {
    const count = seen.get(conversation.platform) ?? 0;
    seen.set(conversation.platform, count + 1);
    if (count > 1) return [];
    const { number } = conversation;
    const lines = conversation.lines
      .slice(0, 2)
      .map((line, index) => ({ ...line, text: `${line.text} [fala-${number}-${index}]` }));
    return [{ ...conversation, lines, ...(count === 1 ? { customer: person } : {}) }];
  });
  const theirs = chosen.filter(({ customer }) => customer === person);
  const said = theirs.flatMap(({ number }) => [`[fala-${number}-`]);
  return {
    posts: listPastPosts({ ...day, conversations: chosen, shifts: day.shifts.slice(0, 1) }),
    person,
    traces: [
      person.name,
      'Zuleica',
      person.email,
      String(person.id),
      person.phone,
      '11900077123',
      '900077123',
      '90007-7123',
      ...said,
    ],
  };
}
