import { type EntitySchemaColumnOptions } from 'typeorm';

/** The shapes of TypeORM's options, which it does not export. */
export interface Check {
  readonly name: string;
  readonly expression: string;
}
export interface ForeignKey {
  readonly target: string;
  readonly columnNames: string[];
  readonly referencedColumnNames: string[];
}

type Column = EntitySchemaColumnOptions;

/** Column kinds, so that an entity reads like its table. `maybe` makes one nullable, `key` part of the primary key. */
export const uuid: Column = { type: 'uuid' };
export const text: Column = { type: 'text' };
export const whole: Column = { type: 'integer' };
export const small: Column = { type: 'smallint' };
export const big: Column = { type: 'bigint' };
export const flag: Column = { type: 'boolean' };
export const json: Column = { type: 'jsonb' };
export const bytes: Column = { type: 'bytea' };
export const day: Column = { type: 'date' };
/** Milliseconds, so that what JavaScript read is what SQL compares. */
export const instant: Column = { type: 'timestamptz', precision: 3 };
export const createdNow: Column = { ...instant, default: () => 'now()' };

export const key = (column: Column): Column => ({ ...column, primary: true });
export const maybe = (column: Column): Column => ({ ...column, nullable: true });
export const startingAt = (column: Column, value: number | string | boolean): Column => ({ ...column, default: value });

/** CHECK (column IN (…)) for a closed list. */
export const oneOf = (table: string, column: string, values: readonly string[]): Check => ({
  name: `${table}_${column}_check`,
  expression: `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`,
});

export const check = (name: string, expression: string): Check => ({ name, expression });

/** A foreign key by column names; the other side is the key of the same order. */
export const refersTo = (
  target: string,
  columnNames: string[],
  referencedColumnNames: string[] = ['id'],
): ForeignKey => ({ target, columnNames, referencedColumnNames });
