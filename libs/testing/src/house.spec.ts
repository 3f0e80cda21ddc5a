import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const tracked = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\0')
  .filter(Boolean);
const sources = tracked.filter((file) => /^(apps|libs)\/[^/]+\/src\/.*\.tsx?$/.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** What the linter says of this text if it stood in a file of that folder: written there, because the rule asks Nx for the file. */
function lint(text: string, folder: string): string {
  const file = join(root, folder, `canary-${process.pid}.ts`);
  writeFileSync(file, text);
  try {
    const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', file], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
    });
    return stdout + stderr;
  } finally {
    rmSync(file);
  }
}

describe('the boundaries between libs', () => {
  // The rule passes in silence when Nx has no project graph: this canary must be caught.
  it('fails a pure lib that imports persistence or typeorm', () => {
    const said = lint("import '@proofdesk/persistence';\nimport 'typeorm';\n", 'libs/text/src');
    expect(said.match(/enforce-module-boundaries/g)).toHaveLength(2);
  }, 120_000);
});

describe('the house rules', () => {
  it('finds sources to look at', () => expect(sources.length).toBeGreaterThan(50));

  it('has no star exports: a lib names its face', () => {
    expect(sources.filter((file) => /^export \* from/m.test(read(file)))).toEqual([]);
  });

  it('has no left-over markers and no focused or skipped tests without a condition', () => {
    const marker = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'not written' + ' yet'].join('|'));
    // Weights are base64: any letters may meet there.
    const written = sources.filter((file) => !/weights\.ts$|\.generated\.ts$/.test(file));
    expect(written.filter((file) => marker.test(read(file)))).toEqual([]);
    expect(sources.filter((file) => /\b(?:it|describe)\.only\(/.test(read(file)))).toEqual([]);
  });

  it('names no banned suffixes', () => {
    const banned = /^(?:export )?(?:abstract )?(?:class|interface|type) \w+(?:Manager|Helper|Util|Utils|Impl)\b/m;
    expect(sources.filter((file) => banned.test(read(file)))).toEqual([]);
  });
});
