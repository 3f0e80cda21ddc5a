import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type QueueSearch } from '../../routes/search.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { RiskTag, SourcingTag, StateTag } from '../../ui/tags.js';
import { useFocusKept } from '../../ui/use-focus-kept.js';
import { runUndo } from '../../ui/undo.js';
import { EvidencePanel } from './EvidencePanel.js';
import { ExactWords } from './ExactWords.js';
import { LabelPanel } from './LabelPanel.js';
import { LeaseBar } from './LeaseBar.js';
import { TaskHistory } from './TaskHistory.js';
import classes from './task.module.css';
import { useTask } from './use-task.js';
import { VerdictPanel } from './VerdictPanel.js';

/** Everything needed to decide on one assertion: its words on the left, the decision on the right. */
export function TaskCard({ search }: { readonly search: QueueSearch }) {
  const { task } = useTask();
  const isEditorsTurn = ['in_approval', 'approved', 'published'].includes(task.state);
  useKeys({ 'task.undo': runUndo });
  useFocusKept(task.etag);
  return (
    <>
      <PageHeading title={`Review task ${task.ordinal}`} about={task.id}>
        <Group gap="sm">
          <RiskTag risk={task.risk} />
          <SourcingTag sourcing={task.sourcing} partlyQuoted={task.partlyQuoted} />
          <StateTag state={task.state} />
        </Group>
      </PageHeading>
      <Group gap="md" mb="sm">
        {isEditorsTurn ? (
          <Anchor size="sm" renderRoot={(props) => <Link to="/approvals" {...props} />}>
            Back to the approvals
          </Anchor>
        ) : (
          <Anchor size="sm" renderRoot={(props) => <Link to="/queue" search={search} {...props} />}>
            Back to the queue
          </Anchor>
        )}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/articles/$articleId"
              params={{ articleId: task.articleId }}
              search={{ at: task.id }}
              {...props}
            />
          )}
        >
          In its article: {task.articleTitle}
        </Anchor>
      </Group>
      <LeaseBar />
      <div className={classes.card}>
        <div className={classes.column}>
          <ExactWords />
          <LabelPanel />
          <EvidencePanel />
        </div>
        <div className={classes.column}>
          <VerdictPanel />
          <TaskHistory />
        </div>
      </div>
    </>
  );
}
