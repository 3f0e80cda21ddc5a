import { Alert, List, Paper, Text, Title } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type LedgerAnomaly, type LedgerHealth } from '@proofdesk/contract';
import { healthQuery } from '../../api/proofs.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Time } from '../../ui/Time.js';
import { WaitingText } from '../../ui/WaitingText.js';
import classes from './audit.module.css';
import { WitnessFacts } from './WitnessFacts.js';

function Anomalies({ anomalies }: Pick<LedgerHealth, 'anomalies'>) {
  const list = (of: readonly LedgerAnomaly[]) => (
    <List size="sm">
      {of.map(({ code, text }, n) => (
        <List.Item key={`${code}-${n}`} style={{ overflowWrap: 'anywhere' }}>
          {text} <span className={classes.code}>{code}</span>
        </List.Item>
      ))}
    </List>
  );
  const alarms = anomalies.filter(({ severity }) => severity === 'alarm');
  const warnings = anomalies.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {alarms.length > 0 && (
        <Alert
          color="red"
          role="alert"
          className={classes.alarm}
          icon={<IconAlertOctagon aria-hidden />}
          title="The ledger is not as it should be"
        >
          {list(alarms)}
          <Text size="sm" mt="xs">
            Change nothing. Have somebody run <code>proofdesk fsck</code>, keep the receipts, and ask the witnesses what
            they saw last.
          </Text>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert
          color="yellow"
          role="status"
          icon={<IconAlertTriangle aria-hidden />}
          title="Something is late or weaker"
        >
          {list(warnings)}
        </Alert>
      )}
    </>
  );
}

function Facts({ health }: { readonly health: LedgerHealth }) {
  const { checkpoint, entries } = health;
  const lag = entries.oldestUnsealedSeconds;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Last checkpoint</dt>
        <dd>
          {checkpoint === null ? (
            'none yet'
          ) : (
            <>
              {checkpoint.size} entries, <Time at={checkpoint.at} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Waiting to be sealed</dt>
        <dd>{entries.unsealed === 0 ? 'nothing' : `${entries.unsealed}, the oldest for ${(lag ?? 0).toFixed(1)} s`}</dd>
      </div>
      <div>
        <dt>Checked just now</dt>
        <dd>the newest {entries.checked} entries, hash by hash</dd>
      </div>
      <WitnessFacts witnesses={health.witnesses} />
    </dl>
  );
}

/** Whether the ledger stands, as far as a quick look can tell. Anomalies come first and loud. */
export function HealthPanel() {
  const { data: health, error, isPending } = useQuery(healthQuery);
  const hasAlarm = health?.anomalies.some(({ severity }) => severity === 'alarm') ?? false;
  return (
    <Paper component="section" aria-labelledby="ledger-health" mb="md">
      <Title order={2} id="ledger-health" mb="xs">
        Health of the ledger
      </Title>
      {isPending && <WaitingText what="Looking at the ledger" />}
      <ProblemAlert error={error} />
      {health && (
        <>
          <Anomalies anomalies={health.anomalies} />
          {!hasAlarm && (
            <Text className={classes.sound}>
              <IconShieldCheck aria-hidden size={18} /> Nothing wrong was found in this quick look.
            </Text>
          )}
          <Facts health={health} />
          <Text size="sm" c="dimmed">
            This page comes from the server that it speaks about. To be sure, run <code>proofdesk fsck</code>, or verify
            proofs with a policy that you got by another road.
          </Text>
        </>
      )}
    </Paper>
  );
}
