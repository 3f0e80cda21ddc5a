import { describe, expect, it } from '@jest/globals';
import { nextOrigin } from './continue-log.js';

describe('the next name', () => {
  it.each([
    ['desk.example/1', 'desk.example/2'],
    ['desk.example/99', 'desk.example/100'],
    ['desk.example', 'desk.example/2'],
    ['desk.example/2026a', 'desk.example/2026a/2'],
  ])('of %s is %s', (origin, next) => expect(nextOrigin(origin)).toBe(next));
});
