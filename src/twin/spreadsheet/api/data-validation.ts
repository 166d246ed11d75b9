import { EnumValue, HostObject } from '../../runtime/host-object';
import { fillBlanks } from '../cells/contents';
import { setRule, ruleAt } from '../cells/validations';
import { spreadsheetEnums } from '../enums';
import type { ValidationRule } from '../model';
import { readArea } from '../read-cells';
import { localeRules } from '../values/locales';
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
import { coerceList } from './builder-values';
import { keepCondition, showCondition } from './formula-condition';
import { Range } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';
import { checkShape, writeArea } from './range-support';

const noRule: ValidationRule = { criteria: '', values: [], allowInvalid: true, helpText: null };
const criterias = memberOf(spreadsheetEnums['DataValidationCriteria'] ?? []);

/** A validation rule; it belongs to no range until set there. */
export class DataValidation extends HostObject {
  constructor(readonly _rule: ValidationRule) {
    super();
  }
}

/** Builds a validation rule. Invalid values are let through with a warning unless told otherwise. */
export class DataValidationBuilder extends HostObject {
  _rule: ValidationRule = noRule;
}

const on = signaturesOf<DataValidationBuilder>();

function edit(builder: DataValidationBuilder, part: Partial<ValidationRule>): typeof builder {
  builder._rule = { ...builder._rule, ...part };
  return builder;
}

const kinds = {
  oneNumber:
    'NumberEqualTo NumberGreaterThan NumberGreaterThanOrEqualTo NumberLessThan NumberLessThanOrEqualTo NumberNotEqualTo',
  twoNumbers: 'NumberBetween NumberNotBetween',
  oneDate: 'DateAfter DateBefore DateEqualTo DateOnOrAfter DateOnOrBefore',
  twoDates: 'DateBetween DateNotBetween',
  oneText: 'TextContains TextDoesNotContain TextEqualTo',
} as const;

type BuilderMethod = Overload<DataValidationBuilder> | Overload<DataValidationBuilder>[];

function fromNames(
  names: string,
  make: (criteria: string) => BuilderMethod,
): Record<string, BuilderMethod> {
  return Object.fromEntries(
    names.split(' ').map((name) => {
      const criteria = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
      return [`require${name}`, make(criteria)];
    }),
  );
}

function requireRange(builder: DataValidationBuilder, range: Range): typeof builder {
  const source = { sheetId: range._sheetId, area: range._area };
  return edit(builder, { criteria: 'VALUE_IN_RANGE', values: [], source });
}

/** The builder of validation rules. */
export const validationBuilderMethods: MethodTable<DataValidationBuilder> = {
  ...fromNames(kinds.oneNumber, (criteria) =>
    on([number], (self, value) => edit(self, { criteria, values: [value] })),
  ),
  ...fromNames(kinds.twoNumbers, (criteria) =>
    on([number, number], (self, ...values) => edit(self, { criteria, values })),
  ),
  ...fromNames(kinds.oneDate, (criteria) =>
    on([date], (self, value) => edit(self, { criteria, values: coerceList([value]) })),
  ),
  ...fromNames(kinds.twoDates, (criteria) =>
    on([date, date], (self, ...values) => edit(self, { criteria, values: coerceList(values) })),
  ),
  ...fromNames(kinds.oneText, (criteria) =>
    on([string], (self, value) => edit(self, { criteria, values: [value] })),
  ),
  requireDate: on([], (self) => edit(self, { criteria: 'DATE_IS_VALID_DATE', values: [] })),
  requireTextIsEmail: on([], (self) => edit(self, { criteria: 'TEXT_IS_VALID_EMAIL', values: [] })),
  requireTextIsUrl: on([], (self) => edit(self, { criteria: 'TEXT_IS_VALID_URL', values: [] })),
  requireFormulaSatisfied: on([string], (self, formula) =>
    edit(self, { criteria: 'CUSTOM_FORMULA', values: [formula] }),
  ),
  requireCheckbox: [
    on([], (self) => edit(self, { criteria: 'CHECKBOX', values: [] })),
    on([anything], (self, ...values) =>
      edit(self, { criteria: 'CHECKBOX', values: coerceList(values) }),
    ),
    on([anything, anything], (self, ...values) =>
      edit(self, { criteria: 'CHECKBOX', values: coerceList(values) }),
    ),
  ],
  requireValueInList: [
    on([listOf(anything)], (self, values) => requireList(self, values)),
    on([listOf(anything), boolean], (self, values) => requireList(self, values)),
  ],
  requireValueInRange: [
    on([hostOf(Range)], requireRange),
    on([hostOf(Range), boolean], requireRange),
  ],
  withCriteria: on([criterias, listOf(anything)], (self, criteria, values) =>
    edit(self, { criteria, values: coerceList(values) }),
  ),
  setAllowInvalid: on([boolean], (self, allowInvalid) => edit(self, { allowInvalid })),
  setHelpText: on([orNull(string)], (self, helpText) => edit(self, { helpText })),
  build: on([], ({ _rule }) => new DataValidation(_rule)),
};

function requireList(builder: DataValidationBuilder, values: readonly unknown[]): typeof builder {
  return edit(builder, { criteria: 'VALUE_IN_LIST', values: coerceList(values) });
}

const onRule = signaturesOf<DataValidation>();

/** A validation rule. */
export const validationRuleMethods: MethodTable<DataValidation> = {
  getAllowInvalid: onRule([], ({ _rule }) => _rule.allowInvalid),
  getHelpText: onRule([], ({ _rule }) => _rule.helpText),
  getCriteriaType: onRule(
    [],
    ({ _rule }) => new EnumValue('DataValidationCriteria', _rule.criteria),
  ),
  getCriteriaValues: onRule([], ({ _rule }) =>
    _rule.criteria === 'VALUE_IN_LIST' ? [_rule.values, true] : _rule.values,
  ),
  copy: onRule([], ({ _rule }) => Object.assign(new DataValidationBuilder(), { _rule })),
};

const onRange = signaturesOf<Range>();

/** Rules take effect at once, so that the next write is judged by them. */
function setRules(
  range: Range,
  ruleAtOffset: (row: number, column: number) => ValidationRule | null,
): Range {
  const { rows, columns } = range._area;
  writeArea(range, (sheet, area) => {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const place = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
        setRule(sheet, place, ruleAtOffset(row, column));
      }
    }
  });
  range._session.beforeRead();
  return range;
}

/** A formula of a rule is read when the rule is set, in the spreadsheet's locale. */
function keepRule(range: Range, validation: DataValidation | null): ValidationRule | null {
  return validation && keepCondition(validation._rule, localeRules(range._session.workbook.locale));
}

function setOneRule(range: Range, rule: ValidationRule | null): Range {
  writeArea(range, (sheet, area) => setRule(sheet, area, rule));
  range._session.beforeRead();
  return range;
}

function readRules(range: Range): (DataValidation | null)[][] {
  const target = { sheetId: range._sheetId, area: range._area };
  const rules = localeRules(range._session.workbook.locale);
  return readArea(range._session, target, ({ sheet, row, column }) => {
    const rule = ruleAt(sheet, row, column);
    return rule && new DataValidation(showCondition(rule, rules));
  });
}

function insertCheckboxes(range: Range, values: readonly unknown[]): Range {
  const rule: ValidationRule = { ...noRule, criteria: 'CHECKBOX', values: coerceList(values) };
  const [, unchecked = false] = coerceList(values);
  return writeArea(range, (sheet, area) => {
    setRule(sheet, area, rule);
    fillBlanks(sheet, area, unchecked);
  });
}

const rules = orNull(hostOf(DataValidation));

/** Validation of a range. */
export const rangeValidationMethods: MethodTable<Range> = {
  setDataValidation: onRange([rules], (range, rule) => setOneRule(range, keepRule(range, rule))),
  setDataValidations: onRange([listOf(listOf(rules))], (range, matrix) => {
    checkShape(range._area, matrix);
    return setRules(range, (row, column) => keepRule(range, matrix[row]?.[column] ?? null));
  }),
  getDataValidation: onRange([], (range) => readRules(range)[0]?.[0] ?? null),
  getDataValidations: onRange([], readRules),
  clearDataValidations: onRange([], (range) => setOneRule(range, null)),
  insertCheckboxes: [
    onRange([], (range) => insertCheckboxes(range, [])),
    onRange([anything], (range, ...values) => insertCheckboxes(range, values)),
    onRange([anything, anything], (range, ...values) => insertCheckboxes(range, values)),
  ],
  removeCheckboxes: onRange([], (range) => setOneRule(range, null)),
};
