import type { Chart, Plugin } from 'chart.js';
import type { ViewerChart } from '../../engine/viewer-data';

const GAP_PX = 5;

function drawSeries(
  chart: Chart,
  at: number,
  { texts, isBar }: { readonly texts: readonly string[]; readonly isBar: boolean },
): void {
  const { ctx } = chart;
  chart.getDatasetMeta(at).data.forEach((element, index) => {
    const text = texts[index] ?? '';
    if (text === '' || Number.isNaN(element.x) || Number.isNaN(element.y)) return;
    ctx.textAlign = isBar ? 'left' : 'center';
    ctx.textBaseline = isBar ? 'middle' : 'bottom';
    const [x, y] = isBar ? [element.x + GAP_PX, element.y] : [element.x, element.y - GAP_PX];
    ctx.fillText(text, x, y);
  });
}

/** Draws the values at the ends of those series that ask for it (`series.0.dataLabel`). */
export function valueLabels({ series, type, vAxis }: ViewerChart, font: string): Plugin {
  return {
    id: 'value-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `${vAxis.fontSizePx}px ${font}`;
      ctx.fillStyle = vAxis.color;
      series.forEach(({ labels }, at) => {
        if (labels !== null) drawSeries(chart, at, { texts: labels, isBar: type === 'BAR' });
      });
      ctx.restore();
    },
  };
}
