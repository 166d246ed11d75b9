/**
 * Reads CSV text (RFC 4180: quotes doubled, line ends `\n` or `\r\n`); throws `Could not parse text.` on an open quote.
 * Source: https://developers.google.com/apps-script/reference/utilities/utilities#parseCsv(String,Char)
 */
export function parseCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const cell = readCell(csv, at, delimiter);
    row.push(cell.text);
    at = cell.end;
    if (csv.startsWith(delimiter, at)) {
      at += delimiter.length;
      if (at === csv.length) row.push('');
      continue;
    }
    at += lineEndLength(csv, at);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Length of the line end at a place; 0 at the end of the text. Anything else there (`"a"b`) cannot be read. */
function lineEndLength(csv: string, at: number): number {
  const [end = null] = /^(?:\r\n|\r|\n|$)/.exec(csv.slice(at, at + 2)) ?? [];
  if (end === null) throw new Error('Could not parse text.');
  return end.length;
}

function readCell(csv: string, start: number, delimiter: string): { text: string; end: number } {
  return csv[start] === '"' ? readQuoted(csv, start) : readBare(csv, start, delimiter);
}

function readBare(csv: string, start: number, delimiter: string): { text: string; end: number } {
  let end = start;
  while (end < csv.length && !/[\r\n]/.test(csv.charAt(end)) && !csv.startsWith(delimiter, end))
    end += 1;
  return { text: csv.slice(start, end), end };
}

function readQuoted(csv: string, start: number): { text: string; end: number } {
  const quoted = /"((?:[^"]|"")*)"/y;
  quoted.lastIndex = start;
  const match = quoted.exec(csv);
  if (match === null) throw new Error('Could not parse text.');
  return { text: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex };
}
