import { isSecret } from '../vendors/kit/redact';

/** What a body may hold that is no business of the spreadsheet's. */
export interface SecretOptions {
  readonly hidesCpf: boolean;
  /** Whether a field named exactly `token` is a secret: of a platform that is known by it, it is not. */
  readonly hidesToken: boolean;
}

const hidden = '•••';

/** A name and its value, as JSON has them. */
const pair = /"([^"\\]{1,60})"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;

/**
 * Keys that are known by their form: JSON web tokens, and those of OpenAI, Stripe, AWS, GitHub, GitLab, Slack and Google
 * (https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns).
 */
const keyForms: readonly RegExp[] = [
  /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\b(?:sk|pk|rk)[-_][\w-]{16,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_\w{30,}/g,
  /\bglpat-[\w-]{18,}/g,
  /\bxox[a-z]-[\w-]{10,}/g,
  /\bAIza[\w-]{30,}/g,
  /\b(?:bearer|basic) [\w+/.=-]{12,}/gi,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^"]*?-----END [A-Z ]*PRIVATE KEY-----/g,
];

/** A body without its secrets; called where there may be some. */
export function hideSecrets(body: string, { hidesCpf, hidesToken }: SecretOptions): string {
  const isOwn = (key: string): boolean => key.toLowerCase() === 'token' && !hidesToken;
  const named = body.replace(
    pair,
    (all: string, ...[key = '', colon = '', value = '']: string[]) => {
      if (value === '') return all;
      const isHidden =
        (isSecret(key) && !isOwn(key)) || (hidesCpf && /cpf/i.test(key) && isCpf(value));
      return isHidden ? `"${key}"${colon}"${hidden}"` : all;
    },
  );
  const keyless = keyForms.reduce((text, form) => text.replace(form, hidden), named);
  const cardless = keyless.replace(card, hideCard);
  return hidesCpf ? cardless.replace(formattedCpf, (cpf) => (isCpf(cpf) ? hidden : cpf)) : cardless;
}

/** Digits that may be a payment card's: of the lengths and beginnings that the networks have (ISO/IEC 7812). */
const card = /(?:\d[ -]?){14,18}\d/g;
const network = /^(?:4|5[0-5]|2[2-7]|3[47]|6[0-5])/;
/** A bare number is a card only where people write, and an id elsewhere. */
const written = /"(?:text|body|content|message|caption|comment|texto|mensagem|msg)"\s*:\s*"$/i;

function hideCard(digits: string, at: number, body: string): string {
  const plain = digits.replace(/\D/g, '');
  const [before, after] = [body.slice(Math.max(0, at - 40), at), body.charAt(at + digits.length)];
  const isWhole = before.endsWith('"') && after === '"';
  const isApart = /(?:^|["\s(:;,]|\\[nrt])$/.test(before) && /^(?:$|["\s).,;:!?\\])/.test(after);
  const isText = isWhole
    ? written.test(before) || plain !== digits
    : isApart && !/:\s*$/.test(before);
  return isText && isCard(plain) ? `${hidden}${plain.slice(-4)}` : digits;
}

/** Luhn's check digit (ISO/IEC 7812-1). */
function isCard(digits: string): boolean {
  if (digits.length > 16 || !network.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const formattedCpf = /\b\d{3}\.\d{3}\.\d{3}-\d\d\b/g;

/** The two check digits of a CPF (Receita Federal). */
function isCpf(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 11 || /^(\d)\1+$/.test(digits)) return false;
  return [9, 10].every((count) => {
    const sum = Array.from(digits.slice(0, count)).reduce(
      (total, digit, index) => total + Number(digit) * (count + 1 - index),
      0,
    );
    return ((sum * 10) % 11) % 10 === Number(digits[count]);
  });
}
