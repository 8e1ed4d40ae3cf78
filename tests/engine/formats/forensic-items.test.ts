import { expect, test } from 'vitest';
import { ForensicItems } from '../../../src/engine/formats/forensic-items';

test('labels that old versions wrote as bytes are topics as others are', () => {
  const item = {
    message: 'repeated 5 times',
    timestamp: 1479431743000000,
    timestamp_desc: 'Content Modification Time',
    tag: { labels: [{ __type__: 'bytes', stream: 'repeated' }, 'odd', 7] },
  };
  const [found] = [...new ForensicItems().item(item, { line: 1, column: 1 })];
  expect(found).toMatchObject({ event: { date: '2016-11-18T01:15:43Z', topics: ['repeated', 'odd', '7'] } });
});
