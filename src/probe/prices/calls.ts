import type { Desk } from '../notes';
import { call, readJson } from '../web-call';
import { priceAll, timed } from './time';

/** What a hop costs that runs no script, what a run adds to it, and the first look at the spreadsheet. */
export function priceCalls(desk: Desk): void {
  const { url } = desk.options;
  const options = { followRedirects: false, muteHttpExceptions: true } as const;
  priceAll(
    [
      timed(
        'UrlFetchApp.fetch',
        { samples: 8 },
        () => void UrlFetchApp.fetch(`${url}/path`, options),
      ),
      timed('call.text', { samples: 12 }, () => void call(url, { task: 'text', request: options })),
    ],
    desk,
  );
  const opened = Array.from({ length: 5 }, () =>
    Number(readJson(call(url, { task: 'open' }))['openMs']),
  );
  desk.price('open.first', opened);
}

const megabyte = 1_000_000;

/**
 * What compiling and running code costs, a megabyte of it. Lower than what Google takes to load a script of that size, which no script
 * can see of itself.
 */
export function priceEvaluation({ price }: Desk): void {
  const samples = Array.from({ length: 5 }, (_none, sample) => {
    const functions = Array.from({ length: megabyte / 100 }, (_nothing, index) => {
      const name = `f${sample}_${index}`;
      return `function ${name}(a){return a+${index};}`.padEnd(98, ' ') + '\n';
    });
    const code = `(function(){${functions.join('')}})()`;
    const startedAtMs = Date.now();
    (0, eval)(code);
    return (Date.now() - startedAtMs) / (code.length / megabyte);
  });
  price('evaluation.megabyte', samples);
}
