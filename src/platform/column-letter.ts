/** The letters of a column in A1 notation: 1 → `A`, 27 → `AA`. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetter(rest) + letter;
}
