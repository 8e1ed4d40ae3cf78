import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserAddress } from '../../src/state/address';

const page = () => location.href.replace(location.origin, '');

describe('browserAddress', () => {
  beforeEach(() => history.replaceState(null, '', '/sub/page.html?x=1'));
  afterEach(() => vi.useRealTimers());

  it('writes the fragment and leaves the rest of the URL alone, without a # when empty', () => {
    const address = browserAddress(window);
    const before = history.length;
    address.push('actor=zas');
    expect([page(), address.fragment]).toEqual(['/sub/page.html?x=1#actor=zas', 'actor=zas']);
    address.replace('q=a+b%2C');
    expect([page(), address.fragment]).toEqual(['/sub/page.html?x=1#q=a+b%2C', 'q=a+b%2C']);
    address.replace('');
    expect([page(), address.fragment]).toEqual(['/sub/page.html?x=1', '']);
    expect(history.length).toBe(before + 1);
  });

  it('tells of arrivals and leaving until stopped', () => {
    const address = browserAddress(window);
    const heard: string[] = [];
    const stops = [address.onArrival(() => heard.push('arrival')), address.onLeaving(() => heard.push('leaving'))];
    const tellAll = () =>
      ['popstate', 'hashchange', 'pagehide'].forEach((name) => window.dispatchEvent(new Event(name)));
    tellAll();
    for (const stop of stops) stop();
    tellAll();
    expect(heard).toEqual(['arrival', 'arrival', 'leaving']);
  });

  it('has one owner a page, whoever made the address', () => {
    const giveBack = browserAddress(window).claim();
    expect(giveBack).not.toBeNull();
    expect(browserAddress(window).claim()).toBeNull();
    giveBack?.();
    const again = browserAddress(window).claim();
    expect(again).not.toBeNull();
    again?.();
  });

  it('runs once later, unless told not to', () => {
    vi.useFakeTimers();
    const address = browserAddress(window);
    const run = vi.fn();
    address.after(100, run);
    address.after(100, run)();
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
