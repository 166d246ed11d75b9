import { readChoices } from '../../choices/choices';
import type { Judgement } from './judgement';

/** What a paused connection asks for waits in the journal until it goes on; what asks for no rows is settled as ever. */
export function holdBack(judgement: Judgement, choices: string | undefined): Judgement {
  const { entry, changes } = judgement;
  if (changes.length === 0 || !readChoices(choices).isPaused) return judgement;
  const held = { status: 'held', attempts: 0, error: '', rows: 0 } as const;
  return { ...judgement, entry: { ...entry, ...held }, changes: [], failures: [] };
}
