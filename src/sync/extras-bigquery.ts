import { warehouseJob } from '../warehouse/job';
import type { Job } from './jobs/job';

/** Jobs of a build with BigQuery. */
export const extraJobs: readonly Job[] = [warehouseJob];
