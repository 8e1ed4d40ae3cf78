import { isFields, type Fields } from '../../domain/parsing/field';
import type { Found, Spot } from './format';
import type { ItemReader, JsonFormat } from './json-format';
import { noObject } from './json-part';
import { simileEvent } from './simile-event';

const OWN = [
  'latestStart',
  'earliestEnd',
  'isDuration',
  'durationEvent',
  'tapeImage',
  'classname',
  'caption',
  'wikiID',
  'trackNum',
  'eventID',
];
const ALL = new Set([
  ...[
    'id',
    'start',
    'end',
    'title',
    'description',
    'link',
    'image',
    'icon',
    'color',
    'textColor',
    'hoverText',
    'tapeRepeat',
  ],
  ...OWN,
]);
const HEAD = ['dateTimeFormat', 'date-time-format', 'wikiURL', 'wiki-url', 'wikiSection', 'wiki-section'];

/** Events for the timeline of SIMILE. */
export const simileJson: JsonFormat = {
  name: 'SIMILE Timeline JSON',
  path: ['events'],
  recognises: (first, members) => {
    const events = first.filter(isFields).filter(({ start }) => typeof start === 'string' || typeof start === 'number');
    if (events.length === 0) return false;
    return (
      HEAD.some((key) => members.includes(key)) ||
      isSimile(events) ||
      events.every((event) => Object.keys(event).every((key) => ALL.has(key)))
    );
  },
  reader: () => new Events(),
};

/** The same without the object around the list. */
export const simileList: JsonFormat = {
  ...simileJson,
  path: [],
  recognises: (first) => isSimile(first.filter(isFields)),
};

function isSimile(events: readonly Fields[]): boolean {
  return events.some((event) => 'start' in event && 'title' in event && OWN.some((key) => key in event));
}

class Events implements ItemReader {
  *item(item: unknown, spot: Spot): Generator<Found> {
    if (isFields(item)) yield simileEvent(item, spot, true);
    else yield { kind: 'fault', fault: noObject(item, spot) };
  }

  end(): readonly Found[] {
    return [];
  }
}
