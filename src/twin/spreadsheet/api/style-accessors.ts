import { EnumValue } from '../../runtime/host-object';
import { defaultStyle, type StylePatch } from '../cells/styles';
import type { CellStyle } from '../model';
import { normalizeColor } from '../values/colors';
import { automaticFormat, isAutomaticFormat } from '../values/number-formats';
import { boolean, memberOf, number, orNull, string, type ArgumentType } from './arguments';

/** How one property of a cell's look is read and set. */
export interface StyleAccessor<T> {
  readonly name: string;
  readonly plural: string;
  readonly type: ArgumentType<T>;
  readonly read: (style: CellStyle) => unknown;
  readonly patch: (value: T) => StylePatch;
}

const weights = orNull(memberOf(['bold', 'normal']));
const fontStyles = orNull(memberOf(['italic', 'normal']));
const horizontal = orNull(memberOf(['left', 'center', 'right', 'normal', 'general']));
const vertical = orNull(memberOf(['top', 'middle', 'bottom']));
const wraps = memberOf(['OVERFLOW', 'WRAP', 'CLIP']);

const accessor = <T>(made: StyleAccessor<T>): StyleAccessor<T> => made;

/** The properties of a cell's look that have a getter and a setter, each for one cell and for many. */
export const styleAccessors = {
  numberFormat: accessor({
    name: 'NumberFormat',
    plural: 'NumberFormats',
    type: string,
    read: ({ numberFormat }) => (isAutomaticFormat(numberFormat) ? automaticFormat : numberFormat),
    patch: (value) => ({ numberFormat: isAutomaticFormat(value) ? null : value }),
  }),
  background: accessor({
    name: 'Background',
    plural: 'Backgrounds',
    type: orNull(string),
    read: ({ background }) => background ?? defaultStyle.background,
    patch: (value) => ({ background: normalizeColor(value) }),
  }),
  fontColor: accessor({
    name: 'FontColor',
    plural: 'FontColors',
    type: orNull(string),
    read: ({ fontColor }) => fontColor ?? defaultStyle.fontColor,
    patch: (value) => ({ fontColor: normalizeColor(value) }),
  }),
  fontWeight: accessor({
    name: 'FontWeight',
    plural: 'FontWeights',
    type: weights,
    read: ({ fontWeight }) => fontWeight ?? defaultStyle.fontWeight,
    patch: (fontWeight) => ({ fontWeight }),
  }),
  fontStyle: accessor({
    name: 'FontStyle',
    plural: 'FontStyles',
    type: fontStyles,
    read: ({ fontStyle }) => fontStyle ?? defaultStyle.fontStyle,
    patch: (fontStyle) => ({ fontStyle }),
  }),
  fontLine: accessor({
    name: 'FontLine',
    plural: 'FontLines',
    type: orNull(memberOf(['none', 'underline', 'line-through'])),
    read: ({ fontLine }) => fontLine ?? defaultStyle.fontLine,
    patch: (fontLine) => ({ fontLine }),
  }),
  fontSize: accessor({
    name: 'FontSize',
    plural: 'FontSizes',
    type: number,
    read: ({ fontSize }) => fontSize ?? defaultStyle.fontSize,
    patch: (fontSize) => ({ fontSize }),
  }),
  fontFamily: accessor({
    name: 'FontFamily',
    plural: 'FontFamilies',
    type: orNull(string),
    read: ({ fontFamily }) => fontFamily ?? defaultStyle.fontFamily,
    patch: (fontFamily) => ({ fontFamily }),
  }),
  horizontalAlignment: accessor({
    name: 'HorizontalAlignment',
    plural: 'HorizontalAlignments',
    type: horizontal,
    read: ({ horizontalAlignment }) => horizontalAlignment ?? 'general',
    patch: (value) => ({
      horizontalAlignment: value === 'normal' || value === 'general' ? null : value,
    }),
  }),
  verticalAlignment: accessor({
    name: 'VerticalAlignment',
    plural: 'VerticalAlignments',
    type: vertical,
    read: ({ verticalAlignment }) => verticalAlignment ?? defaultStyle.verticalAlignment,
    patch: (verticalAlignment) => ({ verticalAlignment }),
  }),
  wrapStrategy: accessor({
    name: 'WrapStrategy',
    plural: 'WrapStrategies',
    type: wraps,
    read: ({ wrap }) => new EnumValue('WrapStrategy', wrap ?? defaultStyle.wrap),
    patch: (wrap) => ({ wrap }),
  }),
  wrap: accessor({
    name: 'Wrap',
    plural: 'Wraps',
    type: boolean,
    read: ({ wrap }) => wrap === 'WRAP',
    patch: (value) => ({ wrap: value ? 'WRAP' : 'OVERFLOW' }),
  }),
};
