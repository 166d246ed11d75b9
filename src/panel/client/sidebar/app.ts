import { askServer } from '../call-server';
import type { Outcome } from '../outcome';
import type { PanelPage } from './data';

export type ScreenName = 'start' | 'connections' | 'new';

/** One screen of the panel. */
export interface Screen {
  readonly node: HTMLElement;
  /** Puts the keyboard where one goes on. */
  focus(): void;
  /** Shows what has changed; moves no focus and closes nothing. */
  update?(page: PanelPage): void;
  /** How often it wants to hear what is new; 0: not at all. */
  rhythmMs(): number;
}

/** The panel as its screens see it. */
export interface App {
  page(): PanelPage;
  go(name: ScreenName, detail?: string): void;
  /** Reads everything anew; false when nothing answered. */
  refresh(): Promise<boolean>;
  /** Asks for something that shows itself elsewhere; where it is refused, says why. */
  tryTo(action: string, ...args: readonly string[]): Promise<void>;
  /** Says something to those who hear the page. */
  announce(sentence: string): void;
}

/** Asks the app for something. */
export const ask = <T>(action: string, ...args: readonly string[]): Promise<Outcome<T>> =>
  new Promise((resolve) => askServer<T>(action, args, resolve));
