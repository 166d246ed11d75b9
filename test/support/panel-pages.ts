/** The pages that open as a dialog, by the item of the menu Plantão that opens them. */
export const dialogs = [
  'failures',
  'search',
  'screens',
  'platforms',
  'weni',
  'privacy',
  'settings',
  'alarms',
  'doctor',
] as const;
