import * as node from 'node:crypto';
import { nodeCrypto } from '@proofdesk/ledger';

export const crypto = nodeCrypto(node);
export const { sha256 } = crypto;
