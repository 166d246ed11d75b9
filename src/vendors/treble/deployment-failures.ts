/** Treble's reasons in words (https://help.treble.ai/en/api-reference/webhooks/webhook-center/deployment-failure). */
const sentences: ReadonlyMap<string, string> = new Map([
  ['FAILURE', 'O disparo falhou depois de três tentativas'],
  ['FAILURE_BY_HUMAN_HANDOVER', 'O contato está falando com um agente'],
  ['REVOKED', 'O disparo foi cancelado'],
  ['INVALID_PHONE', 'O telefone não é válido ou não tem WhatsApp'],
  ['FAILURE_BY_RATE_LIMIT', 'A mensagem passaria do limite do WhatsApp'],
  ['COMPANY_RATE_LIMIT', 'A empresa chegou ao limite de sessões que pediu'],
  ['FAILURE_BY_TIER_CAPACITY', 'Nenhuma linha tem capacidade para o disparo'],
  ['MISSING_PARAMETER', 'Faltou preencher uma variável do modelo'],
  ['PARAMETER_MISMATCH', 'O número de variáveis não é o do modelo'],
  ['FAILURE_BY_BLOCKED_CONTACT', 'A empresa bloqueou o contato'],
  ['FAILURE_BY_OPTOUT_CONTACT', 'O contato pediu para não receber mensagens'],
  ['INVALID_POLL', 'A conversa (fluxo) foi apagada ou desativada'],
  ['CHARACTER_LIMIT_HEADER', 'O cabeçalho do modelo passa do limite de caracteres'],
  ['CHARACTER_LIMIT_BODY', 'O corpo do modelo passa do limite de caracteres'],
  ['FAILURE_BY_DISABLED_HSM', 'A Meta desativou o modelo'],
  ['FAILURE_BY_SPAM_RATE_LIMIT', 'O WhatsApp restringiu a linha por spam'],
  ['FAILURE_BY_EXPERIMENT_NUMBER', 'O WhatsApp usa este número em testes internos'],
  [
    'FAILURE_BY_UNABLE_TO_CONTACT',
    'O contato não pode receber a mensagem (sem WhatsApp ou versão antiga)',
  ],
]);

/** Why a template did not go out, with Treble's own code behind it. */
export function deploymentFailureText(reason: string): string {
  const sentence = sentences.get(reason.toUpperCase());
  if (sentence !== undefined) return `${sentence} (${reason})`;
  return reason === '' ? 'O disparo falhou; a Treble não disse por quê' : reason;
}
