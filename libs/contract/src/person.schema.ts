import { z } from 'zod';
import { pageOf } from './paging.schema.js';
import { idSchema, instantSchema, roleSchema } from './vocabulary.schema.js';

export const personSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    roles: z.array(roleSchema),
    accounts: z.array(
      z.strictObject({
        id: idSchema,
        login: z.string(),
        disabledAt: instantSchema.nullable(),
        createdAt: instantSchema,
      }),
    ),
  })
  .meta({ id: 'Person' });

export const personPageSchema = pageOf(personSchema, 'PersonPage');

/** `personId` adds a further account to a person who exists; four eyes count the person, not the account. */
export const addPersonSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    login: z
      .string()
      .trim()
      .toLowerCase()
      .min(2)
      .max(200)
      .regex(/^[^\s\p{C}]+$/u, 'no white space'),
    password: z.string().min(12, 'at least 12 characters').max(1024),
    roles: z.array(roleSchema).max(6).default([]),
    personId: idSchema.optional(),
  })
  .meta({ id: 'AddPerson' });

export const grantRoleSchema = z.strictObject({ role: roleSchema }).meta({ id: 'GrantRole' });

export type Person = z.infer<typeof personSchema>;
export type AddPerson = z.infer<typeof addPersonSchema>;
