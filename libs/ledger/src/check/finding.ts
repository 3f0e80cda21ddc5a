/** What is wrong, as a stable code. */
export type FindingCode =
  | 'BODY_MALFORMED'
  | 'LEAF_DIFFERS'
  | 'PLACE_DIFFERS'
  | 'SEQ_GAP'
  | 'CHAIN_BROKEN'
  | 'TIME_REVERSED'
  | 'HEAD_DIFFERS'
  | 'SEALED_OUT_OF_ORDER'
  | 'INDEX_GAP'
  | 'ENTRY_MISSING'
  | 'NODE_DIFFERS'
  | 'ROOT_DIFFERS'
  | 'LOG_ROLLED_BACK'
  | 'CHECKPOINT_WRONG'
  | 'RECEIPT_BROKEN';

/** One fault of a ledger, and where it is. */
export interface Finding {
  readonly code: FindingCode;
  readonly stream?: string;
  readonly seq?: number;
  /** Place in the tree; with `lastIndex` the fault is somewhere from `index` to `lastIndex`. */
  readonly index?: number;
  readonly lastIndex?: number;
  readonly message: string;
}
