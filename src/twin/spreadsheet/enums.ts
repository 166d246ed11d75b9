/** Enums that hang off `SpreadsheetApp`, with their members. https://developers.google.com/apps-script/reference/spreadsheet */
export const spreadsheetEnums: Readonly<Record<string, readonly string[]>> = {
  AutoFillSeries: ['DEFAULT_SERIES', 'ALTERNATE_SERIES'],
  BandingTheme:
    'LIGHT_GREY CYAN GREEN YELLOW ORANGE BLUE TEAL GREY BROWN LIGHT_GREEN INDIGO PINK'.split(' '),
  BooleanCriteria: (
    'CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_NOT_EQUAL_TO ' +
    'DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN ' +
    'NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN ' +
    'NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS ' +
    'TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH ' +
    'CUSTOM_FORMULA'
  ).split(' '),
  BorderStyle: 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE'.split(' '),
  CopyPasteType: (
    'PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES ' +
    'PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS'
  ).split(' '),
  DataValidationCriteria: (
    'CHECKBOX DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN ' +
    'DATE_ON_OR_AFTER DATE_ON_OR_BEFORE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN ' +
    'NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO ' +
    'NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO ' +
    'TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA'
  ).split(' '),
  DeveloperMetadataLocationType: ['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'],
  DeveloperMetadataVisibility: ['DOCUMENT', 'PROJECT'],
  Dimension: ['COLUMNS', 'ROWS'],
  Direction: ['UP', 'DOWN', 'PREVIOUS', 'NEXT'],
  GroupControlTogglePosition: ['BEFORE', 'AFTER'],
  InterpolationType: ['NUMBER', 'PERCENT', 'PERCENTILE'],
  ProtectionType: ['RANGE', 'SHEET'],
  RecalculationInterval: ['ON_CHANGE', 'MINUTE', 'HOUR'],
  RelativeDate: 'TODAY TOMORROW YESTERDAY PAST_WEEK PAST_MONTH PAST_YEAR'.split(' '),
  SheetType: ['GRID', 'OBJECT', 'DATASOURCE'],
  TextDirection: ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT'],
  WrapStrategy: ['WRAP', 'OVERFLOW', 'CLIP'],
};

/** Enums that hang off the global `Charts`, which chart builders take. */
export const chartEnums: Readonly<Record<string, readonly string[]>> = {
  ChartType: (
    'TIMELINE AREA BAR BUBBLE CANDLESTICK COLUMN COMBO GAUGE GEO HISTOGRAM LINE ORG PIE RADAR ' +
    'SCATTER SPARKLINE STEPPED_AREA TABLE TREEMAP WATERFALL'
  ).split(' '),
  ChartHiddenDimensionStrategy: ['IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH'],
  ChartMergeStrategy: ['MERGE_COLUMNS', 'MERGE_ROWS'],
  CurveStyle: ['NORMAL', 'SMOOTH'],
  PointStyle: ['NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE'],
  Position: ['TOP', 'RIGHT', 'BOTTOM', 'NONE'],
};

/** Enums that hang off what `getUi()` gives. */
export const uiEnums: Readonly<Record<string, readonly string[]>> = {
  Button: ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'],
  ButtonSet: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'],
};
