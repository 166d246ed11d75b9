/**
 * What to call a platform's code of a status: the user's own name for it, else the code itself where it is a name (Weni's pauses);
 * undefined for a mere number without a name.
 */
export function statusName(
  code: string | null | undefined,
  names: Readonly<Record<string, string>>,
): string | undefined {
  if (code === null || code === undefined) return undefined;
  return names[code] ?? (/\p{L}/u.test(code) ? code : undefined);
}
