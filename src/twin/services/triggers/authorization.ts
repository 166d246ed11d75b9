/** Ends the execution and shows Google's authorisation prompt; a script cannot catch it. The runtime looks for this class. */
export class AuthorizationRequired extends Error {
  constructor() {
    super(
      'Authorization is required to perform that action. Please run the script again to authorize it.',
    );
  }
}

/**
 * What each user has granted of the manifest's `oauthScopes` (null: found automatically, so nothing is missing). A user has granted
 * everything unless `revoke` or `grant` said otherwise. Whether a call is let through is the runtime's to check, from `grantedScopes`.
 * Sources: https://developers.google.com/apps-script/concepts/scopes and
 * https://developers.google.com/apps-script/reference/script/script-app#requireAllScopes(AuthMode)
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

  /** Scopes that calls of this user's executions may use; null for any. */
  grantedScopes(user: string): readonly string[] | null {
    const granted = this.#granted.get(user);
    const asked = this.manifestScopes;
    return granted === undefined
      ? asked
      : (asked ?? [...granted]).filter((scope) => granted.has(scope));
  }

  /** Scopes of the manifest that the user has not granted. */
  missingScopes(user: string): readonly string[] {
    const granted = this.grantedScopes(user);
    return (this.manifestScopes ?? []).filter((scope) => granted?.includes(scope) === false);
  }
}

/** The authorisation state of one twin. */
export function createAuthorization(manifestScopes: readonly string[] | null): Authorization {
  return new Authorization(manifestScopes);
}
