import type { ViewerChart } from '../../engine/viewer-data';
import { createElement } from '../elements';
import { toChartConfig } from './chart-config';
import { drawScorecard } from './scorecard';

/** A drawn chart. */
interface Drawn {
  readonly target: HTMLElement;
  json: string;
  destroy(): void;
}

/** The charts of the workbook: what they show now, and where they are drawn. */
export class ChartBoard {
  readonly #charts = new Map<string, ViewerChart>();
  readonly #drawn = new Map<string, Drawn>();

  /** Takes the charts of a sheet; those that are on the page are drawn again when they changed. */
  take(charts: readonly ViewerChart[]): void {
    for (const chart of charts) {
      this.#charts.set(chart.id, chart);
      const drawn = this.#drawn.get(chart.id);
      if (drawn && drawn.json !== JSON.stringify(chart)) this.draw(chart.id, drawn.target);
    }
  }

  /** Draws a chart into an element. */
  draw(id: string, target: HTMLElement): void {
    const chart = this.#charts.get(id);
    if (!chart) return;
    this.forget(id);
    this.#drawn.set(id, { target, json: JSON.stringify(chart), destroy: place(chart, target) });
  }

  /** The element has left the page. */
  forget(id: string): void {
    this.#drawn.get(id)?.destroy();
    this.#drawn.delete(id);
  }
}

function place(chart: ViewerChart, target: HTMLElement): () => void {
  target.style.background = chart.background;
  if (chart.type === 'SCORECARD') {
    target.replaceChildren(drawScorecard(chart));
    return () => target.replaceChildren();
  }
  const canvas = createElement('canvas', {
    attributes: { role: 'img', 'aria-label': describeChart(chart) },
  });
  target.replaceChildren(canvas);
  const drawing = new Chart(canvas, toChartConfig(chart));
  return () => drawing.destroy();
}

const describeChart = ({ title, series }: ViewerChart): string =>
  title ?? series.map(({ name }) => name).join(', ');
