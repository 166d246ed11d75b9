import type {
  Area,
  BandingData,
  BorderData,
  ChartData,
  ConditionalRule,
  FilterCriteriaData,
  ProtectionData,
  ValidationData,
} from '../model';

/** All of a sheet but its cells and styles. */
export class SheetSettings {
  title = '';
  hidden = false;
  tabColor: string | null = null;
  frozenRows = 0;
  frozenColumns = 0;
  maxRows = 1000;
  maxColumns = 26;
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();
  hiddenColumns = new Set<number>();
  hiddenRows = new Set<number>();
  conditionalRules: readonly ConditionalRule[] = [];
  bandings: readonly BandingData[] = [];
  charts: readonly ChartData[] = [];
  filter: Area | null = null;
  filterCriteria: readonly FilterCriteriaData[] = [];
  merges: readonly Area[] = [];
  validations: readonly ValidationData[] = [];
  protections: readonly ProtectionData[] = [];
  borders: readonly BorderData[] = [];
  hiddenGridlines = false;

  constructor(readonly id: number) {}
}
