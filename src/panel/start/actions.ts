import type { ActionTable } from '../action';
import { done } from '../outcome';
import { checkUrl } from './check-url';
import { chooseVendor, goOn } from './go-on';
import { makeTabs } from './set-up';

/** What the screen Começar may ask for. */
export const startActions: ActionTable = {
  makeTabs: { takes: ['zone'], run: (services, [zone = '']) => makeTabs(services, zone) },
  checkUrl: { takes: ['url'], run: (services, [url = '']) => checkUrl(services, url) },
  chooseVendor: {
    takes: ['vendor'],
    run: (services, [vendor = '']) => chooseVendor(services, vendor),
  },
  goOn: {
    takes: ['step', 'connection'],
    run: (services, [step = '', id = '']) => done(goOn(services, Number(step), id)),
  },
};
