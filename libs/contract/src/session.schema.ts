import { z } from 'zod';
import { idSchema, instantSchema, roleSchema } from './vocabulary.schema.js';

export const signInSchema = z
  .strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(1024) })
  .meta({ id: 'SignIn' });

export const sessionSchema = z
  .strictObject({
    person: z.strictObject({ id: idSchema, name: z.string() }),
    login: z.string(),
    roles: z.array(roleSchema),
    expiresAt: instantSchema,
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });

/** What the sign-in page may show before anybody signs in. `demoAccounts` is empty outside the demo. */
export const welcomeSchema = z
  .strictObject({
    newsroom: z.string(),
    demoAccounts: z.array(
      z.strictObject({ login: z.string(), name: z.string(), roles: z.array(roleSchema), password: z.string() }),
    ),
  })
  .meta({ id: 'Welcome' });

export type SignIn = z.infer<typeof signInSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Welcome = z.infer<typeof welcomeSchema>;
