import type { Judgement } from './checks/registry.ts';
import { curlOf } from './curl.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { RecordedExchange } from './record.ts';
import type { Redactor } from './secrets.ts';

function cleaned(headers: Readonly<Record<string, string>>, redactor: Redactor): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redactor.redact(value)]));
}

/** Findings as they may be kept. */
export function recordedFindings(findings: readonly Finding[], redactor: Redactor): Finding[] {
  return JSON.parse(redactor.redact(JSON.stringify(findings)));
}

/** An exchange as it may be kept: as text, with every secret removed. */
export function recordedExchange(
  id: string,
  exchange: Exchange,
  { outcome, findings }: Judgement,
  redactor: Redactor,
): RecordedExchange {
  const { request, batch, token, response, failure, incidents } = exchange;
  if (response) redactor.learnCredentials(response);
  const headers = cleaned(request.headers, redactor);
  return {
    id,
    outcome,
    token,
    ...(batch && { seed: batch.seed, index: batch.index }),
    request: {
      method: request.method,
      url: request.url,
      headers,
      body: redactor.redact(request.body.toString('utf8')),
    },
    ...(response && {
      response: {
        status: response.status,
        headers: cleaned(response.headers, redactor),
        body: redactor.redact(response.body.toString('utf8')),
      },
    }),
    ...(failure && { failure }),
    ...(incidents && { incidents: [...incidents] }),
    sentAt: exchange.sentAt,
    totalMs: exchange.timings.totalMs,
    curl: redactor.redact(curlOf(request, headers.authorization)),
    findings: recordedFindings(findings, redactor),
  };
}
