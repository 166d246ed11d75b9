import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../twin/runtime/project-root';
import { createVirtualClock } from '../twin/runtime/clock';
import type { Twin } from '../twin/runtime/twin';
import { startTwin } from '../twin/start-twin';
import { launchBrowser } from './browser';
import { buildAll } from './build';
import { entryNames } from '../panel/entry-names';
import { commands } from './commands';
import { listConnections } from './connections';
import { runCommand } from './run-command';
import { setUpSample } from './sample';

const PICTURE = join(projectRoot, 'docs', 'images', 'viewer.png');
const SIZE = { width: 1280, height: 760 };
const MINUTE_MS = 60_000;
/** A Friday, 14:42 in GMT-3: the picture does not depend on when it is taken. */
const NOW_EPOCH_MS = Date.UTC(2026, 10, 20, 17, 42);

/** Name, minutes ago, online, available: what the sample team did this morning. */
const TEAM: readonly (readonly [
  name: string,
  minutesAgo: number,
  online: boolean,
  free: boolean,
])[] = [
  ['João Alves', 236, true, true],
  ['Agente 2', 231, true, true],
  ['Agente 3', 228, true, true],
  ['Agente 4', 215, true, true],
  ['Agente 5', 209, true, true],
  ['Agente 6', 204, true, true],
  ['Agente 7', 187, true, true],
  ['Agente 8', 181, true, true],
  ['Agente 4', 96, true, false],
  ['Agente 2', 74, true, false],
  ['Agente 2', 58, true, true],
  ['Agente 5', 41, false, false],
  ['Agente 8', 22, true, false],
  ['João Alves', 9, true, false],
  ['Agente 6', 4, false, false],
];

const AGENT_NAMES = [...new Set(TEAM.map(([name]) => name))];

/** One webhook as Huggy documents it (event `agentChangedStatus`). */
function describeEvent([name, minutesAgo, isOnline, isAvailable]: (typeof TEAM)[number]): object {
  const number = AGENT_NAMES.indexOf(name) + 1;
  const agent = {
    id: 95_000 + number,
    name,
    mobile: `+551199999${String(number).padStart(4, '0')}`,
    email: `agente${number}@example.com`,
    isActive: true,
    isOnline,
    isAvailable,
    statusID: '-1',
    origin: 'manually',
    company: { id: 999_999 },
  };
  return {
    time: Math.floor((NOW_EPOCH_MS - minutesAgo * MINUTE_MS) / 1000),
    messages: { agentChangedStatus: [agent] },
    token: '888c48839995c333939a80f0000dd354',
  };
}

async function postTeam(twin: Twin): Promise<void> {
  const huggy = listConnections(twin).find(({ vendor }) => /huggy/i.test(vendor));
  const url = huggy?.webhooks[0]?.url;
  if (url === undefined) throw new Error('The sample has no Huggy connection.');
  for (const entry of TEAM) {
    const body = JSON.stringify(describeEvent(entry));
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
  await twin.run(entryNames.sweep);
}

async function arrange(page: Page): Promise<void> {
  await page.locator('body[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Execuções' }).click();
  await page.locator('.execution', { hasText: 'doPost' }).first().waitFor();
  await page.waitForTimeout(1_000);
}

async function takePicture(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SIZE, locale: 'pt-BR' });
    await page.goto(url);
    await arrange(page);
    await mkdir(dirname(PICTURE), { recursive: true });
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}

/** `npm run picture`: the sample team in the viewer, as `docs/images/viewer.png`. Nothing is kept. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.picture, args, makePicture);
}

async function makePicture(): Promise<number> {
  await buildAll();
  const twin = startTwin({
    bundleDir: join(projectRoot, 'dist'),
    title: 'Plantão · Atendimento',
    clock: createVirtualClock(NOW_EPOCH_MS),
    seed: 'picture',
  });
  try {
    const url = await twin.listen(0);
    await setUpSample(twin, twin.execUrl());
    await postTeam(twin);
    await takePicture(url);
  } finally {
    await twin.stop();
  }
  console.log(PICTURE);
  return 0;
}
