// One fsck in a process of its own, so that its memory is its own.
import { nodeCrypto, parsePolicy } from '@proofdesk/ledger';
import { fsck } from '@proofdesk/auditing';
import * as crypto from 'node:crypto';

const [url, policyText, what] = process.argv.slice(2);
const policy = await parsePolicy(policyText, nodeCrypto(crypto));
const report = await fsck({ url, policy: policy.value, projections: what !== 'ledger' });
process.send({ ...report, maxRss: process.resourceUsage().maxRSS });
