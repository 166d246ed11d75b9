const particles: ReadonlySet<string> = new Set('de da do das dos del la y e'.split(' '));

/** Names that are too long for their place: `Luís G. de Araújo`, else `Luís Araújo`, else `Luís A.`; a single long word is cut. */
export function shortName(name: string, most: number): string {
  const [first = '', ...rest] = name.split(' ').filter((word) => word !== '');
  const last = rest.pop();
  if (name.length <= most) return name;
  const middle = rest.map((word) => (particles.has(word) ? word : `${word.slice(0, 1)}.`));
  const shorter =
    last === undefined
      ? []
      : [[first, ...middle, last].join(' '), `${first} ${last}`, `${first} ${last.slice(0, 1)}.`];
  const fitting = shorter.find((one) => one.length <= most);
  return fitting ?? `${name.slice(0, most - 1)}…`;
}
