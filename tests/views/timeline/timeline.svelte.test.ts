import { expect, test } from 'vitest';
import Timeline from '../../../src/views/timeline/Timeline.svelte';
import { chronologyOf } from '../../fixtures/events';
import { layout, shown } from '../fixtures/shown';

layout({ width: 900, height: 300 });

test('where no event has a date the timeline says so and tells no time', async () => {
  const { getByText } = await shown(Timeline, {}, { data: chronologyOf([{ date: null }, { date: '../..' }]) });
  expect(getByText(/No event has a date/)).toBeVisible();
});

test('one date is enough for an axis', async () => {
  const { queryByText } = await shown(Timeline, {}, { data: chronologyOf([{ date: null }, { date: '2020-05-05' }]) });
  expect(queryByText(/No event has a date/)).toBeNull();
});
