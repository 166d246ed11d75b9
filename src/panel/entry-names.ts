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
  /** Triggers of version 0.1.0 run this one. */
  oldSweep: 'sweep',
  sweep: 'sweep_',
  start: 'openStart_',
  connections: 'openConnections_',
  failures: 'openFailures_',
  weni: 'openWeni_',
  statusNames: 'nameStatuses_',
  pause: 'pauseWriting_',
  resume: 'resumeWriting_',
  sweepNow: 'updateNow_',
  about: 'openAbout_',
} as const;
