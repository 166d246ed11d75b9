import type { ViewerChart } from '../../engine/viewer-data';
import { createElement } from '../elements';

/** A scorecard: the first value in big type, below it how far it is from the second. */
export function drawScorecard(chart: ViewerChart): HTMLElement {
  const [shown, compared] = chart.series;
  const value = shown?.values[0] ?? null;
  const base = compared?.values[0] ?? null;
  const difference = value === null || base === null ? null : value - base;
  const say = (number: number | null): string => number?.toLocaleString(navigator.language) ?? '';
  const sign = difference !== null && difference < 0 ? '▼' : '▲';
  return createElement('div', {
    attributes: { class: 'scorecard' },
    children: [
      createElement('span', { children: [chart.title ?? ''] }),
      createElement('strong', { children: [say(value)] }),
      createElement('span', {
        children: difference === null ? [] : [`${sign} ${say(Math.abs(difference))}`],
      }),
    ],
  });
}
