import { sweep } from '../intake/sweep/sweep';
import type { Services } from '../platform/services';
import type { Job } from './jobs/job';
import { runJobs } from './jobs/run-jobs';
import { weniJob } from './weni/weni-job';

/** Everything that calls other systems by itself, in the order in which it runs. */
const jobs: readonly Job[] = [weniJob];

/** What the trigger of every minute does: first what webhooks have left, then, without the lock, what calls others. */
export function runMinute(services: Services): void {
  runJobs(services, jobs, sweep(services));
}
