import { EnumValue, HostObject } from '../../runtime/host-object';
import type { ConditionalRule, GradientPoint } from '../model';
import { normalizeColor } from '../values/colors';
import { localeRules } from '../values/locales';
import { keepCondition, showCondition } from './formula-condition';
import { coerceList } from './builder-values';
import {
  anything,
  boolean,
  date,
  hostOf,
  listOf,
  memberOf,
  number,
  orNull,
  string,
} from './arguments';
import { spreadsheetEnums } from '../enums';
import { Range, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';
import { change, readState } from './sheet-basics';
import { toRanges } from './sheet-ranges';

type RuleParts = Omit<ConditionalRule, 'areas'>;
const noRule: RuleParts = { criteria: '', values: [], style: {} };

/** A conditional format rule; it belongs to no sheet until set there. */
export class ConditionalFormatRule extends HostObject {
  constructor(
    readonly _ranges: readonly Range[],
    readonly _rule: RuleParts,
  ) {
    super();
  }
}

/** Builds a conditional format rule. */
export class ConditionalFormatRuleBuilder extends HostObject {
  _ranges: readonly Range[] = [];
  _rule: RuleParts = noRule;
}

/** The condition of a rule. */
export class BooleanCondition extends HostObject {
  constructor(readonly _rule: RuleParts) {
    super();
  }
}

const on = signaturesOf<ConditionalFormatRuleBuilder>();
const relativeDates = memberOf(spreadsheetEnums['RelativeDate'] ?? []);
const interpolations = memberOf(spreadsheetEnums['InterpolationType'] ?? []);
const criterias = memberOf(spreadsheetEnums['BooleanCriteria'] ?? []);

function edit(
  builder: ConditionalFormatRuleBuilder,
  part: Partial<RuleParts>,
): ConditionalFormatRuleBuilder {
  builder._rule = { ...builder._rule, ...part };
  return builder;
}

function restyle(
  builder: ConditionalFormatRuleBuilder,
  style: RuleParts['style'],
): ConditionalFormatRuleBuilder {
  return edit(builder, { style: { ...builder._rule.style, ...style } });
}

const oneNumber: Readonly<Record<string, string>> = {
  whenNumberEqualTo: 'NUMBER_EQUAL_TO',
  whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
  whenNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  whenNumberLessThan: 'NUMBER_LESS_THAN',
  whenNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  whenNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
};
const twoNumbers: Readonly<Record<string, string>> = {
  whenNumberBetween: 'NUMBER_BETWEEN',
  whenNumberNotBetween: 'NUMBER_NOT_BETWEEN',
};
const oneText: Readonly<Record<string, string>> = {
  whenFormulaSatisfied: 'CUSTOM_FORMULA',
  whenTextContains: 'TEXT_CONTAINS',
  whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  whenTextEndsWith: 'TEXT_ENDS_WITH',
  whenTextEqualTo: 'TEXT_EQUAL_TO',
  whenTextStartsWith: 'TEXT_STARTS_WITH',
};
const oneDate: Readonly<Record<string, string>> = {
  whenDateAfter: 'DATE_AFTER',
  whenDateBefore: 'DATE_BEFORE',
  whenDateEqualTo: 'DATE_EQUAL_TO',
};

type BuilderMethod =
  Overload<ConditionalFormatRuleBuilder> | Overload<ConditionalFormatRuleBuilder>[];

function fromTable(
  table: Readonly<Record<string, string>>,
  make: (criteria: string) => BuilderMethod,
): Record<string, BuilderMethod> {
  return Object.fromEntries(
    Object.entries(table).map(([name, criteria]) => [name, make(criteria)]),
  );
}

function gradientMethods(name: string, place: number): Record<string, BuilderMethod> {
  const put = (builder: ConditionalFormatRuleBuilder, point: GradientPoint): typeof builder => {
    const points = [...(builder._rule.gradient ?? [])];
    while (points.length <= place) points.push({ color: '', type: '', value: '' });
    points[place] = { ...point, color: normalizeColor(point.color) ?? '' };
    return edit(builder, { gradient: points });
  };
  const type = place === 0 ? 'MIN' : 'MAX';
  return {
    [`setGradient${name}WithValue`]: on(
      [string, interpolations, string],
      (self, ...[color, by, value]) => put(self, { color, type: by, value }),
    ),
    ...(place === 1
      ? {}
      : {
          [`setGradient${name}`]: on([string], (self, color) =>
            put(self, { color, type, value: '' }),
          ),
        }),
  };
}

function build({ _ranges, _rule }: ConditionalFormatRuleBuilder): ConditionalFormatRule {
  if (_ranges.length === 0) {
    throw new Error('Conditional format rule must have at least one range.');
  }
  if (_rule.criteria === '' && !_rule.gradient) {
    throw new Error('Conditional format rule must have a boolean or gradient condition.');
  }
  const gradient = _rule.gradient?.filter(({ color }) => color !== '');
  return new ConditionalFormatRule(_ranges, { ..._rule, ...(gradient ? { gradient } : {}) });
}

/** The builder of conditional format rules. */
export const conditionalBuilderMethods: MethodTable<ConditionalFormatRuleBuilder> = {
  ...fromTable(oneNumber, (criteria) =>
    on([number], (self, value) => edit(self, { criteria, values: [value] })),
  ),
  ...fromTable(twoNumbers, (criteria) =>
    on([number, number], (self, ...values) => edit(self, { criteria, values })),
  ),
  ...fromTable(oneText, (criteria) =>
    on([string], (self, value) => edit(self, { criteria, values: [value] })),
  ),
  ...fromTable(oneDate, (criteria) => [
    on([date], (self, value) => edit(self, { criteria, values: coerceList([value]) })),
    on([relativeDates], (self, value) =>
      edit(self, { criteria: `${criteria}_RELATIVE`, values: [value] }),
    ),
  ]),
  ...gradientMethods('Minpoint', 0),
  ...gradientMethods('Midpoint', 1),
  ...gradientMethods('Maxpoint', 2),
  whenCellEmpty: on([], (self) => edit(self, { criteria: 'CELL_EMPTY', values: [] })),
  whenCellNotEmpty: on([], (self) => edit(self, { criteria: 'CELL_NOT_EMPTY', values: [] })),
  withCriteria: on([criterias, listOf(anything)], (self, criteria, values) =>
    edit(self, { criteria, values: coerceList(values) }),
  ),
  setBackground: on([orNull(string)], (self, color) =>
    restyle(self, color === null ? {} : { background: normalizeColor(color) ?? '#ffffff' }),
  ),
  setFontColor: on([orNull(string)], (self, color) =>
    restyle(self, color === null ? {} : { fontColor: normalizeColor(color) ?? '#000000' }),
  ),
  setBold: on([orNull(boolean)], (self, bold) =>
    restyle(self, { fontWeight: bold ? 'bold' : 'normal' }),
  ),
  setItalic: on([orNull(boolean)], (self, italic) =>
    restyle(self, { fontStyle: italic ? 'italic' : 'normal' }),
  ),
  setRanges: on([listOf(hostOf(Range))], (self, ranges) => {
    self._ranges = ranges;
    return self;
  }),
  getRanges: on([], ({ _ranges }) => _ranges),
  build: on([], build),
};

const onRule = signaturesOf<ConditionalFormatRule>();
const onCondition = signaturesOf<BooleanCondition>();

/** A conditional format rule. */
export const conditionalRuleMethods: MethodTable<ConditionalFormatRule> = {
  getRanges: onRule([], ({ _ranges }) => _ranges),
  getBooleanCondition: onRule([], ({ _rule }) =>
    _rule.gradient ? null : new BooleanCondition(_rule),
  ),
  copy: onRule([], ({ _ranges, _rule }) =>
    Object.assign(new ConditionalFormatRuleBuilder(), { _ranges, _rule }),
  ),
};

/** The condition of a rule. */
export const booleanConditionMethods: MethodTable<BooleanCondition> = {
  getCriteriaType: onCondition([], ({ _rule }) => new EnumValue('BooleanCriteria', _rule.criteria)),
  getCriteriaValues: onCondition([], ({ _rule }) => _rule.values),
  getBackground: onCondition([], ({ _rule }) => _rule.style.background ?? null),
  getFontColor: onCondition([], ({ _rule }) => _rule.style.fontColor ?? null),
  getBold: onCondition([], ({ _rule }) => _rule.style.fontWeight === 'bold'),
  getItalic: onCondition([], ({ _rule }) => _rule.style.fontStyle === 'italic'),
};

const onSheet = signaturesOf<Sheet>();

function setRules(sheet: Sheet, rules: readonly ConditionalFormatRule[]): void {
  const foreign = rules.some(({ _ranges }) =>
    _ranges.some(({ _sheetId }) => _sheetId !== sheet._id),
  );
  if (foreign) throw new Error('Conditional format rule cannot reference a different sheet.');
  const { rules: locale } = sheet._session.writing();
  const kept = rules.map(({ _ranges, _rule }) => ({
    ...keepCondition(_rule, locale),
    areas: _ranges.map(({ _area }) => _area),
  }));
  change(sheet, (state) => {
    state.conditionalRules = kept;
  });
}

/** Conditional formats of a sheet. */
export const sheetConditionalMethods: MethodTable<Sheet> = {
  getConditionalFormatRules: onSheet([], (sheet) =>
    readState(sheet).conditionalRules.map(
      ({ areas, ...rule }) =>
        new ConditionalFormatRule(
          toRanges(sheet._session, sheet._id, areas),
          showCondition(rule, localeRules(sheet._session.workbook.locale)),
        ),
    ),
  ),
  setConditionalFormatRules: onSheet([listOf(hostOf(ConditionalFormatRule))], setRules),
  clearConditionalFormatRules: onSheet([], (sheet) => setRules(sheet, [])),
};
