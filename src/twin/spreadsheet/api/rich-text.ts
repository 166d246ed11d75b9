import { HostObject } from '../../runtime/host-object';
import { putRuns, writeInputs } from '../cells/contents';
import { setStyle } from '../cells/styles';
import type { CellStyle, TextRun } from '../model';
import { readArea, readDisplay } from '../read-cells';
import { normalizeColor } from '../values/colors';
import { boolean, hostOf, listOf, number, orNull, string } from './arguments';
import type { Range } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { checkShape, first, repeat, writeArea } from './range-support';

/** Looks of a text. */
export class TextStyle extends HostObject {
  constructor(readonly _style: CellStyle) {
    super();
  }
}

/** Builds the looks of a text. */
export class TextStyleBuilder extends HostObject {
  _style: CellStyle = {};
}

/** A text with a look, and parts of it with looks of their own. */
export class RichTextValue extends HostObject {
  constructor(
    readonly _text: string,
    readonly _style: CellStyle,
    readonly _runs: readonly TextRun[] = [],
  ) {
    super();
  }

  /** Where the text begins in the one that it is a part of. */
  _start = 0;
}

/** Builds a text with a look. */
export class RichTextValueBuilder extends HostObject {
  _text = '';
  _style: CellStyle = {};
  _runs: readonly TextRun[] = [];
}

const onStyle = signaturesOf<TextStyle>();
const onStyleBuilder = signaturesOf<TextStyleBuilder>();
const onText = signaturesOf<RichTextValue>();
const onTextBuilder = signaturesOf<RichTextValueBuilder>();
const onRange = signaturesOf<Range>();

function restyle(builder: TextStyleBuilder, part: CellStyle): TextStyleBuilder {
  builder._style = { ...builder._style, ...part };
  return builder;
}

/** Looks of a text. */
export const textStyleMethods: MethodTable<TextStyle> = {
  isBold: onStyle([], ({ _style }) => _style.fontWeight === 'bold'),
  isItalic: onStyle([], ({ _style }) => _style.fontStyle === 'italic'),
  getFontSize: onStyle([], ({ _style }) => _style.fontSize ?? null),
  getFontFamily: onStyle([], ({ _style }) => _style.fontFamily ?? null),
  getForegroundColor: onStyle([], ({ _style }) => _style.fontColor ?? null),
  copy: onStyle([], ({ _style }) => Object.assign(new TextStyleBuilder(), { _style })),
};

/** The builder of looks. */
export const textStyleBuilderMethods: MethodTable<TextStyleBuilder> = {
  setBold: onStyleBuilder([boolean], (self, bold) =>
    restyle(self, { fontWeight: bold ? 'bold' : 'normal' }),
  ),
  setItalic: onStyleBuilder([boolean], (self, italic) =>
    restyle(self, { fontStyle: italic ? 'italic' : 'normal' }),
  ),
  setFontSize: onStyleBuilder([number], (self, fontSize) => restyle(self, { fontSize })),
  setFontFamily: onStyleBuilder([string], (self, fontFamily) => restyle(self, { fontFamily })),
  setForegroundColor: onStyleBuilder([orNull(string)], (self, color) =>
    restyle(self, { fontColor: normalizeColor(color) ?? '#000000' }),
  ),
  build: onStyleBuilder([], ({ _style }) => new TextStyle(_style)),
};

/** The looks at each letter, those of later runs over those of earlier ones, joined where they are the same. */
function splitRuns({ _text, _style, _runs }: RichTextValue): RichTextValue[] {
  const parts: RichTextValue[] = [];
  const edges = [0, _text.length, ..._runs.flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(edges)].filter((at) => at <= _text.length).toSorted((a, b) => a - b);
  places.slice(0, -1).forEach((start, index) => {
    const end = places[index + 1] ?? _text.length;
    const own = _runs.filter((run) => run.start <= start && run.end >= end);
    const looks = [_style, ...own.map((run) => run.style)].flatMap((look) => Object.entries(look));
    const style: CellStyle = Object.fromEntries(looks);
    const part = new RichTextValue(_text.slice(start, end), style);
    parts.push(Object.assign(part, { _start: start }));
  });
  return parts;
}

/** A text with a look. */
export const richTextMethods: MethodTable<RichTextValue> = {
  getText: onText([], ({ _text }) => _text),
  getTextStyle: onText([], ({ _style }) => new TextStyle(_style)),
  getRuns: onText([], splitRuns),
  getStartIndex: onText([], ({ _start }) => _start),
  getEndIndex: onText([], ({ _start, _text }) => _start + _text.length),
  getLinkUrl: onText([], () => null),
};

function styleRun(
  builder: RichTextValueBuilder,
  ...[start, end, style]: readonly [number, number, TextStyle | null]
): RichTextValueBuilder {
  if (start < 0 || end > builder._text.length || start > end)
    throw new Error('Illegal argument. The start or end offset is outside the text.');
  const run = { start, end, style: style?._style ?? {} };
  return Object.assign(builder, { _runs: [...builder._runs, run] });
}

/** The builder of a text with looks. */
export const richTextBuilderMethods: MethodTable<RichTextValueBuilder> = {
  setText: onTextBuilder([string], (self, text) => Object.assign(self, { _text: text })),
  setTextStyle: [
    onTextBuilder([orNull(hostOf(TextStyle))], (self, style) =>
      Object.assign(self, { _style: style?._style ?? {} }),
    ),
    onTextBuilder([number, number, orNull(hostOf(TextStyle))], styleRun),
  ],
  build: onTextBuilder([], ({ _text, _style, _runs }) => new RichTextValue(_text, _style, _runs)),
};

/** A text stays text, whatever it begins with. */
function setRichText(range: Range, values: readonly (readonly RichTextValue[])[]): Range {
  checkShape(range._area, values);
  const writing = range._session.writing();
  const inputs = values.map((line) => line.map(({ _text }) => `'${_text}`));
  return writeArea(range, (sheet, area) => {
    writeInputs(sheet, area, { inputs, writing });
    values.forEach((line, down) => {
      line.forEach(({ _style, _runs }, over) => {
        const place = { row: area.row + down, column: area.column + over, rows: 1, columns: 1 };
        setStyle(sheet, place, _style);
        putRuns(sheet, place, _runs);
      });
    });
  });
}

function readRichText(range: Range): RichTextValue[][] {
  const target = { sheetId: range._sheetId, area: range._area };
  return readArea(range._session, target, (place) => {
    const { sheet, row, column, known } = place;
    const style = sheet.styleAt(row, column, known);
    const runs = (known ?? sheet.rowAt(row))?.extras?.[column - 1]?.runs ?? [];
    return new RichTextValue(readDisplay(range._session, place), style, runs);
  });
}

/** Texts with looks, and the looks, of a range. */
export const rangeTextMethods: MethodTable<Range> = {
  getRichTextValue: onRange([], (range) => first(range, readRichText)),
  getRichTextValues: onRange([], readRichText),
  setRichTextValue: onRange([hostOf(RichTextValue)], (range, value) =>
    setRichText(range, repeat(range._area, value)),
  ),
  setRichTextValues: onRange([listOf(listOf(hostOf(RichTextValue)))], setRichText),
  getTextStyle: onRange([], (range) =>
    first(range, (one) =>
      readRichText(one).map((line) => line.map(({ _style }) => new TextStyle(_style))),
    ),
  ),
  setTextStyle: onRange([hostOf(TextStyle)], (range, { _style }) =>
    writeArea(range, (sheet, area) => setStyle(sheet, area, _style)),
  ),
};
