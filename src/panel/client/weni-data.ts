import type { Choice } from './inputs';

/** What the server gives the page, and takes from it: see `settings/weni.ts`. */
export interface WeniSettings {
  readonly isOn: boolean;
  readonly address: string;
  readonly version: string;
  readonly schemes: readonly string[];
  readonly countryCode: string;
  readonly phoneForm: string;
  readonly language: string;
  readonly fields: readonly MappedField[];
  readonly groups: readonly MappedGroup[];
  readonly connectionIds: readonly string[];
  readonly deletes: boolean;
  readonly callsPerHour: number;
}

export interface MappedField {
  readonly source: string;
  readonly label: string;
  readonly type: string;
}

export interface MappedGroup {
  readonly name: string;
  readonly connectionId: string;
}

export interface WeniPage {
  readonly settings: WeniSettings;
  readonly hasToken: boolean;
  readonly state: string;
  readonly connections: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly schemes: readonly Choice[];
  readonly phoneForms: readonly Choice[];
  readonly fieldTypes: readonly Choice[];
  readonly countryCodes: readonly string[];
}

export interface PlannedCall {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface ShownGroup {
  readonly uuid: string;
  readonly name: string;
  readonly count: number;
  readonly isDynamic: boolean;
}
