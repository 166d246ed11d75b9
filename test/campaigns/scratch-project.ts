import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProjectPlace } from '../../src/cli/clasp-project';
import type { FakeGoogle } from '../support/fake-google';

const root = join(__dirname, '..', '..');

/** Credentials as `clasp login` writes them; null for a machine where nobody signed in. */
export type Tokens = { readonly access: string; readonly refresh: string } | null;

export interface ScratchProject extends ProjectPlace {
  /** Text of a file of the scratch project. */
  read(name: string): string;
  write(name: string, text: string): void;
  remove(): void;
}

function writeCredentials(path: string, tokens: Tokens): void {
  if (tokens === null) return;
  const credential = {
    type: 'authorized_user',
    client_id: 'client',
    client_secret: 'secret',
    refresh_token: tokens.refresh,
    access_token: tokens.access,
  };
  writeFileSync(path, JSON.stringify({ tokens: { default: credential } }));
}

/** A copy of the build with the project's clasp files in a temporary folder, wired to the loopback Google. */
export function makeScratchProject(
  google: FakeGoogle,
  tokens: Tokens = { access: 'good-token', refresh: 'good-refresh-token' },
): ScratchProject {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-deploy-'));
  for (const name of ['dist', '.clasp.json', '.claspignore'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const authFile = join(folder, 'credentials.json');
  writeCredentials(authFile, tokens);
  const preload = pathToFileURL(join(root, 'test', 'support', 'loopback-google.mjs')).href;
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    NODE_OPTIONS: `--import ${preload}`,
    FAKE_GOOGLE_URL: google.url,
    clasp_config_auth: authFile,
  };
  return {
    root: folder,
    env,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(join(folder, name), text),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
