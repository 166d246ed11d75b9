import type { Choice } from './inputs';

/** What the server gives the page: see `panel/choices/page.ts`. */
export interface ChoicesPage {
  readonly id: string;
  readonly name: string;
  readonly isPaused: boolean;
  readonly columns: readonly OwnColumn[];
  readonly events: readonly {
    readonly name: string;
    readonly title: string;
    readonly isOn: boolean;
  }[];
  readonly conditions: readonly Condition[];
  readonly fields: readonly SeenField[];
  readonly isMasked: boolean;
  readonly tabs: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly classes: readonly Choice[];
}

export interface OwnColumn {
  readonly id: string;
  readonly title: string;
  readonly tab: string;
  readonly path: string;
  readonly kind: string;
  readonly personal: string;
}

export interface Condition {
  /** As JSON. */
  readonly path: string;
  readonly said: string;
  readonly values: string;
}

export interface SeenField {
  /** As JSON. */
  readonly path: string;
  readonly said: string;
  readonly value: string;
}

/** What a card works with: the page as it is, and how it is shown anew with a sentence on that card. */
export interface Desk {
  readonly page: ChoicesPage;
  readonly place: HTMLElement;
  readonly showAnew: (page: ChoicesPage, sentence: string) => string;
}
