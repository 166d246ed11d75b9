import { createHash } from 'node:crypto';
import {
  EnumValue,
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { type Authorization, AuthorizationRequired } from './authorization';
import { Call } from '../call';
import { WEEK_DAYS } from './clock-trigger-builder';
import { Trigger } from './trigger';
import { readDocumentId, TriggerBuilder } from './trigger-builders';
import type { TriggerStore } from './triggers';

/** The web app's addresses as the twin serves them; null when not deployed. */
interface WebAppUrls {
  readonly exec: string | null;
  readonly dev: string | null;
}

/**
 * What ScriptApp is made of.
 * `serviceUrlElsewhere`: what `getService().getUrl()` gives outside web calls; people report `/dev` (the side taken), null, or the right one.
 * `onceLatenessMs`: how much after its time a one-shot trigger may run (60,000 unless told).
 * `triggersOfTriggers`: whether a trigger that a trigger's run makes ever runs; some were born disabled
 * (https://issuetracker.google.com/issues/150756612).
 */
export interface ScriptAppParts {
  readonly triggers: TriggerStore;
  readonly authorization: Authorization;
  readonly scriptId: string;
  readonly timeZone: string;
  readonly webAppUrls: () => WebAppUrls;
  readonly serviceUrlElsewhere?: 'dev' | 'null' | 'exec';
  readonly onceLatenessMs?: number;
  readonly triggersOfTriggers?: 'run' | 'disabled';
}

/** The sides taken unless told otherwise. */
export const defaultScriptSides = {
  serviceUrlElsewhere: 'dev',
  onceLatenessMs: 60_000,
  triggersOfTriggers: 'run',
} as const;

const AUTH_MODES = ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'];
const EVENT_TYPES = [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
];

/** `ScriptApp`. Source: https://developers.google.com/apps-script/reference/script/script-app */
export function makeScriptApp(parts: ScriptAppParts): ServiceDefinition {
  return {
    name: 'ScriptApp',
    enums: {
      AuthMode: AUTH_MODES,
      AuthorizationStatus: ['REQUIRED', 'NOT_REQUIRED'],
      EventType: EVENT_TYPES,
      InstallationSource: ['APPS_MARKETPLACE_DOMAIN_ADD_ON', 'NONE', 'WEB_STORE_ADD_ON'],
      TriggerSource: ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR'],
      WeekDay: WEEK_DAYS,
    },
    create: (context) => new ScriptApp(parts, context),
  };
}

class ScriptApp extends HostObject {
  readonly #parts: ScriptAppParts;
  readonly #context: ExecutionContext;

  constructor(parts: ScriptAppParts, context: ExecutionContext) {
    super();
    this.#parts = parts;
    this.#context = context;
  }

  newTrigger(...values: unknown[]): TriggerBuilder {
    const { triggers, timeZone, onceLatenessMs, triggersOfTriggers } = {
      ...defaultScriptSides,
      ...this.#parts,
    };
    const isDisabled = triggersOfTriggers === 'disabled' && this.#context.kind === 'trigger';
    const site = { store: triggers, context: this.#context, timeZone, onceLatenessMs, isDisabled };
    return new TriggerBuilder(site, new Call('ScriptApp.newTrigger', values).text(0));
  }

  getProjectTriggers(): Trigger[] {
    const own = this.#parts.triggers.list().filter(({ user }) => user === this.#context.user);
    return own.map((record) => new Trigger(record));
  }

  async getUserTriggers(...values: unknown[]): Promise<Trigger[]> {
    const id = await readDocumentId(values[0]);
    if (id === null) throw new Call('ScriptApp.getUserTriggers', values).mismatch();
    return this.getProjectTriggers().filter((trigger) => trigger.getTriggerSourceId() === id);
  }

  deleteTrigger(...values: unknown[]): void {
    const trigger = values[0];
    if (!(trigger instanceof Trigger)) throw new Call('ScriptApp.deleteTrigger', values).mismatch();
    this.#parts.triggers.remove(trigger.getUniqueId());
  }

  getService(): Service {
    return new Service(this.#parts, this.#context);
  }

  getScriptId(): string {
    return this.#parts.scriptId;
  }

  getOAuthToken(): string {
    const seed = `${this.#parts.scriptId} ${this.#context.user}`;
    return `ya29.local-${createHash('sha256').update(seed).digest('base64url')}`;
  }

  getInstallationSource(): EnumValue {
    return new EnumValue('InstallationSource', 'NONE');
  }

  requireAllScopes(...values: unknown[]): void {
    new Call('ScriptApp.requireAllScopes', values).member(0, AUTH_MODES);
    if (this.#parts.authorization.missingScopes(this.#context.user).length > 0) {
      throw new AuthorizationRequired();
    }
  }

  requireScopes(...values: unknown[]): void {
    const call = new Call('ScriptApp.requireScopes', values);
    call.member(0, AUTH_MODES);
    const scopes = call.list(1).map(String);
    const granted = this.#parts.authorization.grantedScopes(this.#context.user);
    if (granted === null || scopes.every((scope) => granted.includes(scope))) return;
    throw new AuthorizationRequired();
  }

  getAuthorizationInfo(...values: unknown[]): AuthorizationInfo {
    const call = new Call('ScriptApp.getAuthorizationInfo', values);
    call.member(0, AUTH_MODES);
    const { authorization, scriptId } = this.#parts;
    const missing = authorization.missingScopes(this.#context.user);
    const wanted = call.lacks(1) ? null : call.list(1).map(String);
    const isRequired = missing.some((scope) => wanted === null || wanted.includes(scope));
    const url = isRequired ? `https://script.google.com/macros/d/${scriptId}/authorize` : null;
    const granted = (authorization.manifestScopes ?? []).filter(
      (scope) => !missing.includes(scope),
    );
    return new AuthorizationInfo(url, granted);
  }

  invalidateAuth(): void {
    this.#parts.authorization.revoke(this.#context.user);
  }
}

class AuthorizationInfo extends HostObject {
  readonly #url: string | null;
  readonly #granted: readonly string[];

  constructor(url: string | null, granted: readonly string[]) {
    super();
    this.#url = url;
    this.#granted = granted;
  }

  getAuthorizationStatus(): EnumValue {
    return new EnumValue('AuthorizationStatus', this.#url === null ? 'NOT_REQUIRED' : 'REQUIRED');
  }

  getAuthorizationUrl(): string | null {
    return this.#url;
  }

  getAuthorizedScopes(): string[] {
    return [...this.#granted];
  }
}

/** `ScriptApp.getService()`, with its known defect: right only in web calls. */
class Service extends HostObject {
  readonly #parts: ScriptAppParts;
  readonly #context: ExecutionContext;

  constructor(parts: ScriptAppParts, context: ExecutionContext) {
    super();
    this.#parts = parts;
    this.#context = context;
  }

  getUrl(): string | null {
    const urls = this.#parts.webAppUrls();
    const elsewhere = this.#parts.serviceUrlElsewhere ?? defaultScriptSides.serviceUrlElsewhere;
    const which = this.#context.kind === 'webApp' ? 'exec' : elsewhere;
    return which === 'null' ? null : urls[which];
  }

  isEnabled(): boolean {
    return this.#parts.webAppUrls().exec !== null;
  }
}
