import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

const ENGLISH =
  'The board said that it had been told of the leak in the week before the storm, and that they were sorry. ';
const GERMAN =
  'Der Rat hat sich mit der Frage auch nach der Sitzung nicht befasst, wie die Zeitung aus dem Ort schreibt. ';

describe('the language of a text', () => {
  it('is told by a short text and by a long one', () => {
    expect(languageOf(ENGLISH)).toBe('en');
    expect(languageOf(ENGLISH.repeat(40))).toBe('en');
    expect(languageOf(GERMAN)).toBe('de');
    expect(languageOf(GERMAN.repeat(40))).toBe('de');
  });

  it('is the language of most words where an English heading stands above', () => {
    expect(languageOf('The Week in the Harbour\n\n' + GERMAN.repeat(10))).toBe('de');
  });

  it('is not known where there are no letters', () => {
    expect(languageOf('1 2 3')).toBe('und');
  });
});
