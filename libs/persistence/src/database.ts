/** The database as the use cases see it. */
export interface Database {
  close(): Promise<void>;
}
