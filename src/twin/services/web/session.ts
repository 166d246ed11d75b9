import { createHash } from 'node:crypto';
import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';

const KEY_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** `timeZone` is the manifest's; `locale` the language of whoever uses the script, such as `pt-BR`. */
export interface SessionParts {
  readonly timeZone: string;
  readonly locale: string;
}

/**
 * `Session`. The active user's e-mail is blank for anonymous callers; reading it needs the scope `userinfo.email`.
 * Source: https://developers.google.com/apps-script/reference/base/session
 */
export function makeSession(parts: SessionParts): ServiceDefinition {
  return { name: 'Session', enums: {}, create: (context) => new Session(parts, context) };
}

class Session extends HostObject {
  readonly #parts: SessionParts;
  readonly #context: ExecutionContext;

  constructor(parts: SessionParts, context: ExecutionContext) {
    super();
    this.#parts = parts;
    this.#context = context;
  }

  getActiveUser(): User {
    return new User(this.#context.activeUser);
  }

  getEffectiveUser(): User {
    return new User(this.#context.user);
  }

  getActiveUserLocale(): string {
    return this.#parts.locale;
  }

  getScriptTimeZone(): string {
    return this.#parts.timeZone;
  }

  /** Changes every 30 days, and says nothing of who the user is. */
  getTemporaryActiveUserKey(): string {
    const period = Math.floor(this.#context.clock.now() / KEY_LIFE_MS);
    const seed = `${period} ${this.#context.activeUser}`;
    return createHash('sha256').update(seed).digest('base64');
  }
}

class User extends HostObject {
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }
}
