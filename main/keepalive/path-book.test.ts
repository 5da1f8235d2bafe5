import { describe, expect, it, vi } from 'vitest';
import { createPathBook } from './path-book.ts';

function setUp() {
  let network = 'home';
  let now = 1000;
  const book = createPathBook({
    memory: { paths: [], servers: [] },
    localNetwork: () => network,
    wallClock: () => now,
  });
  const move = (to: string) => {
    network = to;
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { book, move, wait };
}

const web = { hostName: 'web.example.com', portNumber: 22 };

describe('the path book', () => {
  it('knows one path by local network, host, port and what it leads over', () => {
    const { book, move } = setUp();
    book.pathTo(web).noteSurvived(5000);
    expect(book.pathTo({ ...web, hostName: 'ada@WEB.example.com' }).knowledge().survived).toEqual({
      ms: 5000,
      at: 1000,
      count: 1,
    });
    expect(book.pathTo({ ...web, portNumber: 2222 }).knowledge().survived).toBeNull();
    expect(book.pathTo({ ...web, via: 'gate' }).knowledge().survived).toBeNull();
    move('café');
    expect(book.pathTo(web).knowledge().survived).toBeNull();
  });

  it('stays with the network that a session began in', () => {
    const { book, move } = setUp();
    const path = book.pathTo(web);
    move('café');
    path.noteFatal(300_000);
    expect(book.memory().paths).toMatchObject([
      { network: 'home', hostName: 'web.example.com', fatal: { ms: 300_000 } },
    ]);
  });

  it('tells of changes alone, and of no more once nobody listens', () => {
    const { book } = setUp();
    const [all, one, other] = [vi.fn(), vi.fn(), vi.fn()];
    book.onChange(all);
    const path = book.pathTo(web);
    const stop = path.onChange(one);
    book.pathTo({ ...web, portNumber: 2222 }).onChange(other);
    path.noteSurvived(10_000);
    path.noteSurvived(10_500);
    path.noteSurvived(500);
    expect(all).toHaveBeenCalledExactlyOnceWith(web);
    expect(one).toHaveBeenCalledOnce();
    expect(other).not.toHaveBeenCalled();
    stop();
    path.noteFatal(20_000);
    expect(one).toHaveBeenCalledOnce();
  });

  it('knows a server that answers no alive check from every network, until it answers or is forgotten', () => {
    const { book, move } = setUp();
    const path = book.pathTo(web);
    const changed = vi.fn();
    path.onChange(changed);
    path.noteIgnoresChecks(true);
    move('café');
    const there = book.pathTo({ ...web, hostName: 'ada@WEB.example.com' });
    expect(there.ignoresChecksSince()).toBe(1000);
    expect(book.pathTo({ ...web, portNumber: 2222 }).ignoresChecksSince()).toBeNull();
    expect(book.memory().servers).toEqual([{ ...web, ignoresChecksSince: 1000 }]);
    there.noteIgnoresChecks(false);
    expect(path.ignoresChecksSince()).toBeNull();
    expect(changed).toHaveBeenCalledTimes(2);
    there.noteIgnoresChecks(true);
    path.forget();
    expect(book.memory().servers).toEqual([]);
  });

  it('forgets a path when it is told to', () => {
    const { book } = setUp();
    const path = book.pathTo(web);
    path.noteFatal(300_000);
    path.forget();
    expect(path.knowledge()).toEqual({ survived: null, fatal: null });
    expect(book.memory().paths).toEqual([]);
  });

  it('holds 500 paths, and lets go of the one that was left alone the longest', () => {
    const { book, wait } = setUp();
    const path = (portNumber: number) => book.pathTo({ ...web, portNumber });
    for (let port = 1; port <= 500; port += 1) path(port).noteSurvived(5000);
    wait(60_000);
    path(1).noteSurvived(10_000);
    path(501).noteSurvived(5000);
    expect(book.memory().paths).toHaveLength(500);
    expect(path(1).knowledge().survived?.ms).toBe(10_000);
    expect(path(2).knowledge().survived).toBeNull();
  });

  it('begins with what the last run knew', () => {
    const { book } = setUp();
    book.pathTo(web).noteFatal(300_000);
    const next = createPathBook({ memory: book.memory(), localNetwork: () => 'home', wallClock: () => 0 });
    expect(next.pathTo(web).knowledge()).toEqual(book.pathTo(web).knowledge());
  });
});
