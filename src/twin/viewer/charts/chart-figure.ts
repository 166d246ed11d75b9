import { ChartBoard } from './chart-board';

/** The grid library's name for our kind of figure. */
export const FIGURE_TAG = 'sheet-chart';

/** Id of a chart's figure. */
export const toFigureId = (chartId: string): string => `figure-${chartId}`;

/** All charts of the page: the library makes its components itself, so they find theirs here. */
export const chartBoard = new ChartBoard();

/** Teaches the grid library to place our charts: it keeps them over their cells, also while one scrolls. */
export function registerCharts(): void {
  const { Component, xml, useRef, onMounted, onWillUnmount } = owl;
  class ChartFigure extends Component<{ readonly figureUI: { readonly id: string } }> {
    static override template = xml`<div class="chart-figure" t-ref="place"/>`;
    static override props = ['*'];
    override setup(): void {
      const place = useRef('place');
      const id = this.props.figureUI.id.replace(/^figure-/, '');
      onMounted(() => {
        if (place.el) chartBoard.draw(id, place.el);
      });
      onWillUnmount(() => chartBoard.forget(id));
    }
  }
  o_spreadsheet.registries.figureRegistry.add(FIGURE_TAG, {
    Component: ChartFigure,
    borderWidth: 0,
    menuBuilder: () => [],
  });
}
