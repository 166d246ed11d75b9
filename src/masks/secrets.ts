import { hideSecrets, type SecretOptions } from './hide-secrets';

/** One look at a body; nearly all have nothing of the kind. */
const suspicious =
  /\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}|\d{3}\.\d{3}\.\d{3}-\d\d|"cpf|eyJ[\w-]{8,}\.|\b(?:sk|pk|rk)[-_]|AKIA|gh[pousr]_|xox[a-z]-|AIza|glpat-|bearer |basic |PRIVATE KEY|(?:key|secret|pass|senha|pwd|jwt|credential|cookie|authorization|[\w-]token)\w*"\s*:/i;

/**
 * The text of a body with keys of other systems, payment cards and, where it is asked for, CPFs hidden. Works on the text itself:
 * what is no JSON is looked through as well.
 */
export function maskSecrets(body: string, options: SecretOptions): string {
  const isSuspicious = suspicious.test(body) || (plainToken.test(body) && options.hidesToken);
  return isSuspicious ? hideSecrets(body, options) : body;
}

const plainToken = /"token"\s*:/i;
