// `npm test`: installs what is missing, builds, brings what the tests need, runs everything.
import { build, fail, install, requireNode, run, step } from './bootstrap.mjs';
import { bringPrerequisites } from './prerequisites.mjs';

requireNode();
bringPrerequisites();
install();
build();
if (!process.env.PROOFDESK_DATA) {
  process.stdout.write(
    '\n! PROOFDESK_DATA is not set: tests on the annotated corpora and on the sample article are passed over.\n  Set it to the folder that holds seed/ and data/ to run them.\n\n',
  );
}
const parts = [
  'format:check',
  'env-example:check',
  'lint',
  'types:spec',
  'boundaries',
  'test:unit',
  'test:db',
  'test:e2e',
];
const failed = parts.filter((part) => step(part, () => run('npm', ['run', '--silent', part])) !== 0);
if (failed.length) fail(`Failed: ${failed.join(', ')}`);
process.stdout.write('\nAll parts passed.\n');
