import { longestToken } from '../../settings/tokens';
import type { ActionTable } from '../action';
import { done } from '../outcome';
import { forgetAccess, keepAccess, keepPolling, testAccess } from './change-access';
import { countMissed, fetchMissed, keepMissed } from './change-missed';
import { readPlatformsPage } from './page';

/** What the page Consultar plataformas may ask for. */
export const platformActions: ActionTable = {
  readPlatforms: { takes: [], run: (services) => done(readPlatformsPage(services)) },
  keepAccess: {
    takes: ['connection', 'baseUrl', 'accountId', 'token'],
    longest: longestToken,
    run: (services, [id = '', baseUrl = '', accountId = '', token = '']) =>
      keepAccess(services, id, { baseUrl: baseUrl.replace(/\/+$/, ''), accountId, token }),
  },
  testAccess: { takes: ['connection'], run: (services, [id = '']) => testAccess(services, id) },
  forgetAccess: { takes: ['connection'], run: (services, [id = '']) => forgetAccess(services, id) },
  keepPolling: {
    takes: ['connection', 'isOn', 'minutes'],
    run: (services, [id = '', isOn = '', minutes = '']) =>
      keepPolling(services, id, { isOn: isOn === 'yes', everyMinutes: Number(minutes) }),
  },
  keepMissed: {
    takes: ['connection', 'isDaily', 'firstPage', 'order'],
    run: (services, [id = '', isDaily = '', firstPage = '', order = '']) =>
      keepMissed(services, id, { isDaily: isDaily === 'yes', firstPage: Number(firstPage), order }),
  },
  countMissed: {
    takes: ['connection', 'days'],
    run: (services, [id = '', days = '']) => countMissed(services, id, Number(days)),
  },
  fetchMissed: {
    takes: ['connection', 'days'],
    run: (services, [id = '', days = '']) => fetchMissed(services, id, Number(days)),
  },
};
