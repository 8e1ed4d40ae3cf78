import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/engine/client';
import { Explorer } from '../../src/state/explorer.svelte';
import { encode } from '../../src/state/link';
import { Location } from '../../src/state/location.svelte';
import { FakeAddress } from '../fixtures/fake-address';

const IDLE = {} as unknown as Client;

describe('an explorer with an address', () => {
  it('is walked back and forth through its filters and events, and writes nothing on the way', () => {
    const address = new FakeAddress('q=treaty');
    const explorer = new Explorer(() => IDLE);
    new Location(explorer, address);
    explorer.cycle('actor', 'zas');
    explorer.cycle('actor', 'zas');
    explorer.open('kaz-mission-2022');
    const links = [
      'q=treaty',
      'q=treaty&actor=zas',
      'q=treaty&actor=!zas',
      'q=treaty&actor=!zas&event=kaz-mission-2022',
    ];
    expect(address.entries).toEqual(links);
    for (const at of [2, 1, 0, 1, 2, 3]) {
      address.go(at - address.at);
      expect(encode(explorer.view)).toBe(links[at]);
    }
    expect(address.entries).toEqual(links);
  });

  it('tells what a link says that cannot be read, until dismissed or overtaken', () => {
    const address = new FakeAddress('sort=up');
    const explorer = new Explorer(() => IDLE);
    new Location(explorer, address);
    expect(explorer.notes).toEqual([expect.stringContaining('"sort=up"')]);
    address.follow('sort=newest');
    expect(explorer.notes).toEqual([]);
  });
});
