/**
 * Huggy sends a status's number without its name, and no page of theirs lists the numbers. This is the table that the
 * settings start with; the user adds lines to it. null: not settled, so the state is told by `isOnline` and `isAvailable`
 * (`-1` was documented with online and not available: "Em pausa" or "Indisponível").
 */
export const huggyStatusLabels: Readonly<Record<string, string | null>> = {
  '-1': null,
};

/** The states that Huggy has of its own, by their names in its panel; agents may add others. */
export const huggyStatusNames = ['Disponível', 'Em pausa', 'Indisponível', 'Offline'] as const;
