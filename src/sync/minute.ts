import { alarmJob } from './alarms/alarm-job';
import { duringRun } from '../budget/trigger-run';
import { sweep } from '../intake/sweep/sweep';
import type { Services } from '../platform/services';
import { privacyJob } from '../privacy/job';
import type { Job } from './jobs/job';
import { runJobs } from './jobs/run-jobs';
import { extraJobs } from './extras';
import { pollJob } from './poll/poll-job';
import { reconcileJob } from './reconcile/reconcile-job';
import { weniJob } from './weni/weni-job';

/** Everything that works by itself behind the sweep, in the order in which it runs. */
const jobs: readonly Job[] = [alarmJob, privacyJob, pollJob, weniJob, reconcileJob, ...extraJobs];

/**
 * What the trigger of every minute does: first what webhooks have left, then, without the lock, what calls others. While the sweep rests
 * jobs rest as well: what they use is of the same day's quota.
 */
export function runMinute(services: Services): void {
  duringRun(services, (run) => {
    const all = sweep(services, run);
    if (all === null) return;
    const atMs = services.clock.now();
    if (runJobs(services, jobs, all)) run.untoldFromMs ??= atMs;
  });
}
