import type { Action, ActionTable } from '../action';
import {
  openAlarms,
  openDoctor,
  openFailures,
  openPlatforms,
  openPrivacy,
  openScreens,
  openSettings,
  openWeni,
  pauseWriting,
  resumeWriting,
  type MenuFunction,
} from '../menu';
import { noteNewsSeen } from '../news/seen';
import { done } from '../outcome';
import { readPanel } from './read-panel';
import { sayArrival, showTab } from './show-arrival';

/** Opens a page as the menu does. */
const opens = (open: MenuFunction): Action => ({
  takes: [],
  run: (services) => open(services) ?? done(null),
});

/** What every screen of the panel may ask for. */
export const sidebarActions: ActionTable = {
  readPanel: { takes: [], run: (services) => done(readPanel(services)) },
  sayArrival: {
    takes: ['connection'],
    run: (services, [id = '']) => done(sayArrival(services, id)),
  },
  showTab: { takes: ['tab'], run: (services, [tab = '']) => done(showTab(services, tab)) },
  hideNews: {
    takes: [],
    run: ({ properties }) => {
      noteNewsSeen(properties);
      return done(null);
    },
  },
  pauseWriting: { takes: [], run: (services) => pauseWriting(services) },
  resumeWriting: { takes: [], run: (services) => resumeWriting(services) },
  openFailures: opens(openFailures),
  openDoctor: opens(openDoctor),
  openSettings: opens(openSettings),
  openAlarms: opens(openAlarms),
  openScreens: opens(openScreens),
  openPrivacy: opens(openPrivacy),
  openPlatforms: opens(openPlatforms),
  openWeni: opens(openWeni),
};
