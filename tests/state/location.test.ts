import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/state/link';
import { Location, type Located } from '../../src/state/location.svelte';
import { START, type View } from '../../src/state/view';
import { FakeAddress } from '../fixtures/fake-address';

/** Stands in for an explorer: what it was given, and a way to make it move. */
class Walker implements Located {
  readonly restored: string[] = [];
  notes: readonly string[] = [];
  tell: (view: View, step: 'push' | 'replace') => void = () => {};
  /** Set to have every restored view told on, as a careless explorer would. */
  echoes = false;

  follow(listener: Walker['tell']) {
    this.tell = listener;
  }
  restore(view: View, notes: readonly string[]) {
    this.restored.push(encode(view));
    this.notes = notes;
    if (this.echoes) this.tell(view, 'push');
  }
  go(link: string) {
    this.tell(decode(link).view, 'push');
  }
  type(text: string) {
    this.tell({ ...START, query: { ...START.query, text: { value: text, off: false } } }, 'replace');
  }
}

function bound(fragment = '') {
  const address = new FakeAddress(fragment);
  const walker = new Walker();
  return { address, walker, location: new Location(walker, address) };
}

describe('Location reads', () => {
  it('the address at once, with what could not be read', () => {
    const { walker, address } = bound('actor=zas&sort=up');
    expect(walker.restored).toEqual(['actor=zas']);
    expect(walker.notes).toEqual(['link part "sort=up": unknown value; use oldest, newest, relevance']);
    expect(address.asked).toEqual([]);
  });

  it('Back, Forward and clicked links, each once', () => {
    const { walker, address } = bound();
    walker.go('actor=zas');
    walker.go('event=e1');
    address.go(-1);
    address.go(-1);
    address.go(2);
    address.follow('actor=csto');
    expect(walker.restored).toEqual(['', 'actor=zas', '', 'event=e1', 'actor=csto']);
    expect(address.asked).toEqual(['push actor=zas', 'push event=e1']);
  });

  it('nothing of what it wrote itself', () => {
    const { walker, address } = bound();
    walker.go('actor=zas');
    address.go(0);
    expect(walker.restored).toEqual(['']);
  });

  it('without writing back, even when the explorer tells of what was restored', () => {
    const { walker, address } = bound();
    walker.echoes = true;
    address.follow('ACTOR=zas&&');
    address.pass(10_000);
    expect(address.asked).toEqual([]);
    expect(address.fragment).toBe('ACTOR=zas&&');
  });
});

describe('Location writes', () => {
  it('no step for a view that reads the same', () => {
    const { walker, address } = bound('actor=zas');
    walker.go('actor=zas');
    walker.go('');
    walker.go('');
    expect(address.asked).toEqual(['push ']);
  });

  it('typed text in place, at most every 400 ms, and never without the last', () => {
    const { walker, address } = bound();
    for (let letter = 1; letter <= 100; letter += 1) {
      walker.type('z'.repeat(letter));
      address.pass(30);
    }
    address.pass(400);
    expect(address.asked.length).toBeLessThanOrEqual(9);
    expect(address.entries).toEqual([`q=${'z'.repeat(100)}`]);
  });

  it('stays under 100 changes in 30 s, which is what Safari takes', () => {
    const { walker, address } = bound();
    for (let letter = 1; letter <= 300; letter += 1) {
      walker.type(`z${letter}`);
      address.pass(100);
    }
    expect(address.asked.length).toBeLessThan(100);
  });

  it('what was typed before a step into the entry that the step leaves', () => {
    const { walker, address } = bound();
    walker.type('z');
    walker.type('za');
    walker.go('q=za&event=e1');
    expect(address.entries).toEqual(['q=za', 'q=za&event=e1']);
    address.pass(1000);
    expect(address.entries).toEqual(['q=za', 'q=za&event=e1']);
  });

  it('nothing of what was typed elsewhere into an entry that Back went to', () => {
    const { walker, address } = bound();
    walker.go('actor=zas');
    walker.type('z');
    address.go(-1);
    address.pass(1000);
    walker.go('actor=csto');
    expect(address.entries).toEqual(['', 'actor=csto']);
    expect(walker.restored).toEqual(['', '']);
  });

  it('what is pending when the page is left', () => {
    const { walker, address } = bound();
    walker.type('z');
    walker.type('zas');
    address.leave();
    expect(address.fragment).toBe('q=zas');
  });

  it('nothing more when text returns to what is written', () => {
    const { walker, address } = bound();
    walker.type('z');
    walker.type('za');
    walker.type('z');
    address.pass(1000);
    expect(address.asked).toEqual(['replace q=z']);
  });
});

describe('Location that is refused', () => {
  it.each([false, true])(
    'tries again later with the newest view, as a step if one was due (silently refused: %s)',
    (silent) => {
      const { walker, address } = bound();
      Object.assign(address, { room: 0, silent });
      walker.go('actor=zas');
      walker.type('zas');
      walker.type('zass');
      expect(address.asked).toEqual(['push actor=zas']);
      address.room = Infinity;
      address.pass(2000);
      expect(address.entries).toEqual(['', 'q=zass']);
    },
  );

  it('gives up on a page that may write nothing, until there is something new', () => {
    const { walker, address } = bound();
    address.room = 0;
    walker.go('actor=zas');
    address.pass(60_000);
    expect(address.asked).toHaveLength(5);
    address.room = Infinity;
    walker.go('actor=csto');
    expect(address.entries).toEqual(['', 'actor=zas', 'actor=csto']);
  });
});

describe('two explorers on one page', () => {
  it('share one address by leaving it to the first', () => {
    const { walker, address, location } = bound('actor=zas');
    const other = new Walker();
    const second = new Location(other, address);
    expect([location.bound, second.bound]).toEqual([true, false]);
    other.go('actor=csto');
    second.release();
    address.follow('event=e1');
    expect(other.restored).toEqual([]);
    expect(walker.restored).toEqual(['actor=zas', 'event=e1']);
    expect(address.asked).toEqual([]);
  });

  it('may pass it on: a released one writes what is pending and hears no more', () => {
    const { walker, address, location } = bound();
    walker.type('z');
    walker.type('zas');
    location.release();
    expect(address.fragment).toBe('q=zas');
    expect(address.listeners).toBe(0);
    walker.type('later');
    address.pass(1000);
    expect(address.fragment).toBe('q=zas');
    expect(new Location(new Walker(), address).bound).toBe(true);
  });
});
