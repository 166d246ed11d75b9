import { figureOf, findLine, readBench, type BenchLine } from './read-bench';
import { decimal, makeTable, percent, seconds } from './write';

const crowd = '25 senders and the sweep, 120 s';

const ways: readonly (readonly [subject: string, title: string])[] = [
  ['ours', '**Plantão**'],
  ['unlocked', '`appendRow` sem trava, o exemplo da documentação'],
  ['locked', '`appendRow` e `flush` com trava'],
  ['lastRow', '`setValues` abaixo de `getLastRow`, sem trava'],
  ['lockedLastRow', '`setValues` abaixo de `getLastRow` e `flush`, com trava'],
  ['ignoredLock', '`appendRow` com uma trava cuja resposta ninguém olha'],
];

/** Beside the ways that are usual in Apps Script, under the same load. */
export function makeWays(): string {
  const bench = readBench();
  const rows = ways.map(([subject, title]) => {
    const line = findLine(bench, crowd, subject);
    const [lost, accepted] = [figureOf(line, 'lost'), figureOf(line, 'accepted')];
    return [
      title,
      decimal(figureOf(line, 'eventsPerS'), 1),
      `${decimal(lost)} de ${decimal(accepted)}`,
      decimal(figureOf(line, 'failed')),
      seconds(figureOf(line, 'answerP50Ms')),
      seconds(figureOf(line, 'answerP95Ms')),
      percent(figureOf(line, 'answersOver5s')),
    ];
  });
  return makeTable(
    ['Caminho', 'Eventos/s', 'Perdidos', 'Com erro', 'Resposta p50', 'p95', 'Acima de 5 s'],
    rows,
  );
}

const freshLoads: readonly (readonly [load: string, title: string])[] = [
  ['1 events/s for 900 s', '1 evento por segundo, 15 minutos'],
  ['10 events/s for 300 s', '10 eventos por segundo, 5 minutos'],
  ['25 events/s for 120 s', '25 eventos por segundo, 2 minutos'],
  ['10 events in 4 s, then silence, 40 times', '10 eventos em 4 s e silêncio, 40 vezes'],
  ['600 events from 30 senders', '600 eventos de 30 remetentes'],
];

/** How long after the answer a row can be seen, and what the load uses of the quotas. */
export function makeFreshness(): string {
  const bench = readBench();
  const cells = (line: BenchLine): readonly string[] => [
    seconds(figureOf(line, 'freshP50Ms')),
    seconds(figureOf(line, 'freshP95Ms')),
    seconds(figureOf(line, 'freshMaxMs')),
    decimal(figureOf(line, 'refused')),
    decimal(figureOf(line, 'operationsPerEvent'), 2),
    `${decimal(figureOf(line, 'storePeakPercent'), 1)} %`,
  ];
  return makeTable(
    [
      'Carga',
      'Linha visível p50',
      'p95',
      'A última',
      'Recusados pelo Google',
      'Operações por evento',
      'Propriedades ocupadas',
    ],
    freshLoads.map(([load, title]) => [title, ...cells(findLine(bench, load))]),
  );
}

/** What one event alone costs in an almost empty and in a full workbook. */
export function makeSizes(): string {
  const { sizes } = readBench();
  const costOf = (name: string, messages: number, chats: number): string => {
    const found = sizes.find(
      (one) => one.name === name && one.messages === messages && one.chats === chats,
    );
    return found === undefined ? '–' : seconds(found.answerMs);
  };
  const names = [...new Set(sizes.map(({ name }) => name))];
  return makeTable(
    ['Um evento sozinho', '1.000 mensagens, 100 conversas', '400.000 mensagens, 40.000 conversas'],
    names.map((name) => [titleOf(name), costOf(name, 1000, 100), costOf(name, 400_000, 40_000)]),
  );
}

const caseTitles: Readonly<Record<string, string>> = {
  status: 'Mudança de situação de um agente',
  hot: 'Mensagem numa conversa das mais novas',
  old: 'Mensagem numa conversa de semanas atrás, calada até ali',
  again: 'Mensagem numa conversa de semanas atrás, outra vez ativa',
  known: 'Mensagem de um contato visto há um minuto',
  unknown: 'Mensagem de um contato nunca visto',
};

const titleOf = (name: string): string => caseTitles[name] ?? name;
