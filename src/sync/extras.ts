import type { Job } from './jobs/job';

/** Jobs of what the build adds by `--with`: none. */
export const extraJobs: readonly Job[] = [];
