/** What the trainer is told: the folder with open data from PROOFDESK_DATA, the rest from the command line. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');

/** Reads the arguments; `--help` answers null. */
export function readConfig(argv = process.argv.slice(2), env = process.env) {
  const { values } = parseArgs({
    args: argv,
    options: {
      brat: { type: 'string', multiple: true },
      'brat-dev': { type: 'string' },
      'without-corpus': { type: 'boolean' },
      'with-gum': { type: 'boolean' },
      out: { type: 'string' },
      passes: { type: 'string', default: '16' },
      rate: { type: 'string', default: '0.03' },
      dropout: { type: 'string', default: '0.7' },
      penalty: { type: 'string', default: '0.001' },
      least: { type: 'string', default: '4' },
      folds: { type: 'string', default: '5' },
      lean: { type: 'string', default: '0.6' },
      prune: { type: 'string', default: '0.3' },
      smallest: { type: 'string', default: '0.05' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const number = (name) => Number(values[name]);
  return {
    corpus: values['without-corpus'] ? null : join(ROOT, 'seeds/corpus/articles'),
    dev: join(ROOT, 'seeds/corpus/articles'),
    gum: values['with-gum'] && env.PROOFDESK_DATA ? join(env.PROOFDESK_DATA, 'data/gum/attributions.jsonl') : null,
    brat: (values.brat ?? []).map((folder) => resolve(folder)),
    bratDev: values['brat-dev'] ? resolve(values['brat-dev']) : null,
    out: values.out ? resolve(values.out) : join(ROOT, 'libs/extraction/src/tagger/weights.ts'),
    options: {
      least: number('least'),
      folds: number('folds'),
      lean: number('lean'),
      prune: number('prune'),
      smallest: number('smallest'),
      first: {
        seed: 7,
        passes: number('passes'),
        rate: number('rate'),
        dropout: number('dropout'),
        penalty: number('penalty'),
      },
      second: {
        seed: 8,
        passes: number('passes'),
        rate: number('rate'),
        dropout: number('dropout'),
        penalty: number('penalty'),
      },
    },
  };
}
