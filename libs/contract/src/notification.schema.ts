import { z } from 'zod';
import { pageOf } from './paging.schema.js';
import { idSchema, instantSchema } from './vocabulary.schema.js';

/** What the desk tells one person: a verdict returned, a verdict to approve, a task taken over. */
export const notificationSchema = z
  .strictObject({
    id: idSchema,
    type: z.string(),
    assertionId: idSchema.nullable(),
    articleId: idSchema.nullable(),
    text: z.string(),
    at: instantSchema,
    readAt: instantSchema.nullable(),
  })
  .meta({ id: 'Notification' });

export const notificationPageSchema = pageOf(notificationSchema, 'NotificationPage');
export type Notification = z.infer<typeof notificationSchema>;
