import type { ExecutionKind } from './host-object';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
const spreadsheets = scope('spreadsheets');
const currentOnly = scope('spreadsheets.currentonly');

const each = (owner: string, methods: string, scopes: readonly string[]) =>
  methods.split(' ').map((method) => [`${owner}.${method}`, scopes] as const);

/** Calls that need a scope; any of the listed ones is enough. */
const scopesOfCall: ReadonlyMap<string, readonly string[]> = new Map([
  ...each('SpreadsheetApp', 'getActiveSpreadsheet getActive getActiveSheet', [
    spreadsheets,
    currentOnly,
  ]),
  ...each('SpreadsheetApp', 'openById openByUrl create', [spreadsheets]),
  ...each('UrlFetchApp', 'fetch fetchAll', [scope('script.external_request')]),
  ...each('ScriptApp', 'newTrigger getProjectTriggers deleteTrigger', [scope('script.scriptapp')]),
  ...each('ScriptApp', 'getUserTriggers', [scope('script.scriptapp')]),
  ...each('Ui', 'showSidebar showModalDialog showModelessDialog', [scope('script.container.ui')]),
  ...each('MailApp', 'sendEmail getRemainingDailyQuota', [scope('script.send_mail')]),
  ...each('Session', 'getActiveUser getEffectiveUser', [scope('userinfo.email')]),
]);

/** What an execution may do. */
export interface Permissions {
  /** Scopes the manifest lists; null when it lists none and Apps Script finds them by itself. */
  readonly scopes: readonly string[] | null;
  readonly kind: ExecutionKind;
}

/**
 * Google's error text when a call is not permitted, else null. Simple triggers may only use the spreadsheet they are in
 * (https://developers.google.com/apps-script/guides/triggers#restrictions).
 */
export function explainRefusal(call: string, { scopes, kind }: Permissions): string | null {
  const needed = scopesOfCall.get(call);
  if (!needed) return null;
  const granted = kind === 'simpleTrigger' ? [currentOnly] : scopes;
  if (!granted || needed.some((name) => granted.includes(name))) return null;
  return `You do not have permission to call ${call}. Required permissions: ${needed.join(' || ')}`;
}
