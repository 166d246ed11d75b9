import { failureCodes } from '../events/failure';
import { failureTexts } from '../events/failure-texts';
import type { Language } from '../events/localized';
import type { PersonalClass } from '../events/fields';
import type { ColumnDefinition, ColumnKind, TabDefinition } from '../sheets/definition';
import { hiddenColumnsOf, hiddenTitles } from '../sheets/hidden-columns';
import { boardTexts } from '../tabs/dashboard/labels';
import { metricOf, metricTexts } from '../tabs/dashboard/metrics';
import { tabIds, tabs, type TabId } from '../tabs/tabs';
import { makeFreshness, makeSizes, makeWays } from './numbers/numbers-page';
import { makeScale } from './numbers/scale-page';
import { makeTable } from './numbers/write';
import { copyLead } from './release/published';

/** A part of a page that is made from the code; it stands between `<!-- begin name -->` and `<!-- end name -->`. */
export interface MadePart {
  readonly page: string;
  readonly name: string;
  readonly make: () => string;
}

/** Every part that `npm run docs` writes, and that a test compares with its page. */
export const madeParts: readonly MadePart[] = [
  { page: 'docs/problemas.md', name: 'failures', make: () => makeFailures('pt') },
  { page: 'docs/problemas.es.md', name: 'failures', make: () => makeFailures('es') },
  { page: 'docs/problemas.en.md', name: 'failures', make: () => makeFailures('en') },
  { page: 'docs/abas.md', name: 'tabs', make: makeTabs },
  { page: 'docs/metricas.md', name: 'metrics', make: () => makeMetrics('pt') },
  { page: 'docs/metricas.es.md', name: 'metrics', make: () => makeMetrics('es') },
  { page: 'docs/metricas.en.md', name: 'metrics', make: () => makeMetrics('en') },
  { page: 'docs/numeros.md', name: 'ways', make: makeWays },
  { page: 'docs/numeros.md', name: 'freshness', make: makeFreshness },
  { page: 'docs/numeros.md', name: 'sizes', make: makeSizes },
  { page: 'docs/escala.md', name: 'scale', make: makeScale },
  { page: 'README.md', name: 'copy', make: () => copyLead('en', 3) },
  { page: 'README.pt-BR.md', name: 'copy', make: () => copyLead('pt', 3) },
];

const failureHeads = {
  pt: ['Código', 'Causa', 'O que fazer'],
  es: ['Código', 'Causa', 'Qué hacer'],
  en: ['Code', 'Cause', 'What to do'],
} as const;

function makeFailures(language: Language): string {
  const rows = failureCodes.map((code) => {
    const { cause, advice } = failureTexts[code];
    return [`\`${code}\``, cause[language], advice[language]];
  });
  return makeTable(failureHeads[language], rows);
}

const metricHeads = {
  pt: ['Número', 'O que conta'],
  es: ['Número', 'Qué cuenta'],
  en: ['Number', 'What it counts'],
} as const;

/** Each number's definition. */
function makeMetrics(language: Language): string {
  const rows = metricTexts.flatMap((text) => {
    const metric = metricOf(text);
    return metric === null ? [] : [[boardTexts[text][language], metric[language]]];
  });
  return makeTable(metricHeads[language], rows);
}

const kindNames: Readonly<Record<ColumnKind, string>> = {
  text: 'texto',
  flag: 'VERDADEIRO ou FALSO',
  number: 'número',
  time: 'data e hora',
  day: 'dia',
  duration: 'duração',
  formula: 'fórmula',
};

const personalNames: Readonly<Record<PersonalClass, string>> = {
  none: '–',
  id: 'identificador',
  name: 'nome',
  phone: 'telefone',
  email: 'e-mail',
  text: 'conteúdo',
};

/** What one row of each tab is. */
const rowMeanings: Readonly<Record<TabId, string>> = {
  dashboard:
    'A primeira aba: cartões, agentes, gráficos e tabelas do período escolhido, escritos a cada minuto. O que cada número quer dizer está em [metricas.md](metricas.md).',
  agentsNow: 'Uma linha por agente de cada conexão, que muda com ele.',
  agentDays:
    'Uma linha por dia e agente de cada conexão, escrita a cada minuto a partir do que se soube em Agora.',
  timeline:
    'Um dia, uma linha por agente, uma célula por quarto de hora na cor do que mais durou nela; os totais à direita são os de Jornada.',
  agentStatus: 'Uma linha por mudança de situação; as linhas só são acrescentadas.',
  conversations: 'Uma linha por conversa de cada conexão, que muda com ela.',
  attendances: 'Uma linha por atendimento de cada conexão, que muda com ele.',
  messages:
    'Uma linha por mensagem de cada conexão, que muda quando é entregue, lida ou respondida.',
  contacts: 'Uma linha por contato de cada conexão, que muda com ele.',
  templates: 'Uma linha por modelo de cada conexão, que muda com ele.',
  outages: 'Uma linha por queda ou volta de um canal; as linhas só são acrescentadas.',
  failures: 'Uma linha por causa: plataforma, evento e motivo.',
  health: 'Uma linha por conexão, atualizada a cada minuto.',
  privacy: 'Uma linha por pessoa cujos dados foram eliminados; não diz quem é.',
  journal:
    'Oculta. Uma linha por pedido aceito; um corpo longo continua nas linhas seguintes. O corpo está como veio, com os dados pessoais, menos o que você mascara.',
  totals: 'Oculta. Os números do painel, por dia, conexão e dimensão, e o que está aberto agora.',
  moves: 'Oculta. O que as linhas mudaram nos números desde a última contagem.',
  settings: 'Oculta. Células em que as fórmulas se apoiam.',
};

function makeTabs(): string {
  return tabIds.map((id) => makeTab(id, tabs[id])).join('\n\n');
}

function makeTab(id: TabId, tab: TabDefinition): string {
  if (tab.kind === 'view') return [`## ${tab.title.pt}`, rowMeanings[id]].join('\n\n');
  const hidden = hiddenColumnsOf(tab).map((name) => `\`${hiddenTitles[name]}\``);
  const table = makeTable(
    ['Coluna', 'Tipo', 'De onde vem', 'Dado pessoal'],
    tab.columns.map(describeColumn),
  );
  const ending = hidden.length === 0 ? [] : [`Colunas ocultas no fim: ${hidden.join(', ')}.`];
  return [`## ${tab.title.pt}`, rowMeanings[id], table, ...ending].join('\n\n');
}

function describeColumn({ title, kind, note, personal }: ColumnDefinition): string[] {
  const personalName = personal === undefined ? '–' : personalNames[personal];
  return [title.pt, kindNames[kind], note.pt === '' ? '–' : note.pt, personalName];
}

/**
 * The page with the part put between its marks.
 * @throws {Error} when the marks are not there
 */
export function fillPart(page: string, { name, page: path }: MadePart, content: string): string {
  const marks = new RegExp(`(<!-- begin ${name} -->)[^]*?(<!-- end ${name} -->)`);
  if (!marks.test(page)) throw new Error(`${path} has no place for ${name}`);
  return page.replace(marks, (_all, begin: string, end: string) =>
    [begin, content, end].join('\n\n'),
  );
}
