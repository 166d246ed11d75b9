import { alarmId, type Alarm, type AlarmState } from './alarm';
import { causeOfDown, rules, type Standing } from './rules';

const dayMs = 86_400_000;
/** An alarm is remembered for so long: whoever sends it may have to try for a while. */
const rememberedMs = 2 * dayMs;
/** More would not fit into a property beside what else the sweep remembers. */
const mostAlarms = 40;

/** What is remembered after a look: what is found now and was not raised today is raised. */
export function raiseAlarms(state: AlarmState, standing: Standing): AlarmState {
  const { nowMs, offsetMinutes } = standing;
  const day = Math.floor((nowMs + offsetMinutes * 60_000) / dayMs);
  const found = rules.flatMap((rule) => rule(standing, state.marks));
  const known = new Set(state.raised.map(alarmId));
  const fresh = found.filter(({ cause }) => !known.has(alarmId({ cause, day })));
  const raised = fresh.map(({ cause, kind, values }): Alarm => ({
    cause,
    kind,
    values,
    day,
    atMs: nowMs,
  }));
  const marks = fresh.flatMap(({ cause, mark }) =>
    mark === undefined ? [] : [[cause, mark] as const],
  );
  const young = state.raised.filter(({ atMs }) => nowMs - atMs < rememberedMs);
  return {
    ...state,
    raised: [...young, ...raised].slice(-mostAlarms),
    marks: { ...marksLeft(state.marks, standing), ...Object.fromEntries(marks) },
  };
}

/** Of connections that are gone nothing is remembered; of failures that were solved, only what is left. */
function marksLeft(
  marks: AlarmState['marks'],
  { connections, down }: Standing,
): Readonly<Record<string, number>> {
  const most: ReadonlyMap<string, number> = new Map([
    ...connections.map(({ id }) => [`silent:${id}`, Infinity] as const),
    ...connections.map(({ id, atRisk }) => [`failures:${id}`, atRisk] as const),
    ...down.map((one) => [causeOfDown(one), Infinity] as const),
  ]);
  return Object.fromEntries(
    Object.entries(marks).flatMap(([cause, mark]) => {
      const left = Math.min(mark, most.get(cause) ?? 0);
      return left > 0 ? [[cause, left] as const] : [];
    }),
  );
}

/** The alarms of that local day. */
export const alarmsOfDay = ({ raised }: AlarmState, day: number): readonly Alarm[] =>
  raised.filter((alarm) => alarm.day === day);
