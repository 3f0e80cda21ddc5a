import { Paper, Text, Title } from '@mantine/core';
import { sourcingWords } from '../../ui/words.js';
import classes from './task.module.css';
import { useTask } from './use-task.js';

function whoSaysSo(name: string | null, exact: string | undefined, cue: string | undefined): string | null {
  if (name === null && exact === undefined) return null;
  const asWritten = exact !== undefined && exact !== name ? ` (the text says “${exact}”)` : '';
  const signal = cue === undefined ? '' : `, signalled by “${cue}”`;
  return `${name ?? exact}${asWritten}${signal}`;
}

/** The exact words with what stands around them, and who says so. */
export function ExactWords() {
  const { task } = useTask();
  const { label, meaning } = sourcingWords[task.sourcing];
  const source = task.attributionDetail?.source;
  const who = whoSaysSo(task.sourceName, source?.exact, task.attributionDetail?.cue?.exact);
  return (
    <Paper component="section" aria-labelledby="exact-words">
      <Title order={2} id="exact-words" mb="xs">
        Exact words
      </Title>
      <blockquote className={classes.words} data-sourcing={task.sourcing}>
        <span className={classes.context}>…{task.prefix}</span>
        <mark className={classes.exact} data-exact>
          {task.exact}
        </mark>
        <span className={classes.context}>{task.suffix}…</span>
      </blockquote>
      <Text mt="sm">
        <b>Who says so:</b> {who ?? 'nobody is named'}. {label}: {meaning}.
      </Text>
      <Text size="sm" c="dimmed">
        Worth checking: {Math.round(task.checkWorthiness.score * 100)} of 100
        {task.checkWorthiness.reasons.length > 0 && ` (${task.checkWorthiness.reasons.join('; ')})`}
        {task.needsSource ? ' · needs a source' : ''}
      </Text>
    </Paper>
  );
}
