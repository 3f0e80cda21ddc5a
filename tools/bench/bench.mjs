// `npm run bench`: one JSON object a line: {"name","value","unit","floor","ratio","n"}. The floor is the same work with
// nothing of ours in between, measured in the same run; ratio is ours / floor. Name benches to run only those.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const only = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .sort();
const round = (value) => (value === null ? null : Number(value.toPrecision(4)));

for (const file of files) {
  const name = file.replace('.bench.mjs', '');
  if (only.length && !only.includes(name)) continue;
  const { run } = await import(join(folder, file));
  for await (const line of run()) {
    process.stdout.write(
      `${JSON.stringify({ ...line, value: round(line.value), floor: round(line.floor), ratio: round(line.ratio) })}\n`,
    );
  }
}
