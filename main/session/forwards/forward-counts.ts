import type { ForwardCounts } from '#contract/forwards/forward.ts';

export const nothing: ForwardCounts = { connections: 0, total: 0, failed: 0, received: 0, sent: 0 };

export const sum = (a: ForwardCounts, b: ForwardCounts): ForwardCounts => ({
  connections: a.connections + b.connections,
  total: a.total + b.total,
  failed: a.failed + b.failed,
  received: a.received + b.received,
  sent: a.sent + b.sent,
});
