import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { TOPICS } from '../../data/chronology';
import type { DrawingPeer } from '../peer';
import { spansOf } from './spans';

const ZOOM_PER_PX = 0.002;
const AXIS_PX = 40;

export const peer: DrawingPeer = {
  draw(host, events) {
    const spans = spansOf(events);
    const x = Float64Array.from(spans, ({ from }) => from);
    const y = Float64Array.from(spans, ({ lane }) => lane);
    return new Promise((resolve) => {
      const options: uPlot.Options = {
        width: host.clientWidth,
        height: host.clientHeight - AXIS_PX,
        ms: 1,
        tzDate: (ms) => uPlot.tzDate(new Date(ms), 'Etc/UTC'),
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, points: { show: false } },
        scales: { x: { time: true }, y: { range: [-1, TOPICS] } },
        axes: [{}, { show: false }],
        series: [{}, { paths: () => null, points: { show: true, size: 5, fill: 'steelblue', width: 0 } }],
        hooks: { ready: [moveAndZoom, () => resolve()] },
      };
      new uPlot(options, [x, y], host);
    });
  },
};

/** uPlot leaves this to plugins; as its own examples do it. */
function moveAndZoom(chart: uPlot): void {
  const { over } = chart;
  const shown = (): { min: number; max: number } => ({ min: chart.scales.x.min ?? 0, max: chart.scales.x.max ?? 1 });
  over.addEventListener('wheel', (event) => {
    event.preventDefault();
    const { min, max } = shown();
    const at = chart.posToVal(event.offsetX, 'x');
    const ratio = Math.exp(event.deltaY * ZOOM_PER_PX);
    chart.setScale('x', { min: at - (at - min) * ratio, max: at + (max - at) * ratio });
  });
  over.addEventListener('mousedown', ({ clientX }) => {
    const { min, max } = shown();
    const perPx = (max - min) / over.clientWidth;
    const move = (event: MouseEvent): void => {
      const by = (clientX - event.clientX) * perPx;
      chart.setScale('x', { min: min + by, max: max + by });
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', () => document.removeEventListener('mousemove', move), { once: true });
  });
}
