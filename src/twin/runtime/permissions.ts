import type { Authorization } from '../services/triggers/authorization';
import type { ExecutionContext } from './host-object';

/** Calls that need a scope (short names); any of the listed ones is enough. */
const scopesOfCall: ReadonlyMap<string, readonly string[]> = new Map([
  ...each('SpreadsheetApp', 'getActiveSpreadsheet getActive getActiveSheet', [
    'spreadsheets',
    'spreadsheets.currentonly',
  ]),
  ...each('SpreadsheetApp', 'openById openByUrl create', ['spreadsheets']),
  ...each('Ui', 'showSidebar showModalDialog showModelessDialog', ['script.container.ui']),
  ...each('UrlFetchApp', 'fetch fetchAll', ['script.external_request']),
  ...each('ScriptApp', 'newTrigger getProjectTriggers deleteTrigger', ['script.scriptapp']),
  ...each('ScriptApp', 'getUserTriggers', ['script.scriptapp']),
  ...each('MailApp', 'sendEmail getRemainingDailyQuota', ['script.send_mail']),
  ...each('Session', 'getActiveUser getEffectiveUser', ['userinfo.email']),
]);

/** A simple trigger may only use the spreadsheet it is in. */
const simpleTriggerScopes = ['spreadsheets.currentonly'];
const prefix = 'https://www.googleapis.com/auth/';

/** Google's error text when a call is not permitted, else null. */
export type ExplainRefusal = (call: string, context: ExecutionContext) => string | null;

/**
 * Creates the check of every call against the scopes that are listed and granted. Sources:
 * https://developers.google.com/apps-script/concepts/scopes and
 * https://developers.google.com/apps-script/guides/triggers#restrictions
 */
export function createPermissionCheck(authorization: Authorization): ExplainRefusal {
  return (call, { kind, user }) => {
    const needed = scopesOfCall.get(call);
    if (!needed) return null;
    const granted =
      kind === 'simpleTrigger'
        ? simpleTriggerScopes.map((name) => prefix + name)
        : authorization.grantedScopes(user);
    const addresses = needed.map((name) => prefix + name);
    if (!granted || addresses.some((scope) => granted.includes(scope))) return null;
    const list = addresses.join(' || ');
    return `You do not have permission to call ${call}. Required permissions: ${list}`;
  };
}

function each(owner: string, methods: string, scopes: readonly string[]) {
  return methods.split(' ').map((method) => [`${owner}.${method}`, scopes] as const);
}
