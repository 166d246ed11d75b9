import { Notes, type Desk } from './notes';
import { parts } from './parts/parts';
import { marks, sheetOf } from './places';
import type { ProbeOptions, ProbeReport } from './report';

/** Longest run of a probe: Google ends one after six minutes, and the last part may be under way. */
const longestMs = 270_000;

const defaults = { bodyMegabytes: [1, 10, 49], atOnce: 40, holdMs: 5_000 } as const;

/** Runs the parts one after the other; one that fails, or for which no time is left, is named under `missing`. */
export function runProbe(options: ProbeOptions): ProbeReport {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const notes = new Notes();
  const desk: Desk = {
    options: { ...defaults, ...options },
    spreadsheet,
    scratch: sheetOf(marks.scratchTitle),
    endsAtMs: Date.now() + longestMs,
    answer: (name, value) => {
      notes.answers[name] = value;
    },
    price: (name, samplesMs) => notes.price(name, samplesMs),
  };
  for (const [name, run] of parts) {
    if (options.only && !options.only.includes(name)) continue;
    const problem = Date.now() > desk.endsAtMs ? 'no time left' : runPart(run, desk);
    if (problem !== null) notes.missing[name] = problem;
  }
  spreadsheet.deleteSheet(desk.scratch);
  return notes.report(spreadsheet.getSpreadsheetLocale());
}

function runPart(run: (desk: Desk) => void, desk: Desk): string | null {
  try {
    run(desk);
    return null;
  } catch (error) {
    return String(error);
  }
}
