import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '../twin/runtime/project-root';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Executable {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

function findInstalled(): Executable | null {
  const candidates = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'];
  const path = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  return path === undefined ? null : { path, environment: {} };
}

/**
 * The package is an ES module that jest cannot load, and unpacks into the folder for temporary files; so it runs in a process
 * of its own, with a folder of its own. `al2023` holds the libraries that a minimal Debian lacks.
 */
const UNPACK = `
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  await inflate(process.argv[1]);
`;

/** The package's own list of font folders only names those of its cloud. */
function describeFonts(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`);
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?>\n<fontconfig>${folders.join('')}${cache}</fontconfig>\n`;
}

/** Unpacks beside the final folder and renames, so that processes at the same time do not see half a browser. */
async function unpackPackaged(folder: string): Promise<void> {
  const packed = join(projectRoot, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const parts = await mkdtemp(`${folder}-`);
  const script = ['--input-type=module', '-e', UNPACK, join(packed, 'al2023.tar.br')];
  await promisify(execFile)(process.execPath, script, {
    cwd: projectRoot,
    env: { ...process.env, TMPDIR: parts },
  });
  await writeFile(join(parts, 'fonts', 'fonts.conf'), describeFonts(folder));
  try {
    await rename(parts, folder);
  } catch {
    await rm(parts, { recursive: true, force: true });
  }
}

async function findPackaged(): Promise<Executable> {
  const folder = join(tmpdir(), `plantao-chromium-153-${userInfo().uid}`);
  if (!existsSync(folder)) await unpackPackaged(folder);
  const libraries = join(folder, 'al2023', 'lib');
  const inherited = process.env['LD_LIBRARY_PATH'];
  return {
    path: join(folder, 'chromium'),
    environment: {
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries,
    },
  };
}

function listEnvironment(): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) variables[name] = value;
  }
  return variables;
}

/**
 * A headless Chromium: an installed one (`CHROMIUM_PATH`, `/usr/bin/chromium`), else the one that comes from npm with the
 * libraries it needs. Works on a minimal Debian with only Node. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const executable = findInstalled() ?? (await findPackaged());
  return chromium.launch({
    executablePath: executable.path,
    args: [...FLAGS],
    // A machine may be slow; a browser that cannot start ends by itself.
    timeout: 0,
    env: { ...listEnvironment(), ...executable.environment },
  });
}
