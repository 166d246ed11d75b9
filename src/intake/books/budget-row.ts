import { paceOf, shareUsed, type Budget } from '../../budget/budget';
import { quotas, type AccountKind } from '../../budget/quotas';
import { usedOf } from '../../budget/usage';
import { say, type Language, type Localized } from '../../events/localized';
import type { UpsertedRow } from '../write/upsert';

/** Key of the row of Saúde that tells of Google's daily quota; no connection has such an id. */
export const budgetKey = 'budget';

const title: Localized = say(
  'Cota do Google, hoje',
  'Cuota de Google, hoy',
  "Google's quota, today",
);

const figures: Localized = say(
  'Hoje, contado pelo Plantão: {operations} de {allOperations} operações ({operationsShare} %) e {minutes} de {allMinutes} minutos de acionador ({minutesShare} %) de uma conta {kind}.',
  'Hoy, contado por Plantão: {operations} de {allOperations} operaciones ({operationsShare} %) y {minutes} de {allMinutes} minutos de activador ({minutesShare} %) de una cuenta {kind}.',
  'Today, counted by Plantão: {operations} of {allOperations} operations ({operationsShare} %) and {minutes} of {allMinutes} trigger minutes ({minutesShare} %) of a {kind} account.',
);

const kinds: Readonly<Record<AccountKind, Localized>> = {
  consumer: say('pessoal do Google', 'personal de Google', 'personal Google'),
  workspace: say('do Google Workspace', 'de Google Workspace', 'Google Workspace'),
};

/** What to do, by the share that is used; the last that holds is said. */
const advice: readonly (readonly [from: number, text: Localized])[] = [
  [0, say('Nada a fazer.', 'Nada que hacer.', 'Nothing to do.')],
  [
    0.6,
    say(
      'Para poupar, o acionador só trabalha a cada {every} minutos: contatos e atendimentos podem demorar isso. Nada a fazer se não se repete todo dia.',
      'Para ahorrar, el activador solo trabaja cada {every} minutos: contactos y atenciones pueden tardar eso. Nada que hacer si no se repite cada día.',
      'To save, the trigger only works every {every} minutes: contacts and attendances may take that long. Nothing to do unless it comes back every day.',
    ),
  ],
  [
    0.8,
    say(
      'Perto do limite: o acionador só trabalha a cada {every} minutos e a conferência das abas espera. Nada se perde: o que chega fica guardado. Se isso se repete, desmarque na plataforma os eventos de que não precisa, ou use uma conta do Google Workspace. Se já é uma, cole em Começar a URL que tem /a/macros/.',
      'Cerca del límite: el activador solo trabaja cada {every} minutos y la revisión de las hojas espera. Nada se pierde: lo que llega queda guardado. Si se repite, desmarque en la plataforma los eventos que no necesita, o use una cuenta de Google Workspace. Si ya lo es, pegue en Empezar la URL que tiene /a/macros/.',
      'Near the limit: the trigger only works every {every} minutes and the check of the tabs waits. Nothing is lost: what comes is kept. If it comes back, untick events on the platform that you do not need, or use a Google Workspace account. If it is one already, paste at Start the URL that has /a/macros/.',
    ),
  ],
];

const refused: Localized = say(
  'O Google recusa por ora as operações de hoje. Nada se perde: o que chega fica no Diário e vai para as abas quando o Google voltar a aceitar, em até 24 horas. Não apague o Diário.',
  'Google rechaza por ahora las operaciones de hoy. Nada se pierde: lo que llega queda en el Diario y pasa a las hojas cuando Google vuelva a aceptar, en hasta 24 horas. No borre el Diario.',
  "Google refuses today's operations for now. Nothing is lost: what comes is kept in the journal and goes to the tabs when Google accepts again, within 24 hours. Do not delete the journal.",
);

/** The row with both figures of the day and what to do. */
export const budgetRow = (budget: Budget, language: Language): UpsertedRow =>
  rowOf(`${fill(figures, budget, language)} ${fill(adviceOf(budget), budget, language)}`, language);

/** The row while Google refuses the properties, where everything else is kept. */
export const refusedRow = (language: Language): UpsertedRow => rowOf(refused[language], language);

const rowOf = (alarm: string, language: Language): UpsertedRow => ({
  content: { vendor: 'Plantão', account: title[language], alarm },
  state: '',
});

const adviceOf = (budget: Budget): Localized => {
  const share = shareUsed(budget);
  const [, text] = advice.reduce((said, next) => (share >= next[0] ? next : said));
  return text;
};

const minuteMs = 60_000;

function fill(text: Localized, budget: Budget, language: Language): string {
  const [used, quota] = [usedOf(budget.usage), quotas[budget.kind]];
  const count = (value: number): string =>
    String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '.');
  const percent = (part: number, whole: number): string => count((100 * part) / whole);
  const values: Readonly<Record<string, string>> = {
    operations: count(used.operations),
    allOperations: count(quota.operations),
    operationsShare: percent(used.operations, quota.operations),
    minutes: count(used.triggerMs / minuteMs),
    allMinutes: count(quota.triggerMs / minuteMs),
    minutesShare: percent(used.triggerMs, quota.triggerMs),
    kind: kinds[budget.kind][language],
    every: count(paceOf(budget).everyMs / minuteMs),
  };
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
