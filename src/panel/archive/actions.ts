import type { ActionTable } from '../action';
import { letArchivedLeave, readArchive } from './archive';

/** Marks of some thousand rows. */
const longest = 100_000;

/** What the part Arquivo of the page Dados pessoais may ask for. */
export const archiveActions: ActionTable = {
  readArchive: {
    takes: ['before', 'place'],
    run: (services, [before = '', place = '']) => readArchive(services, before, place),
  },
  letArchivedLeave: {
    takes: ['before', 'place', 'marks', 'word'],
    longest,
    run: (services, [before = '', place = '', marks = '', word = '']) =>
      letArchivedLeave(services, { before, place, marks, word }),
  },
};
