import type { Platform } from './people';

/** One webhook: when the platform sends it, to which URL, and its body. */
export interface Post {
  readonly atMs: number;
  readonly platform: Platform;
  readonly webhook: string;
  readonly body: object;
}
