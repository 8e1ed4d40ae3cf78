import { axisBottom, scaleUtc, select, zoom, type D3ZoomEvent } from 'd3';
import { TOPICS } from '../../data/chronology';
import type { DrawingPeer } from '../peer';
import { type Span, spansOf } from './spans';

const AXIS_PX = 24;
const RADIUS_PX = 3;

/** A circle an event, an axis, dragging and zooming: a timeline as one writes it in an afternoon. */
export const peer: DrawingPeer = {
  draw(host, events) {
    const spans = spansOf(events);
    const { clientWidth: width, clientHeight: height } = host;
    const laneHeight = (height - AXIS_PX) / TOPICS;
    const last = spans.reduce((latest, { to }) => Math.max(latest, to), -Infinity);
    const base = scaleUtc([spans[0].from, last], [0, width]);

    const svg = select(host).append('svg').attr('width', width).attr('height', height);
    const plot = svg.append('g');
    const axis = svg.append('g').attr('transform', `translate(0,${height - AXIS_PX})`);
    const circles = plot
      .selectAll('circle')
      .data(spans)
      .join('circle')
      .attr('r', RADIUS_PX)
      .attr('fill', 'steelblue')
      .attr('cx', ({ from }) => base(from))
      .attr('cy', ({ lane }) => (lane + 0.5) * laneHeight);
    circles.append('title').text(({ title }) => title);
    axis.call(axisBottom(base));

    // What stands is moved as a whole as long as nobody zooms; only then does every circle get a place of its own.
    let placed = { k: 1, x: 0 };
    const onZoom = ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (transform.k !== placed.k) {
        placed = transform;
        const scale = transform.rescaleX(base);
        circles.attr('cx', ({ from }: Span) => scale(from));
      }
      plot.attr('transform', `translate(${transform.x - placed.x},0)`);
      axis.call(axisBottom(transform.rescaleX(base)));
    };
    const behaviour = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, 10_000])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .on('zoom', onZoom);
    svg.call(behaviour);
    return Promise.resolve();
  },
};
