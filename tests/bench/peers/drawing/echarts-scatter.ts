import { ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { DrawingPeer } from '../peer';
import { spansOf } from './spans';

use([ScatterChart, GridComponent, DataZoomComponent, CanvasRenderer]);

/** Points in lanes; `options` of the series besides. */
export function scatter(options: { readonly progressive?: number } = {}): DrawingPeer {
  return {
    draw(host, events) {
      const spans = spansOf(events);
      const data = new Float64Array(spans.length * 2);
      spans.forEach(({ from, lane }, at) => data.set([from, lane], at * 2));
      const chart = init(host);
      return new Promise((resolve) => {
        chart.on('finished', () => resolve());
        chart.setOption({
          animation: false,
          grid: { left: 8, right: 8, top: 8, bottom: 24 },
          xAxis: { type: 'time' },
          yAxis: { type: 'value', show: false },
          dataZoom: [{ type: 'inside', throttle: 0 }],
          series: [{ type: 'scatter', large: true, symbolSize: 5, dimensions: ['at', 'lane'], data, ...options }],
        });
      });
    },
  };
}
