const dayMs = 86_400_000;

/**
 * A moment (epoch ms) as people say it: `11:05` today, `27/11 - 18:02` before; the year too when it is another one. In the zone of
 * the settings.
 */
export function sayWhen(
  atMs: number,
  { nowMs, offsetMinutes }: { readonly nowMs: number; readonly offsetMinutes: number },
): string {
  const [at, now] = [atMs, nowMs].map((ms) => ms + offsetMinutes * 60_000);
  const local = new Date(at ?? 0).toISOString();
  const time = local.slice(11, 16);
  if (Math.floor((at ?? 0) / dayMs) === Math.floor((now ?? 0) / dayMs)) return time;
  const today = new Date(now ?? 0).toISOString();
  const date = `${local.slice(8, 10)}/${local.slice(5, 7)}`;
  return local.slice(0, 4) === today.slice(0, 4)
    ? `${date} - ${time}`
    : `${date}/${local.slice(0, 4)}`;
}
