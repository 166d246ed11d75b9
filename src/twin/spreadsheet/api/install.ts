import { appMethods } from './app';
import * as banding from './banding';
import * as chart from './chart';
import * as builder from './chart-builder';
import * as charts from './chart-objects';
import * as conditional from './conditional-format';
import * as validation from './data-validation';
import * as filter from './filter';
import { Range, RangeList, Sheet, Spreadsheet, SpreadsheetApp } from './host-objects';
import * as metadata from './metadata';
import * as marks from './metadata-methods';
import * as mark from './metadata-objects';
import { installMethods } from './methods';
import * as protection from './protection';
import * as actions from './range-actions';
import { rangeDataMethods } from './range-data';
import { rangeFormatMethods } from './range-formats';
import { rangeGeometryMethods } from './range-geometry';
import { rangeValueMethods } from './range-values';
import * as text from './rich-text';
import { sheetBasicMethods } from './sheet-basics';
import { sheetCopyMethods } from './sheet-copies';
import { sheetGridMethods } from './sheet-grid';
import { sheetLineMethods } from './sheet-lines';
import * as settings from './spreadsheet-settings';
import { spreadsheetSheetMethods } from './spreadsheet-sheets';
import * as finder from './text-finder';
import * as ui from './ui';

/** Puts all methods on the classes of the service; calling it again changes nothing. */
export function installSpreadsheetMethods(): void {
  installMethods(SpreadsheetApp, appMethods, 'SpreadsheetApp');
  installSpreadsheet();
  installSheet();
  installRange();
  installCharts();
  installRules();
  installUi();
}

function installSpreadsheet(): void {
  installMethods(Spreadsheet, {
    ...spreadsheetSheetMethods,
    ...settings.spreadsheetSettingMethods,
    ...finder.spreadsheetFinderMethods,
    ...protection.spreadsheetProtectionMethods,
    ...ui.spreadsheetMenuMethods,
    ...metadata.metadataMethods<Spreadsheet>(() => ({ type: 'SPREADSHEET' })),
  });
  installMethods(settings.NamedRange, settings.namedRangeMethods);
  installMethods(settings.User, settings.userMethods, 'User');
  installMethods(mark.DeveloperMetadata, marks.developerMetadataMethods);
  installMethods(mark.DeveloperMetadataLocation, marks.metadataLocationMethods);
  installMethods(mark.DeveloperMetadataFinder, marks.metadataFinderMethods);
}

function installSheet(): void {
  installMethods(Sheet, {
    ...sheetBasicMethods,
    ...sheetGridMethods,
    ...sheetLineMethods,
    ...sheetCopyMethods,
    ...actions.sheetActionMethods,
    ...banding.sheetBandingMethods,
    ...chart.sheetChartMethods,
    ...conditional.sheetConditionalMethods,
    ...filter.sheetFilterMethods,
    ...finder.sheetFinderMethods,
    ...protection.sheetProtectionMethods,
    ...metadata.metadataMethods<Sheet>(({ _id }) => ({ type: 'SHEET', sheetId: _id })),
  });
}

function installRange(): void {
  installMethods(Range, {
    ...rangeValueMethods,
    ...rangeDataMethods,
    ...rangeFormatMethods,
    ...rangeGeometryMethods,
    ...actions.rangeActionMethods,
    ...banding.rangeBandingMethods,
    ...filter.rangeFilterMethods,
    ...finder.rangeFinderMethods,
    ...protection.rangeProtectionMethods,
    ...text.rangeTextMethods,
    ...validation.rangeValidationMethods,
    ...metadata.metadataMethods(metadata.locateRange, metadata.scopeOfRange),
  });
  installMethods(RangeList, actions.rangeListMethods);
  installMethods(finder.TextFinder, finder.textFinderMethods);
}

function installCharts(): void {
  installMethods(charts.EmbeddedChart, chart.chartMethods);
  installMethods(charts.ContainerInfo, chart.containerMethods);
  installMethods(charts.ChartOptions, chart.chartOptionMethods);
  installMethods(charts.EmbeddedChartBuilder, builder.chartBuilderMethods);
  installMethods(charts.EmbeddedTypedChartBuilder, builder.typedChartMethods);
  installMethods(charts.EmbeddedScatterChartBuilder, builder.scatterChartMethods);
}

function installRules(): void {
  installMethods(conditional.ConditionalFormatRule, conditional.conditionalRuleMethods);
  installMethods(conditional.ConditionalFormatRuleBuilder, conditional.conditionalBuilderMethods);
  installMethods(conditional.BooleanCondition, conditional.booleanConditionMethods);
  installMethods(validation.DataValidation, validation.validationRuleMethods);
  installMethods(validation.DataValidationBuilder, validation.validationBuilderMethods);
  installMethods(filter.Filter, filter.filterMethods);
  installMethods(filter.FilterCriteria, filter.filterCriteriaMethods);
  installMethods(filter.FilterCriteriaBuilder, filter.filterCriteriaBuilderMethods);
  installMethods(banding.Banding, banding.bandingMethods);
  installMethods(protection.Protection, protection.protectionMethods);
  installMethods(text.TextStyle, text.textStyleMethods);
  installMethods(text.TextStyleBuilder, text.textStyleBuilderMethods);
  installMethods(text.RichTextValue, text.richTextMethods);
  installMethods(text.RichTextValueBuilder, text.richTextBuilderMethods);
}

function installUi(): void {
  installMethods(ui.Ui, ui.uiMethods, 'Ui');
  installMethods(ui.Menu, ui.menuMethods, 'Menu');
  installMethods(ui.PromptResponse, ui.promptResponseMethods, 'PromptResponse');
}
