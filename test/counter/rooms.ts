import { fieldOf } from '../support/field-of';

/** What must be counted of Weni Chats' rooms, read out of the callbacks by a plain program that knows nothing of the app. */
interface RoomCounts {
  readonly received: number;
  readonly resolved: number;
  readonly waiting: number;
  readonly serving: number;
  /** Received, by the agent who has or had the room. */
  readonly byAgent: Readonly<Record<string, number>>;
}

/** Counts each room once; of its callbacks the last one holds. */
export function countRooms(bodies: readonly unknown[]): RoomCounts {
  const rooms = new Map<unknown, { readonly agent: string; readonly isOver: boolean }>();
  for (const body of bodies) {
    const room = fieldOf(body, 'content');
    const user = fieldOf(room, 'user');
    const names = user === null ? [] : ['first_name', 'last_name'].map((key) => fieldOf(user, key));
    const isOver = typeof fieldOf(room, 'ended_at') === 'string';
    rooms.set(fieldOf(room, 'uuid'), { agent: names.join(' '), isOver });
  }
  const all = [...rooms.values()];
  const byAgent: Record<string, number> = {};
  for (const { agent } of all) if (agent !== '') byAgent[agent] = (byAgent[agent] ?? 0) + 1;
  return {
    received: all.length,
    resolved: all.filter(({ isOver }) => isOver).length,
    waiting: all.filter(({ isOver, agent }) => !isOver && agent === '').length,
    serving: all.filter(({ isOver, agent }) => !isOver && agent !== '').length,
    byAgent,
  };
}
