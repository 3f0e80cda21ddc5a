// The witness beside the sealer: a process without database and network. An outside one is stronger, and the desk says so.
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { answerMail, pinLogs, readPolicy, Witness, WitnessMail } from '@proofdesk/sealing';
import { readConfig } from './config.js';

const LOOK_MS = 300;

const { folder, mail: mailFolder, policy } = readConfig();
const witness = Witness.open(folder, 'proofdesk.local/witness');
const mail = new WitnessMail(mailFolder);
mail.sendVerifierKey(witness.vkey);

let isRunning = true;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => (isRunning = false));

let answered: string | undefined;
let said: string | undefined;
while (isRunning) {
  try {
    const logs = existsSync(policy) ? await pinLogs(folder, (await readPolicy(policy)).logs) : { logs: [] };
    const answer = await answerMail(mail, witness, logs, answered);
    answered = answer?.request ?? answered;
    if (answer?.cosigned.ok === false && answer.cosigned.status !== 409)
      process.stderr.write(`${answer.cosigned.status} ${answer.cosigned.message}\n`);
    said = undefined;
  } catch (error) {
    const words = (error as Error).message;
    if (words !== said) process.stderr.write(`${words}\n`);
    said = words;
  }
  await pause(LOOK_MS);
}
process.exit();
