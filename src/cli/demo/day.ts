import { createRandom, type SeededRandom } from '../../twin/runtime/random';
import { outagePosts } from './bodies/plug';
import { templatePost } from './bodies/treble';
import { statusesPost, type Broadcast } from './bodies/weni';
import { drawConversations, type Conversation, type Line } from './conversations';
import { drawMoments, type MomentOf } from './moments';
import { choose, drawCustomer } from './people';
import type { Post } from './post';
import { drawShifts, type Shift } from './shifts';
import { hourMs, minuteMs, weekday } from './shop-time';
import { templates } from './words';

/** All that happens on one day. */
export interface Day {
  readonly startMs: number;
  readonly momentOf: MomentOf;
  readonly shifts: readonly Shift[];
  readonly conversations: readonly Conversation[];
  /** Outages, broadcasts and the like: webhooks that belong to no conversation. */
  readonly others: readonly Post[];
}

const broadcastHours = [15];

function drawBroadcast(random: SeededRandom, atMs: number): Post {
  const messages = Array.from({ length: 12 + random.below(20) }, (_, index): Broadcast => {
    const own = random.fork(`message-${index}`);
    return {
      id: `wamid.${atMs}.${index}`,
      customer: drawCustomer(own),
      sentMs: atMs + index * 2_000,
      progress: choose(own, [
        ['failed', 0.03],
        ['sent', 0.04],
        ['delivered', 0.21],
        ['read', 0.72],
      ]),
    };
  });
  return statusesPost(atMs + 12 * minuteMs, messages);
}

/** PlugChat loses its telephone on Tuesdays, and now and then besides: in the morning, when it hurts. */
function drawOutage(random: SeededRandom, dayMs: number): readonly Post[] {
  if (weekday(dayMs) !== 2 && random.next() > 0.15) return [];
  return outagePosts(dayMs + (9 + random.below(2)) * hourMs + 23 * minuteMs, 6 + random.below(30));
}

function drawTemplates(random: SeededRandom, dayMs: number): readonly Post[] {
  if (random.next() > 0.1) return [];
  const name = templates[random.below(templates.length)] ?? templates[0];
  return [templatePost(dayMs + 10.2 * hourMs, name, random.next() < 0.8 ? 'APPROVED' : 'PAUSED')];
}

/** What happens on a day; the same seed and day, the same happens. */
export function drawDay(seed: string, startMs: number): Day {
  const random = createRandom(`${seed}/${startMs}`);
  const momentOf = drawMoments(random.fork('moments'), startMs);
  const shifts = drawShifts(random.fork('shifts'), startMs, momentOf);
  const broadcasts = weekday(startMs) === 0 ? [] : broadcastHours;
  return {
    startMs,
    momentOf,
    shifts,
    conversations: drawConversations(random.fork('conversations'), startMs, shifts),
    others: [
      ...drawOutage(random.fork('outage'), startMs),
      ...drawTemplates(random.fork('templates'), startMs),
      ...broadcasts.map((hour) =>
        drawBroadcast(random.fork(`broadcast-${hour}`), startMs + hour * hourMs),
      ),
    ],
  };
}

/** The same day with less said: of each conversation what was said up to its first answer. */
export const shorten = (day: Day): Day => ({
  ...day,
  conversations: day.conversations.map((one) => ({ ...one, lines: keepBeginning(one.lines) })),
});

function keepBeginning(lines: readonly Line[]): readonly Line[] {
  const answered = lines.findIndex(({ isFromCustomer }) => !isFromCustomer);
  return answered < 0 ? lines : lines.slice(0, answered + 1);
}
