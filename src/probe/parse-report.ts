import type { ProbeReport } from './report';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number => typeof value === 'number';

const isAnswer = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const isPrice = (value: unknown): boolean =>
  isRecord(value) && [value['medianMs'], value['p95Ms'], value['samples']].every(isNumber);

const allAre = (value: unknown, test: (one: unknown) => boolean): boolean =>
  isRecord(value) && Object.values(value).every(test);

function isReport(value: unknown): value is ProbeReport {
  if (!isRecord(value) || value['probe'] !== 1) return false;
  const { at, durationMs, locale, answers, prices, missing } = value;
  return (
    typeof at === 'string' &&
    isNumber(durationMs) &&
    typeof locale === 'string' &&
    allAre(answers, isAnswer) &&
    allAre(prices, isPrice) &&
    allAre(missing, (reason) => typeof reason === 'string')
  );
}

/** The report in a text; null when it holds none, or one of another form. */
export function parseReport(json: string): ProbeReport | null {
  try {
    const value: unknown = JSON.parse(json);
    return isReport(value) ? value : null;
  } catch {
    return null;
  }
}
