import { z } from 'zod';

/** Every list is paged by key: `after` is the opaque `next` of the page before. */
export const pageQuerySchema = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One page: the items and the cursor of the next page, `null` on the last. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() }).meta({ id });

/** A flag in a query string. */
export const flagSchema = z.enum(['true', 'false']).transform((value) => value === 'true');

/** One or several values in a query string: `a` or `a,b`. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(item).min(1).max(20));
