import type { ExecutionContext } from '../runtime/host-object';

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';
/** All that a simple trigger of a bound script may use (AuthMode LIMITED). */
const SIMPLE_TRIGGER_SCOPES = new Set([
  `${SCOPE_PREFIX}spreadsheets.currentonly`,
  `${SCOPE_PREFIX}script.container.ui`,
]);

/** Ends the execution and shows Google's authorisation prompt; a script cannot catch it. The runtime looks for this class. */
export class AuthorizationRequired extends Error {
  constructor() {
    super(
      'Authorization is required to perform that action. Please run the script again to authorize it.',
    );
  }
}

/**
 * What the script may do: the manifest's `oauthScopes` (null: found automatically, so nothing is missing) and what each user
 * has granted of them. A user has granted everything unless `revoke` or `grant` said otherwise.
 * Sources: https://developers.google.com/apps-script/concepts/scopes and
 * https://developers.google.com/apps-script/reference/script/script-app
 */
export class Authorization {
  readonly #granted = new Map<string, ReadonlySet<string>>();

  constructor(readonly manifestScopes: readonly string[] | null) {}

  /** The user now grants just these scopes (granular consent); without a list, all that the manifest asks for. */
  grant(user: string, scopes?: readonly string[]): void {
    if (scopes === undefined) this.#granted.delete(user);
    else this.#granted.set(user, new Set(scopes));
  }

  revoke(user: string): void {
    this.grant(user, []);
  }

  /** Scopes of the manifest that the user has not granted. */
  missingScopes(user: string): readonly string[] {
    const granted = this.#granted.get(user);
    return granted === undefined
      ? []
      : (this.manifestScopes ?? []).filter((scope) => !granted.has(scope));
  }

  /** Throws Google's permission error unless one of the scopes is there (`scopes`: short names, such as `script.scriptapp`). */
  require(context: ExecutionContext, method: string, ...scopes: readonly string[]): void {
    const wanted = scopes.map((name) => `${SCOPE_PREFIX}${name}`);
    if (wanted.some((scope) => this.allows(context, scope))) return;
    const list = wanted.length === 1 ? wanted.join('') : `(${wanted.join(' || ')})`;
    throw new Error(`You do not have permission to call ${method}. Required permissions: ${list}`);
  }

  /** True when the execution may use a scope, given by its full address. */
  allows(context: ExecutionContext, scope: string): boolean {
    if (context.kind === 'simpleTrigger' && !SIMPLE_TRIGGER_SCOPES.has(scope)) return false;
    const isAsked = this.manifestScopes === null || this.manifestScopes.includes(scope);
    return isAsked && !this.#lacks(context.user, scope);
  }

  #lacks(user: string, scope: string): boolean {
    const granted = this.#granted.get(user);
    return granted !== undefined && !granted.has(scope);
  }
}

/** The authorisation state of one twin. */
export function createAuthorization(manifestScopes: readonly string[] | null): Authorization {
  return new Authorization(manifestScopes);
}
