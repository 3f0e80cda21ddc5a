import { Text, VisuallyHidden } from '@mantine/core';
import { type LedgerEntry } from '@proofdesk/contract';
import { changesOf, disclosedOf } from './changes.js';
import { type Names } from './value-words.js';
import classes from './audit.module.css';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface Props {
  readonly entry: LedgerEntry;
  readonly names: Names;
}

/** Before and after of one decision as a readable difference, with the words that were said about it. */
export function Changes({ entry, names }: Props) {
  const changes = changesOf(entry, names);
  return (
    <>
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(({ what, before, after }) => (
            <li key={what}>
              {what}:{' '}
              {before !== null && (
                <del>
                  <VisuallyHidden>was </VisuallyHidden>
                  {before}
                </del>
              )}
              {before !== null && after !== null && <span aria-hidden> → </span>}
              {after !== null && (
                <ins>
                  {before !== null && <VisuallyHidden>, is now </VisuallyHidden>}
                  {after}
                </ins>
              )}
            </li>
          ))}
        </ul>
      )}
      {disclosedOf(entry, names).map(([name, words]) => (
        <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {capital(name)}: “{words}”
        </Text>
      ))}
    </>
  );
}
