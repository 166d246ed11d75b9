import { HostObject } from '../../runtime/host-object';
import { writeInputs } from '../cells/contents';
import { setStyle } from '../cells/styles';
import type { CellStyle } from '../model';
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

/** A text with one look; parts of a text with looks of their own are not kept. */
export class RichTextValue extends HostObject {
  constructor(
    readonly _text: string,
    readonly _style: CellStyle,
  ) {
    super();
  }
}

/** Builds a text with a look. */
export class RichTextValueBuilder extends HostObject {
  _text = '';
  _style: CellStyle = {};
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

/** A text with a look. */
export const richTextMethods: MethodTable<RichTextValue> = {
  getText: onText([], ({ _text }) => _text),
  getTextStyle: onText([], ({ _style }) => new TextStyle(_style)),
  getLinkUrl: onText([], () => null),
};

/** The builder of a text with a look. */
export const richTextBuilderMethods: MethodTable<RichTextValueBuilder> = {
  setText: onTextBuilder([string], (self, text) => Object.assign(self, { _text: text })),
  setTextStyle: onTextBuilder([orNull(hostOf(TextStyle))], (self, style) =>
    Object.assign(self, { _style: style?._style ?? {} }),
  ),
  build: onTextBuilder([], ({ _text, _style }) => new RichTextValue(_text, _style)),
};

/** A text stays text, whatever it begins with. */
function setRichText(range: Range, values: readonly (readonly RichTextValue[])[]): Range {
  checkShape(range._area, values);
  const writing = range._session.writing();
  const inputs = values.map((line) => line.map(({ _text }) => `'${_text}`));
  return writeArea(range, (sheet, area) => {
    writeInputs(sheet, area, { inputs, writing });
    values.forEach((line, down) => {
      line.forEach(({ _style }, over) => {
        const place = { row: area.row + down, column: area.column + over, rows: 1, columns: 1 };
        setStyle(sheet, place, _style);
      });
    });
  });
}

function readRichText(range: Range): RichTextValue[][] {
  const target = { sheetId: range._sheetId, area: range._area };
  return readArea(range._session, target, (place) => {
    const style = place.sheet.styleAt(place.row, place.column, place.known);
    return new RichTextValue(readDisplay(range._session, place), style);
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
