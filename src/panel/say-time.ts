/** `29/11/2026 - 11:05` in the zone of the settings; blank for never. */
export function sayTime(atMs: number, offsetMinutes: number): string {
  if (atMs === 0) return '';
  const [date = '', clock = ''] = new Date(atMs + offsetMinutes * 60_000).toISOString().split('T');
  return `${date.split('-').reverse().join('/')} - ${clock.slice(0, 5)}`;
}
