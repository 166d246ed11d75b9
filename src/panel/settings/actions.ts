import type { ActionTable } from '../action';
import { done } from '../outcome';
import { readSettings, saveSection } from './settings-page';

/** What the page Ajustes may ask for. */
export const settingsActions: ActionTable = {
  readSettings: { takes: [], run: (services) => done(readSettings(services)) },
  saveSettings: {
    takes: ['section', 'values'],
    // Of a section as JSON: a property holds 9 KB.
    longest: 12_000,
    run: (services, [id = '', text = '']) => saveSection(services, id, text),
  },
};
