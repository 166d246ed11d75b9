const particles: ReadonlySet<string> = new Set([
  'de',
  'da',
  'do',
  'das',
  'dos',
  'del',
  'la',
  'y',
  'e',
]);

/** Names that are too long for their place lose their middle: `Luís G. de Araújo`, else `Luís Araújo`; a single long word is cut. */
export function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const words = name.split(' ').filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const last = rest.pop();
  const middle = rest.map((word) => (particles.has(word) ? word : `${word.slice(0, 1)}.`));
  const shorter = [
    [first, ...middle, last ?? ''],
    [first, last ?? ''],
  ].map((parts) => parts.filter((part) => part !== '').join(' '));
  const fitting = shorter.find((one) => one.length <= most) ?? shorter[1] ?? name;
  return fitting.length <= most ? fitting : `${fitting.slice(0, most - 1)}…`;
}
