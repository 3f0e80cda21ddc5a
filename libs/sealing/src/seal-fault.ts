/** Why the sealer signs nothing. */
export type SealFaultCode =
  /** The tree is smaller than, or no continuation of, one that was signed. */
  | 'LOG_ROLLED_BACK'
  /** The database holds checkpoints that the guard does not know: the sealer's folder was lost or is an old copy. */
  | 'GUARD_BEHIND'
  | 'GUARD_UNREADABLE'
  /** The guard could not be written; tried again. */
  | 'GUARD_FAILED'
  | 'KEY_MISSING'
  | 'KEY_EXPOSED'
  | 'KEY_UNREADABLE'
  | 'CHECKPOINT_WRONG'
  | 'LEAF_DIFFERS'
  | 'CHAIN_BROKEN'
  | 'INDEX_GAP'
  | 'ROOT_DIFFERS';

/** A reason not to sign, in words for the operator. All but a failed guard need a human being. */
export class SealFault extends Error {
  override readonly name = 'SealFault';

  constructor(
    readonly code: SealFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get isFinal(): boolean {
    return this.code !== 'GUARD_FAILED';
  }
}
