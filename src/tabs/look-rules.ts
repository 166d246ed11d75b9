import { languages, say, type Localized } from '../events/localized';
import type { CellLook, LookRule } from '../platform/services';
import { columnLetter } from '../platform/column-letter';
import type { TabDefinition } from './definition';

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
    const words = [...new Set(languages.map((language) => word[language]))];
    const tests = words.map((text) => `${cell}="${text}"`).join(',');
    return [{ over: { fromRow: 2, column, columns: 1 }, formula: `=OR(${tests})`, look }];
  });
}
