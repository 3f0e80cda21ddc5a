import { describe, expect, it } from '@jest/globals';
import { splitNotes } from './split-notes.js';

const a = 'origin.example/1\n5\nAAAA\n\n— origin.example/1 c2ln\n— w bGluZQ==\n';
const b = 'proofdesk.receipt/1\norigin.example/1\n\n— r c2ln\n';

describe('the notes in a file', () => {
  it.each([
    ['one', a, [a]],
    ['one without its last newline', a.trimEnd(), [a]],
    ['several in a row', a + b + a, [a, b, a]],
    ['several with blank lines between, from Windows', `${a}\n\n${b}`.replaceAll('\n', '\r\n'), [a, b]],
    ['a JSON array', JSON.stringify([a, b]), [a, b]],
    ['JSON Lines', `${JSON.stringify(a)}\n${JSON.stringify({ receipt: b })}\n`, [a, b]],
    ['one object', JSON.stringify({ checkpoint: a, receipt: null }), [a]],
    ['nothing', '\n', []],
  ])('%s', (_what, text, notes) => expect(splitNotes(text)).toEqual(notes));

  it('keep what is no note, so that it is told', () => expect(splitNotes('hello')).toEqual(['hello\n']));
});
