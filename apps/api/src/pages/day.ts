const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "13 March 2031": the day of an instant, in UTC. */
export const dayOf = (instant: string): string => format.format(new Date(instant));
