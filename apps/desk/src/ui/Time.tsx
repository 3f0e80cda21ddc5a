const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const short = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

export const timeWords = (instant: string): string => short.format(new Date(instant));

/** An instant in the reader's own time zone; the exact one on hover. */
export function Time({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={full.format(new Date(at))}>
      {timeWords(at)}
    </time>
  );
}

/** A calendar day, which has no time zone. */
export function Day({ on }: { readonly on: string }) {
  return <time dateTime={on}>{days.format(new Date(`${on}T12:00:00`))}</time>;
}
