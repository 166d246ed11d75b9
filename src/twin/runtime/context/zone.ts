/** Tells how far local time is ahead of UTC, in milliseconds, at an instant. */
export type OffsetAt = (epochMs: number) => number;

const bucketMs = 15 * 60_000;

/** Creates the offset function of an IANA zone (or `Etc/…`). Offsets only change at quarter hours, so they are kept. */
export function createOffsetAt(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const kept = new Map<number, number>();
  return (epochMs) => {
    const bucket = Math.floor(epochMs / bucketMs);
    const known = kept.get(bucket);
    if (known !== undefined) return known;
    const offset = Number.isFinite(epochMs) ? measureOffset(format, bucket * bucketMs) : 0;
    kept.set(bucket, offset);
    return offset;
  };
}

/** The instant at which a zone's clocks show `localMs` (an epoch built as if the local fields were UTC). */
export function toInstant(localMs: number, offsetAt: OffsetAt): number {
  const guess = localMs - offsetAt(localMs);
  return localMs - offsetAt(guess);
}

function measureOffset(format: Intl.DateTimeFormat, epochMs: number): number {
  const fields = Object.fromEntries(
    format.formatToParts(epochMs).map(({ type, value }) => [type, value]),
  );
  const number = (name: string) => Number(fields[name] ?? 0);
  const year = fields['era'] === 'BC' ? 1 - number('year') : number('year');
  const local = new Date(0);
  local.setUTCFullYear(year, number('month') - 1, number('day'));
  local.setUTCHours(number('hour'), number('minute'), number('second'), 0);
  return local.getTime() - epochMs;
}
