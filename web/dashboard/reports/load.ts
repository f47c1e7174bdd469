// A report, as the server adds it up.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Transport } from '../../sync/transport';

export interface Spread {
  median_ms: number;
  p90_ms: number;
}

export interface Figures {
  started: number;
  replied: number;
  closed: number;
  closed_without_reply: number;
  reopened: number;
  first_reply: Spread | null;
  closing: Spread | null;
}

export interface Slice {
  key: string;
  name: string;
  figures: Figures;
}

export interface Report {
  from: string;
  to: string;
  total: Figures;
  days: readonly Slice[];
  channels: readonly Slice[];
  agents: readonly Slice[];
  topics: readonly Slice[];
}

/** `report`: the last one that there was, also while the next is on its way or cannot be had. */
export interface Loaded {
  report: Report | null;
  state: 'loading' | 'there' | 'failed';
  again: () => void;
}

export function useReport(transport: Transport, asked: string): Loaded {
  const [report, setReport] = useState<Report | null>(null);
  const [state, setState] = useState<Loaded['state']>('loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setState('loading');
    void transport.get(`reports?${asked}`).then(({ status, body }) => {
      if (!wanted) return;
      const found = status === 200 && body ? (body as { report: Report }).report : null;
      if (found) setReport(found);
      setState(found ? 'there' : 'failed');
    });
    return () => {
      wanted = false;
    };
  }, [asked, tries]);
  return { report, state, again: useCallback(() => setTries((n) => n + 1), []) };
}
