import { useEffect, useState } from 'react';
import { type ReviewTask } from '@proofdesk/contract';

/** Seconds left of a hold, counted from the moment its length arrived: the clocks of server and desk need not agree. */
export function useCountdown(lease: ReviewTask['lease']): number {
  const [left, setLeft] = useState(lease?.seconds ?? 0);
  const until = lease?.until;
  const seconds = lease?.seconds ?? 0;
  useEffect(() => {
    const arrived = performance.now();
    const tick = () => setLeft(Math.max(0, seconds - (performance.now() - arrived) / 1000));
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 1_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [until, seconds]);
  return left;
}

/** `272` becomes "4:32". */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
