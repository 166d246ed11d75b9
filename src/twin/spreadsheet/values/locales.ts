/** How people of one spreadsheet locale type and read values. */
export interface LocaleRules {
  /** Tag for number formats. */
  readonly tag: string;
  readonly decimal: '.' | ',';
  readonly group: '.' | ',';
  readonly order: 'dmy' | 'mdy';
  readonly currencies: readonly string[];
  readonly trueWords: readonly string[];
  readonly falseWords: readonly string[];
  /** Month names, January first; the first three letters do too. */
  readonly months: readonly string[];
  readonly dateFormat: string;
}

const englishMonths =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const portuguese: LocaleRules = {
  tag: 'pt-BR',
  decimal: ',',
  group: '.',
  order: 'dmy',
  currencies: ['R$'],
  trueWords: ['true', 'verdadeiro'],
  falseWords: ['false', 'falso'],
  months:
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(
      ' ',
    ),
  dateFormat: 'dd/MM/yyyy',
};
const english: LocaleRules = {
  tag: 'en-US',
  decimal: '.',
  group: ',',
  order: 'mdy',
  currencies: ['$', 'US$'],
  trueWords: ['true'],
  falseWords: ['false'],
  months: englishMonths,
  dateFormat: 'M/d/yyyy',
};
const spanish: LocaleRules = {
  tag: 'es-ES',
  decimal: ',',
  group: '.',
  order: 'dmy',
  currencies: ['€'],
  trueWords: ['true', 'verdadero'],
  falseWords: ['false', 'falso'],
  months:
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  dateFormat: 'd/M/yyyy',
};

const dollars: Partial<LocaleRules> = { currencies: ['$'] };
const pointDecimals = { decimal: '.', group: ',', currencies: ['$'] } as const;
const locales: Readonly<Record<string, LocaleRules>> = {
  pt: portuguese,
  pt_PT: { ...portuguese, currencies: ['€'] },
  en: english,
  en_GB: { ...english, order: 'dmy', currencies: ['£'], dateFormat: 'dd/MM/yyyy' },
  es: spanish,
  es_MX: { ...spanish, ...pointDecimals, tag: 'es-MX' },
  es_AR: { ...spanish, ...dollars },
  es_CL: { ...spanish, ...dollars },
  es_CO: { ...spanish, ...dollars },
  es_UY: { ...spanish, ...dollars },
};

const known = new Map(Object.entries(locales));

/** Rules of a spreadsheet locale such as `pt_BR`. One that is not in the table follows its language, else English, with the country's own signs. */
export function localeRules(locale: string): LocaleRules {
  const rules = known.get(locale) ?? makeRules(locale);
  known.set(locale, rules);
  return rules;
}

function makeRules(locale: string): LocaleRules {
  const [language = ''] = locale.split('_');
  const tag = locale.replace('_', '-');
  const isComma = new Intl.NumberFormat(tag).format(1.5).includes(',');
  const signs = isComma ? ({ decimal: ',', group: '.' } as const) : pointDecimals;
  const base = locales[language];
  if (base) return { ...base, ...signs, tag: language === 'es' && !isComma ? 'es-MX' : base.tag };
  const [first] = new Intl.DateTimeFormat(tag).formatToParts(0);
  const isDayFirst = first?.type === 'day';
  return {
    ...english,
    ...signs,
    tag,
    ...(isDayFirst ? { order: 'dmy', dateFormat: 'dd/MM/yyyy' } : {}),
  };
}

/** Number of a month's name (whole, or its first three letters), in the locale or English; 0 for none. */
export function monthNumber(name: string, rules: LocaleRules): number {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const isMonth = (month: string): boolean => month === wanted || month.slice(0, 3) === wanted;
  return rules.months.findIndex(isMonth) + 1 || englishMonths.findIndex(isMonth) + 1;
}
