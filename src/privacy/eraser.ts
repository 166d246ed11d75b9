import type { Gone } from '../masks/gone';
import type { Services } from '../platform/services';
import type { Config } from '../settings/config';

/** With what people are erased. */
export interface Eraser {
  readonly services: Services;
  readonly config: Config;
  readonly gone: Gone;
  /** Of the pseudonyms. */
  readonly key: string;
}
