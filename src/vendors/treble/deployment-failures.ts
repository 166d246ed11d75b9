import { word, type WordId } from '../../events/words/word';

/** Treble's reasons in words (https://help.treble.ai/en/api-reference/webhooks/webhook-center/deployment-failure). */
const reasons: ReadonlyMap<string, WordId> = new Map([
  ['FAILURE', 'sendFailed'],
  ['FAILURE_BY_HUMAN_HANDOVER', 'sendHumanHandover'],
  ['REVOKED', 'sendRevoked'],
  ['INVALID_PHONE', 'sendInvalidPhone'],
  ['FAILURE_BY_RATE_LIMIT', 'sendRateLimit'],
  ['COMPANY_RATE_LIMIT', 'sendCompanyLimit'],
  ['FAILURE_BY_TIER_CAPACITY', 'sendNoCapacity'],
  ['MISSING_PARAMETER', 'sendMissingParameter'],
  ['PARAMETER_MISMATCH', 'sendParameterMismatch'],
  ['FAILURE_BY_BLOCKED_CONTACT', 'sendBlockedContact'],
  ['FAILURE_BY_OPTOUT_CONTACT', 'sendOptedOut'],
  ['INVALID_POLL', 'sendInvalidFlow'],
  ['CHARACTER_LIMIT_HEADER', 'sendHeaderTooLong'],
  ['CHARACTER_LIMIT_BODY', 'sendBodyTooLong'],
  ['FAILURE_BY_DISABLED_HSM', 'sendTemplateDisabled'],
  ['FAILURE_BY_SPAM_RATE_LIMIT', 'sendSpam'],
  ['FAILURE_BY_EXPERIMENT_NUMBER', 'sendExperiment'],
  ['FAILURE_BY_UNABLE_TO_CONTACT', 'sendUnableToContact'],
  // Not in Treble's list, but seen.
  ['FAILURE_BY_META_CHOSE_NOT_DELIVER', 'sendMetaChose'],
]);

/** Why a template did not go out, with Treble's own code behind it. */
export function deploymentFailureText(reason: string): string {
  const known = reasons.get(reason.toUpperCase());
  if (known !== undefined) return `${word(known)} (${reason})`;
  return reason === '' ? word('sendNoReason') : reason;
}
