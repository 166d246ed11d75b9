import type { ActionTable } from '../action';
import { pauseConnection, resumeConnection, saveEvents } from './change-choices';
import { addOwnColumn, dropOwnColumn } from './change-columns';
import { openChoices, readChoicesPage } from './page';

/** A form may name many events. */
const longest = 8000;

/** What the page of a connection's columns, events and pause may ask for. */
export const choicesActions: ActionTable = {
  openChoices: {
    takes: ['connection'],
    run: (services, [id = '']) => openChoices(services, id),
  },
  readChoices: {
    takes: ['connection'],
    run: (services, [id = '']) => readChoicesPage(services, id),
  },
  pauseConnection: {
    takes: ['connection'],
    run: (services, [id = '']) => pauseConnection(services, id),
  },
  resumeConnection: {
    takes: ['connection'],
    run: (services, [id = '']) => resumeConnection(services, id),
  },
  saveEvents: {
    takes: ['connection', 'form'],
    longest,
    run: (services, [id = '', form = '']) => saveEvents(services, id, form),
  },
  addOwnColumn: {
    takes: ['connection', 'form'],
    longest,
    run: (services, [id = '', form = '']) => addOwnColumn(services, id, form),
  },
  dropOwnColumn: {
    takes: ['connection', 'column'],
    run: (services, [id = '', column = '']) => dropOwnColumn(services, id, column),
  },
};
