import type { ActionTable } from '../action';
import { done } from '../outcome';
import { forgetChat, keepChat, readAlarmsPage, saveAlarms, testChat } from './page';

/** Of the page's form as JSON. */
const longestForm = 4000;

/** What the page Alarmes may ask for. */
export const alarmActions: ActionTable = {
  readAlarms: { takes: [], run: (services) => done(readAlarmsPage(services)) },
  keepChat: { takes: ['url'], run: (services, [url = '']) => keepChat(services, url) },
  forgetChat: { takes: ['chat'], run: (services, [chat = '']) => forgetChat(services, chat) },
  testChat: { takes: ['chat'], run: (services, [chat = '']) => testChat(services, chat) },
  saveAlarms: {
    takes: ['form'],
    longest: longestForm,
    run: (services, [form = '']) => saveAlarms(services, form),
  },
};
