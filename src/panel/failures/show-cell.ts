import type { Language } from '../../events/localized';
import { isTicking } from '../../sheets/cells';
import { keep, type CellContent, type ColumnDefinition } from '../../sheets/definition';

/** In which words cells are told. */
export interface CellWords {
  readonly language: Language;
  readonly offsetMinutes: number;
  readonly yes: string;
  readonly no: string;
}

const longestText = 120;

/** What a person would see in a cell; null for what stands there anyway: formulas, times that go on, texts that stay. */
export function showCell(
  { kind }: ColumnDefinition,
  content: CellContent | undefined,
  words: CellWords,
): string | null {
  if (content === keep || isTicking(content) || kind === 'formula') return null;
  if (content === null || content === undefined) return '';
  if (kind === 'flag') return content === true ? words.yes : words.no;
  if (typeof content !== 'number') return cut(String(content));
  if (kind === 'duration') return sayDuration(content);
  return kind === 'time' || kind === 'day' ? sayMoment(content, kind, words) : String(content);
}

const cut = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

/** `26:04:10`. */
function sayDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** As the tabs show it: `28/11/2026 - 11:02:00`. */
function sayMoment(atMs: number, kind: 'time' | 'day', { offsetMinutes }: CellWords): string {
  const local = new Date(atMs + offsetMinutes * 60_000).toISOString();
  const date = local.slice(0, 10).split('-').reverse().join('/');
  return kind === 'day' ? date : `${date} - ${local.slice(11, 19)}`;
}
