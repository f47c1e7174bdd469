// A report, as the server adds it up.
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
