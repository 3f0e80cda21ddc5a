/** Where the sealer says what happens: ids and numbers, never texts of entries. */
export type SealLog = (
  level: 'error' | 'warn' | 'info' | 'debug',
  event: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;
