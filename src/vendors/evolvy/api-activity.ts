/** What a line of the platform itself says of a conversation. */
export type Activity =
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'agent'; readonly name: string }
  | { readonly kind: 'team'; readonly name: string }
  /** To an agent or to a team: the text of both is the same. */
  | { readonly kind: 'someone'; readonly name: string };

/**
 * The texts by what stays the same in them, in Portuguese, English and Spanish; wordings change with versions, so what is not known
 * says nothing. `config/locales/*.yml`, `conversations.activity`, at https://github.com/chatwoot/chatwoot.
 */
const statusTexts: readonly (readonly [RegExp, string])[] = [
  [/^(?:a )?conversa (?:foi )?(?:marcada como )?resolvida\b/i, 'resolved'],
  [/^conversation was (?:marked )?resolved\b/i, 'resolved'],
  [/^(?:la )?conversaci[oó]n fue (?:resuelta|marcada como resuelta)\b/i, 'resolved'],
  // Spanish lost the word in these two.
  [/^la conversaci[oó]n fue marcada por\b/i, 'resolved'],
  [/^(?:a )?conversa (?:foi )?(?:reaberta|aberta|marcada como aberta)\b/i, 'open'],
  [/^conversation was (?:reopened|marked (?:as )?open)\b/i, 'open'],
  [/^(?:la )?conversaci[oó]n fue (?:reabierta|abierta|marcada como abierta)\b/i, 'open'],
  [/^(?:(?:o )?sistema reabriu a conversa|system reopened the conversation)\b/i, 'open'],
  [/^el sistema reabri[oó] la conversaci[oó]n/i, 'open'],
  [/^(?:a )?conversa (?:foi )?marcada como pendente\b/i, 'pending'],
  [/^conversation was marked as pending\b/i, 'pending'],
  [/^(?:la )?conversaci[oó]n fue marcada como pendiente\b/i, 'pending'],
  [/^(?:a )?conversa (?:foi )?(?:adiada|pausada)\b/i, 'snoozed'],
  [/^conversation was snoozed\b/i, 'snoozed'],
  [/^(?:la )?conversaci[oó]n fue (?:pospuesta|aplazada)\b/i, 'snoozed'],
];

const selfAssigned: readonly RegExp[] = [
  /^(.+) atribuiu a si mesmo ess?a conversa\b/i,
  /^(.+) auto-?atribuiu ess?t?a conversa\b/i,
  /^(.+) self-assigned this conversation\b/i,
  /^(.+) auto-?asignado a esta conversaci[oó]n\b/i,
  /^(.+) se asign[oó] esta conversaci[oó]n\b/i,
];
const assignedViaTeam = /^(?:atribu[ií]do a|assigned to|asignado a) (.+) via .+ (?:por|by) .+$/i;
const assigned = /^(?:atribu[ií]do a|assigned to|asignado a) (.+) (?:por|by) .+$/i;

/** Reads an activity message's text; null for one that tells neither a status nor who has the conversation. */
export function readActivity(content: string): Activity | null {
  const text = content.trim();
  const [, status] = statusTexts.find(([pattern]) => pattern.test(text)) ?? [];
  if (status !== undefined) return { kind: 'status', status };
  const own = selfAssigned.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
  if (own !== undefined) return { kind: 'agent', name: own };
  const viaTeam = assignedViaTeam.exec(text)?.[1];
  if (viaTeam !== undefined) return { kind: 'agent', name: viaTeam };
  const someone = assigned.exec(text)?.[1];
  return someone === undefined ? null : { kind: 'someone', name: someone };
}
