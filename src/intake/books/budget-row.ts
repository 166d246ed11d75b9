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
  '{operations} de {allOperations} operações ({operationsShare} %) e {minutes} de {allMinutes} minutos de acionador ({minutesShare} %) de uma conta {kind}, contados pelo Plantão.',
  '{operations} de {allOperations} operaciones ({operationsShare} %) y {minutes} de {allMinutes} minutos de activador ({minutesShare} %) de una cuenta {kind}, contados por Plantão.',
  '{operations} of {allOperations} operations ({operationsShare} %) and {minutes} of {allMinutes} trigger minutes ({minutesShare} %) of a {kind} account, counted by Plantão.',
);

const kinds: Readonly<Record<AccountKind, Localized>> = {
  consumer: say('pessoal do Google', 'personal de Google', 'personal Google'),
  workspace: say('do Google Workspace', 'de Google Workspace', 'Google Workspace'),
};

const nothingToDo: Localized = say('Nada a fazer.', 'Nada que hacer.', 'Nothing to do.');

/** What is slow now and what to do, by the share that is used; the first that holds is said. */
const alarms: readonly (readonly [from: number, text: Localized])[] = [
  [
    0.8,
    say(
      'Perto do limite: o acionador só trabalha a cada {every} minutos, o Painel também, e a conferência das abas espera. Nada se perde: o que chega fica guardado. Se isso se repete, desmarque na plataforma os eventos de que não precisa, ou use uma conta do Google Workspace. Se já é uma, cole em Começar a URL que tem /a/macros/.',
      'Cerca del límite: el activador solo trabaja cada {every} minutos, el Tablero también, y la revisión de las hojas espera. Nada se pierde: lo que llega queda guardado. Si se repite, desmarque en la plataforma los eventos que no necesita, o use una cuenta de Google Workspace. Si ya lo es, pegue en Empezar la URL que tiene /a/macros/.',
      'Near the limit: the trigger only works every {every} minutes, the dashboard too, and the check of the tabs waits. Nothing is lost: what comes is kept. If it comes back, untick events on the platform that you do not need, or use a Google Workspace account. If it is one already, paste at Start the URL that has /a/macros/.',
    ),
  ],
  [
    0.6,
    say(
      'Para poupar, o acionador só trabalha a cada {every} minutos: contatos, atendimentos e o Painel podem demorar isso. Nada a fazer se não se repete todo dia.',
      'Para ahorrar, el activador solo trabaja cada {every} minutos: contactos, atenciones y el Tablero pueden tardar eso. Nada que hacer si no se repite cada día.',
      'To save, the trigger only works every {every} minutes: contacts, attendances and the dashboard may take that long. Nothing to do unless it comes back every day.',
    ),
  ],
];

const refused: Localized = say(
  'O Google recusa por ora as operações de hoje. Nada se perde: o que chega fica no Diário e vai para as abas quando o Google voltar a aceitar, em até 24 horas. Não apague o Diário.',
  'Google rechaza por ahora las operaciones de hoy. Nada se pierde: lo que llega queda en el Diario y pasa a las hojas cuando Google vuelva a aceptar, en hasta 24 horas. No borre el Diario.',
  "Google refuses today's operations for now. Nothing is lost: what comes is kept in the journal and goes to the tabs when Google accepts again, within 24 hours. Do not delete the journal.",
);

/** The row with both figures of the day. The alarm is left to what is one: the dashboard counts them. */
export function budgetRow(budget: Budget, language: Language): UpsertedRow {
  const share = shareUsed(budget);
  const [, text] = alarms.find(([from]) => share >= from) ?? [];
  const said = text === undefined ? nothingToDo[language] : '';
  const used = `${title[language]}: ${fill(figures, budget, language)} ${said}`.trim();
  return rowOf(used, text === undefined ? null : fill(text, budget, language));
}

/** The row while Google refuses the properties, where everything else is kept. */
export const refusedRow = (language: Language): UpsertedRow =>
  rowOf(title[language], refused[language]);

const rowOf = (account: string, alarm: string | null): UpsertedRow => ({
  content: { vendor: 'Plantão', account, alarm },
  state: '',
});

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
