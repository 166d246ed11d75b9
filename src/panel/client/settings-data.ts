/** What the server gives the page: see `../settings/section.ts`. */
interface Named {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly when?: string;
}

export interface NumberField extends Named {
  readonly kind: 'number';
  readonly value: string;
  readonly unit: string;
}

export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

export interface SwitchField extends Named {
  readonly kind: 'switch';
  readonly value: boolean;
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'time' | 'date' | 'tick' | 'shown' | 'hidden';
}

export interface TableLine {
  readonly name: string;
  readonly cells: Readonly<Record<string, string | boolean>>;
  readonly fixed: readonly string[];
}

export interface TableField extends Named {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly value: readonly TableLine[];
  readonly add: string;
}

export type Field = NumberField | ChoiceField | SwitchField | TableField;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sum: string;
  readonly fields: readonly Field[];
}
