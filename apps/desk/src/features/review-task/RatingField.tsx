import { Input, Kbd } from '@mantine/core';
import { type ReviewTask } from '@proofdesk/contract';
import { useSingleKeys } from '../../ui/keys/use-keys.js';
import classes from './task.module.css';

interface Props {
  readonly scale: ReviewTask['ratingScale'];
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (rating: string) => void;
}

/** The newsroom's rating scale with its definitions; the digits choose, too. */
export function RatingField({ scale, value, error, onChange }: Props) {
  const [areSingleKeysOn] = useSingleKeys();
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Input.Label component="legend" labelElement="div" required mb={4}>
        Rating
      </Input.Label>
      <div className={classes.ratings}>
        {scale.ratings.map(({ key, label, definition }, index) => (
          <label key={key} className={classes.rating}>
            <input
              type="radio"
              name="rating"
              value={key}
              aria-label={label}
              aria-describedby={`definition-${key}`}
              checked={value === key}
              onChange={() => onChange(key)}
            />
            <b>{label}</b>
            <span aria-hidden style={{ justifySelf: 'end' }}>
              {areSingleKeysOn && index < 6 && <Kbd size="xs">{index + 1}</Kbd>}
            </span>
            <span className={classes['definition']} id={`definition-${key}`}>
              {definition}
            </span>
          </label>
        ))}
      </div>
      <Input.Description mt={4}>
        {scale.name}, version {scale.version}
      </Input.Description>
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </fieldset>
  );
}
