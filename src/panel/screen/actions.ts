import type { ActionTable } from '../action';
import { done } from '../outcome';
import { endScreen, makeScreen, readScreensPage } from './screens';

/** What the page Quadro may ask for. */
export const screenActions: ActionTable = {
  readScreens: { takes: [], run: (services) => done(readScreensPage(services)) },
  makeScreen: {
    takes: ['name', 'names'],
    run: (services, [name = '', names = '']) => makeScreen(services, name, names === 'yes'),
  },
  endScreen: { takes: ['screen'], run: (services, [id = '']) => endScreen(services, id) },
};
