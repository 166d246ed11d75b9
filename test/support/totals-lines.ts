import type { InProcess } from './in-process';

/** The numbers of Totais by what they are of, without who waits or is served now. */
export const totalsLines = (desk: InProcess): readonly string[] =>
  desk
    .rows('Totais')
    .map((row) => [row['Do que'], row['Números']].map(String).join(' '))
    .filter((row) => /^\d/.test(row))
    .sort();
