import type { ProbeReport } from '../../probe/report';
import type { Change, Comparison } from './compare';

/** Questions that no script can answer. */
const byHand = [
  'a body without a content type: curl -i -X POST -H "Content-Type:" --data "{}" "URL?task=event"',
  'a first deployment made by clasp: npm run deploy -- --new Ensaio, which calls it anonymously',
  'two accounts in one browser; a page that stays open for 24 h; dropdowns on a phone',
];

/** What a comparison says, for whoever changes the twin. */
export function tellComparison(report: ProbeReport, comparison: Comparison): string {
  const { settings, behaviour, prices, news } = comparison;
  const { at, locale, durationMs, missing } = report;
  const head = `Probe of ${at} (${locale}, ${Math.round(durationMs / 1000)} s), beside the twin as it is set.`;
  const isSame = settings.length + behaviour.length + prices.length === 0;
  const gaps = Object.entries(missing).map(([part, reason]) => `${part}: ${reason}`);
  return [
    head,
    ...(isSame ? ['No difference.'] : []),
    ...list('Settings on the other side (their defaults in src/twin):', settings.map(tellChange)),
    ...list('Behaviour that no setting gives:', behaviour.map(tellChange)),
    ...list('Prices (src/twin/runtime/cost-table.ts, in ms):', prices.map(tellChange)),
    ...list('Not known until now (docs/platform-facts.md):', news),
    ...list('Not answered:', gaps),
    ...list('To be tried by hand:', byHand),
  ].join('\n');
}

const tellChange = ({ what, is, shouldBe, because }: Change): string =>
  `${what}: ${is} → ${shouldBe} (${because})`;

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
