import { describe, expect, it } from '@jest/globals';
import { ariaKeys, keyIds, keymap, matchKeys, shownKeys } from './keymap.js';

const all = new Set(keyIds);
const press = (key: string, isMod = false) => ({ key, isMod });

describe('matchKeys', () => {
  it('finds single keys, sequences and Ctrl', () => {
    expect(matchKeys('', press('j'), all)).toEqual({ kind: 'complete', id: 'list.next' });
    expect(matchKeys('', press('g'), all)).toEqual({ kind: 'partial', pressed: 'g' });
    expect(matchKeys('g', press('q'), all)).toEqual({ kind: 'complete', id: 'go.queue' });
    expect(matchKeys('', press('Enter', true), all)).toEqual({ kind: 'complete', id: 'task.submit' });
  });

  it('reads the same letter by what came before it', () => {
    expect(matchKeys('', press('a'), all)).toMatchObject({ id: 'task.take' });
    expect(matchKeys('g', press('a'), all)).toMatchObject({ id: 'go.articles' });
    expect(matchKeys('t', press('a'), all)).toMatchObject({ id: 'label.anonymous' });
  });

  it('starts again when a sequence is broken off', () => {
    expect(matchKeys('g', press('j'), all)).toMatchObject({ id: 'list.next' });
    expect(matchKeys('t', press('g'), all)).toEqual({ kind: 'partial', pressed: 'g' });
  });

  it('hears only what somebody listens to, and never plain letters under Ctrl', () => {
    expect(matchKeys('', press('j'), new Set())).toEqual({ kind: 'none' });
    expect(matchKeys('', press('a', true), all)).toEqual({ kind: 'none' });
  });
});

it('gives no two acts the same key, and hides none behind a longer one', () => {
  const keys = keyIds.map((id) => keymap[id].keys as string);
  expect(new Set(keys).size).toBe(keys.length);
  for (const one of keys) for (const other of keys) expect(other.startsWith(`${one} `)).toBe(false);
});

it('shows keys as people read them', () => {
  expect(shownKeys('task.take_next')).toEqual(['Shift', 'n']);
  expect(shownKeys('task.submit')).toEqual(['Ctrl', 'Enter']);
  expect(ariaKeys('task.submit')).toBe('Control+Enter');
  expect(ariaKeys('go.queue')).toBeUndefined();
});
