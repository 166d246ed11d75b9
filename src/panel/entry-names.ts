/**
 * Names of the app's global functions, by what they are for. `google.script.run` reaches every global of the project whose name does
 * not end in `_`, from any page of the web app, as the owner; so menu items and the trigger have such names
 * (https://developers.google.com/apps-script/guides/html/communication#private_functions).
 */
export const entryNames = {
  receive: 'doPost',
  greet: 'doGet',
  open: 'onOpen',
  edit: 'onEdit',
  panel: 'panel',
  readBoard: 'readBoard',
  /** Triggers of version 0.1.0 run this one. */
  oldSweep: 'sweep',
  sweep: 'sweep_',
  start: 'openStart_',
  connections: 'openConnections_',
  failures: 'openFailures_',
  search: 'openSearch_',
  screens: 'openScreens_',
  platforms: 'openPlatforms_',
  weni: 'openWeni_',
  privacy: 'openPrivacy_',
  settings: 'openSettings_',
  alarms: 'openAlarms_',
  doctor: 'openDoctor_',
  pause: 'pauseWriting_',
  resume: 'resumeWriting_',
  sweepNow: 'updateNow_',
  about: 'openAbout_',
} as const;
