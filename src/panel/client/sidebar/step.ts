import type { App } from './app';
import type { PanelPage } from './data';

/** One of the five steps: what it shows, its buttons, and where the keyboard goes. */
export interface Step {
  readonly body: readonly HTMLElement[];
  readonly back: HTMLElement | null;
  readonly next: HTMLElement | null;
  readonly first?: HTMLElement;
  /** What it waited for has come. */
  readonly isEnded?: boolean;
  update?(page: PanelPage): void;
  rhythmMs?(): number;
}

/** What a step may do with the others. */
export interface Wizard {
  readonly app: App;
  /** Shows a step; `detail`: the connection that step 4 and 5 are about. */
  turn(step: number, detail?: string): void;
}
