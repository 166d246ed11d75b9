import { languages, say, type Localized } from '../events/localized';
import type { CellLook, LookRule, Sheet } from '../platform/services';
import { columnLetter } from '../platform/column-letter';
import type { TabDefinition } from './definition';
import { holdsOneOf, readHoldsOneOf } from './formula';

const green: CellLook = { background: '#ceead6', fontColor: '#0d652d' };
const amber: CellLook = { background: '#feefc3', fontColor: '#94520a' };
const grey: CellLook = { background: '#e8eaed', fontColor: '#5f6368' };
const red: CellLook = { background: '#fad2cf', fontColor: '#a50e0e' };

interface WordLook {
  readonly column: string;
  readonly word: Localized;
  readonly look: CellLook;
}

const situations: readonly WordLook[] = [
  { column: 'situation', word: say('Disponível', 'Disponible', 'Available'), look: green },
  { column: 'situation', word: say('Em pausa', 'En pausa', 'Paused'), look: amber },
  { column: 'situation', word: say('Offline', 'Desconectado', 'Offline'), look: grey },
];

/** Cells that change colour with their word, by tab. */
const wordLooks: Readonly<Record<string, readonly WordLook[]>> = {
  agentsNow: situations,
  agentStatus: situations,
  conversations: [
    { column: 'status', word: say('Aberta', 'Abierta', 'Open'), look: amber },
    { column: 'status', word: say('Resolvida', 'Resuelta', 'Resolved'), look: green },
    { column: 'status', word: say('Encerrada', 'Cerrada', 'Closed'), look: green },
  ],
  attendances: [
    { column: 'status', word: say('Em atendimento', 'En atención', 'Active'), look: amber },
    { column: 'status', word: say('Finalizado', 'Finalizado', 'Finished'), look: green },
  ],
  messages: [{ column: 'status', word: say('Falhou', 'Falló', 'Failed'), look: red }],
  templates: [
    { column: 'status', word: say('Rejeitado', 'Rechazado', 'Rejected'), look: red },
    { column: 'status', word: say('Aprovado', 'Aprobado', 'Approved'), look: green },
  ],
  outages: [
    { column: 'situation', word: say('Desconectado', 'Desconectado', 'Disconnected'), look: red },
  ],
};

/** The conditional formats of a tab, for its columns as they stand. */
export function lookRulesOf(
  tab: TabDefinition,
  columns: ReadonlyMap<string, number>,
): readonly LookRule[] {
  return (wordLooks[tab.id] ?? []).flatMap(({ column: id, word, look }) => {
    const column = columns.get(id);
    if (column === undefined) return [];
    const cell = `$${columnLetter(column)}2`;
    return [
      { over: { fromRow: 2, column, columns: 1 }, formula: holdsOneOf(cell, wordsOf(word)), look },
    ];
  });
}

const wordsOf = (word: Localized): readonly string[] => [
  ...new Set(languages.map((language) => word[language])),
];

/**
 * Writes the formulas of our colour rules anew where they stand in the form of 0.1.0, which most locales cannot read. Such a rule
 * did not follow its column, so it gets the column that it colours; rules of the user's stay.
 */
export function renewLookRules(sheet: Sheet, tab: TabDefinition): void {
  const ours = (wordLooks[tab.id] ?? []).map(({ word }) => wordsOf(word).join());
  if (ours.length === 0) return;
  sheet.renewLookRules(({ formula, row, column, columns }) => {
    const known = readHoldsOneOf(formula);
    if (known === null || !ours.includes(known.words.join())) return null;
    const cell = columns === 1 ? `$${columnLetter(column)}${row}` : known.cell;
    const wanted = holdsOneOf(cell, known.words);
    return wanted === formula ? null : wanted;
  });
}
