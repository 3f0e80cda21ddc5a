import { expect, it } from '@jest/globals';
import { leafOf } from './leaf.js';

// From `printf '\0' | sha256sum` and `printf '\0{"say":"„Nein“ 💥"}' | sha256sum`.
it('hashes a zero byte and the exact bytes, also beyond ASCII', async () => {
  expect(await leafOf('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(await leafOf('{"say":"„Nein“ 💥"}')).toBe('312ef71f7ddd873a2829011cd8ba1e613802a051e5b11dc452952fac02995b5f');
});
