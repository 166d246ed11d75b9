import { createHash } from 'node:crypto';
import type { Reply, SeenCall } from '../strict-server';

export type { SeenCall };
export type WeniReply = Reply;

/** A contact as the strict Weni keeps it. */
export interface StoredContact {
  readonly uuid: string;
  name: string | null;
  language: string | null;
  /** In the order of their priority. */
  urns: string[];
  /** UUIDs of static groups. */
  groups: string[];
  fields: Record<string, string>;
  status: 'active' | 'blocked' | 'stopped' | 'deleted';
  readonly createdOnMs: number;
  modifiedOnMs: number;
}

interface StoredField {
  readonly key: string;
  label: string;
  valueType: string;
}

export interface StoredGroup {
  readonly uuid: string;
  name: string;
  /** Not null: a dynamic group. */
  readonly query: string | null;
  readonly status: 'initializing' | 'ready';
  /** What uses it, as Weni says it when it is to be deleted. */
  usedBy?: string;
}

/** What a workspace is like; all of it may be changed between calls. */
export interface WeniOptions {
  /** Tokens that are taken, and what their role may do. */
  readonly tokens: Map<string, 'administrator' | 'viewer'>;
  readonly password: { readonly user: string; readonly token: string };
  isAnonymous: boolean;
  verifiesNinthDigit: boolean;
  /** Calls of contacts within an hour, and of all other endpoints together. */
  callsPerHour: number;
  pageSize: number;
  now(): number;
}

/** One workspace of the strict Weni: its contacts, fields, groups, and every call in the order in which it came. */
export interface Workspace {
  readonly options: WeniOptions;
  readonly contacts: StoredContact[];
  readonly fields: StoredField[];
  readonly groups: StoredGroup[];
  /** UUIDs and keys of another workspace: known to Weni, not to this one. */
  readonly foreign: Set<string>;
  readonly calls: SeenCall[];
  /** When calls came, by their bucket, epoch ms. */
  readonly buckets: Record<'contacts' | 'rest', number[]>;
  /** A UUID that was never given before. */
  nextUuid(): string;
}

/** A call as the strict Weni heard it. */
export const goodToken = 'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0';

export function makeWorkspace(changes: Partial<WeniOptions> = {}): Workspace {
  let given = 0;
  return {
    options: {
      tokens: new Map([[goodToken, 'administrator']]),
      password: { user: 'ana@example.com', token: goodToken },
      isAnonymous: false,
      verifiesNinthDigit: false,
      callsPerHour: 2500,
      pageSize: 250,
      now: () => Date.now(),
      ...changes,
    },
    contacts: [],
    fields: [],
    groups: [],
    foreign: new Set(),
    calls: [],
    buckets: { contacts: [], rest: [] },
    nextUuid: () => {
      given += 1;
      const hex = createHash('sha256').update(String(given)).digest('hex');
      return [8, 4, 4, 4, 12].map((size, at) => hex.slice(at * 8, at * 8 + size)).join('-');
    },
  };
}

/** The contact under an address that is written as Weni stores it. */
export const contactOf = (workspace: Workspace, urn: string): StoredContact | undefined =>
  workspace.contacts.find(({ urns, status }) => status !== 'deleted' && urns.includes(urn));
