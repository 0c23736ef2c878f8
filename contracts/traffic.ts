import type { RecordedExchange, Traffic } from './record.ts';

export const noTraffic: Traffic = { requests: 0, throttled: 0, waitedMs: 0, renewals: 0 };

/** The traffic of two parts of a run together. */
export function addTraffic(a: Traffic, b: Traffic): Traffic {
  return {
    requests: a.requests + b.requests,
    throttled: a.throttled + b.throttled,
    waitedMs: a.waitedMs + b.waitedMs,
    renewals: a.renewals + b.renewals,
  };
}

/** The traffic of one exchange. */
export function trafficOf({ incidents = [] }: Pick<RecordedExchange, 'incidents'>): Traffic {
  const pauses = incidents.flatMap((incident) => (incident.kind === 'throttled' ? [incident.waitedMs] : []));
  return {
    requests: 1,
    throttled: pauses.length,
    waitedMs: pauses.reduce((sum, waitedMs) => sum + waitedMs, 0),
    renewals: incidents.filter(({ kind }) => kind === 'renewed').length,
  };
}
