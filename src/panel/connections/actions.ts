import type { ActionTable } from '../action';
import {
  addConnection,
  changeSecret,
  dropConnection,
  dropOldSecrets,
  renameConnection,
} from './manage';
import { previewRegistration, registerWebhooks } from './register';
import { sendTestEvent } from './test-event';

/** What the screen Conexões may ask for. */
export const connectionActions: ActionTable = {
  addConnection: {
    takes: ['vendor', 'label'],
    run: (services, [vendor = '', label = '']) => addConnection(services, vendor, label),
  },
  renameConnection: {
    takes: ['connection', 'label'],
    run: (services, [id = '', label = '']) => renameConnection(services, id, label),
  },
  changeSecret: { takes: ['connection'], run: (services, [id = '']) => changeSecret(services, id) },
  dropOldSecrets: {
    takes: ['connection'],
    run: (services, [id = '']) => dropOldSecrets(services, id),
  },
  dropConnection: {
    takes: ['connection'],
    run: (services, [id = '']) => dropConnection(services, id),
  },
  sendTestEvent: {
    takes: ['connection', 'kind'],
    run: (services, [id = '', kind = '']) => sendTestEvent(services, id, kind),
  },
  registerWebhooks: {
    takes: ['connection', 'token', 'keeps'],
    run: (services, [id = '', token = '', keeps = '']) =>
      registerWebhooks(services, id, { token, keeps: keeps === 'yes' }),
  },
  previewRegistration: {
    takes: ['connection'],
    run: (services, [id = '']) => previewRegistration(services, id),
  },
};
