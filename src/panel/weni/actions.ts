import type { ActionTable } from '../action';
import { done } from '../outcome';
import {
  deleteWeniContact,
  deleteWeniGroup,
  findWeniContact,
  listWeniGroups,
  makeWeniGroup,
  renameWeniGroup,
} from './at-weni';
import {
  forgetWeniToken,
  keepWeniToken,
  previewWeni,
  readWeniPage,
  saveWeni,
  sendWeniNow,
} from './settings';

/** Of the page's settings as JSON: a property holds 9 KB. */
const longestSettings = 8000;

/** What the page Enviar contatos à Weni may ask for. */
export const weniActions: ActionTable = {
  readWeni: { takes: [], run: (services) => done(readWeniPage(services)) },
  keepWeniToken: {
    takes: ['token'],
    run: (services, [token = '']) => keepWeniToken(services, token),
  },
  forgetWeniToken: { takes: [], run: (services) => forgetWeniToken(services) },
  saveWeni: {
    takes: ['settings'],
    longest: longestSettings,
    run: (services, [settings = '']) => saveWeni(services, settings),
  },
  previewWeni: {
    takes: ['settings'],
    longest: longestSettings,
    run: (services, [settings = '']) => previewWeni(services, settings),
  },
  sendWeniNow: { takes: [], run: (services) => sendWeniNow(services) },
  listWeniGroups: { takes: [], run: (services) => listWeniGroups(services) },
  makeWeniGroup: { takes: ['name'], run: (services, [name = '']) => makeWeniGroup(services, name) },
  renameWeniGroup: {
    takes: ['uuid', 'name'],
    run: (services, [uuid = '', name = '']) => renameWeniGroup(services, uuid, name),
  },
  deleteWeniGroup: {
    takes: ['uuid'],
    run: (services, [uuid = '']) => deleteWeniGroup(services, uuid),
  },
  findWeniContact: {
    takes: ['whom'],
    run: (services, [whom = '']) => findWeniContact(services, whom),
  },
  deleteWeniContact: {
    takes: ['uuid'],
    run: (services, [uuid = '']) => deleteWeniContact(services, uuid),
  },
};
