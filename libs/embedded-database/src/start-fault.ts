/** Why the embedded server cannot start, in words that tell its operator what to do. */
export class StartFault extends Error {
  override readonly name = 'StartFault';

  constructor(
    readonly code: 'wrong-version' | 'disk-full' | 'no-binaries' | 'not-reachable' | 'foreign-folder' | 'failed',
    message: string,
  ) {
    super(message);
  }
}
