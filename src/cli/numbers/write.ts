/** Figures as a Brazilian reads them. */
export const decimal = (value: number, digits = 0): string =>
  value.toLocaleString('pt-BR', { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const seconds = (ms: number): string => `${decimal(ms / 1000, 2)} s`;

export const percent = (share: number): string => `${decimal(share * 100, 1)} %`;

export function makeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const separator = header.map(() => '---');
  return [header, separator, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
