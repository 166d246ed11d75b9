import { buildAll } from './build';
import { commands } from './commands';
import { openStage, type Stage } from './demo/stage';
import { choosePresent, sayDay } from './demo/shop-time';
import { runCommand } from './run-command';
import {
  checkPort,
  explainListening,
  openBrowser,
  readLocale,
  readPort,
  tellAddresses,
} from './start';
import { StartFailure } from './start-failure';

/**
 * `npm run demo`: an invented team's 30 days, then its day as it goes, by the platforms' webhooks into the twin, until Ctrl-C. Nothing
 * is kept. The first line on stdout that begins with `READY ` names the address; `LIVE ` comes when the history is in.
 */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.demo, args, async (values) => {
    const port = readPort(values.port);
    const options = {
      seed: values.seed,
      days: readDays(values.days),
      presentMs: readMoment(values.at),
      locale: readLocale(values.locale),
      port,
    };
    await checkPort(port);
    console.error('Building…');
    await buildAll();
    const stage = await openStage(options).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error ? explainListening(error, port) : error;
    });
    if (values.open) openBrowser(stage.url);
    await play(stage);
    return 0;
  });
}

function readDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days <= 60) return days;
  throw new StartFailure('badValue', `--days ${text}`, '0–60');
}

/** A moment of the team's zone, such as `2026-11-24T11:22`; absent: now, or the last busy morning. */
function readMoment(text: string | undefined): number {
  if (text === undefined) return choosePresent(Date.now());
  // Date.parse reads much besides, even words.
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text);
  const momentMs = isMoment ? Date.parse(`${text}:00-03:00`) : NaN;
  if (Number.isFinite(momentMs)) return momentMs;
  throw new StartFailure('badValue', `--at ${text}`, '2026-11-24T11:22');
}

async function play(stage: Stage): Promise<void> {
  const stopped = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve('stopped'));
  });
  let stopPresent = (): void => undefined;
  try {
    tellAddresses(stage.twin, stage.url);
    const past = stage.playPast((startMs, left) => tellDay(startMs, left));
    // When it is stopped in between, what is under way ends with an error that nobody needs.
    past.catch(() => undefined);
    if ((await Promise.race([past, stopped])) === 'stopped') return;
    stopPresent = stage.playPresent();
    console.log(`LIVE ${stage.url}`);
    console.log(`QUADRO ${stage.screenUrl}`);
    await stopped;
    console.error('Stopping…');
  } finally {
    stopPresent();
    await stage.stop();
  }
}

function tellDay(startMs: number, left: number): void {
  console.error(`${sayDay(startMs)}${left > 0 ? ` (+${left})` : ''}`);
}
