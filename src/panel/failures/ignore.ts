import { ignoreCauses } from '../../intake/books/ignore-cause';
import { openLedger } from '../../intake/repair/ledger';
import { withWholeTabs } from '../../intake/repair/whole-tabs';
import type { Services } from '../../platform/services';
import { whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';

const longestReason = 80;

/** Takes a cause out of the list of those that wait, with the reason; its events stay in the journal. */
export function ignore(services: Services, key: string, reason: string): Outcome {
  const speak = speaker(services);
  if (reason === '' || reason.length > longestReason) {
    const sentence = speak('failReasonMissing', { count: String(longestReason) });
    return refused(sentence, [{ field: 'reason', sentence }]);
  }
  return change(services, key, reason);
}

/** Puts it back. */
export const unignore = (services: Services, key: string): Outcome => change(services, key, '');

function change(services: Services, key: string, reason: string): Outcome {
  const speak = speaker(services);
  return whileLocked(services, () => {
    const isKnown = withWholeTabs(services, () =>
      ignoreCauses(
        services,
        openLedger(services, services.properties.getAll()),
        new Map([[key, reason]]),
      ),
    );
    if (!isKnown) return refused(speak('failGone'));
    return done(null, speak(reason === '' ? 'failUnignored' : 'failIgnored'));
  });
}
