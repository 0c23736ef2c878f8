import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import type { Batch } from './batch.ts';
import type { Judgement } from './checks/registry.ts';
import { curlOf } from './curl.ts';
import type { Call, Exchange, PreparedRequest } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { RecordedExchange } from './record.ts';
import { devicesIn, originLetters, remadeCall } from './remade.ts';
import type { Redactor } from './secrets.ts';

function cleaned(headers: Readonly<Record<string, string>>, redactor: Redactor): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redactor.redact(value)]));
}

/** Data as it may be kept. */
function cleanedData<T>(data: T, redactor: Redactor): T {
  return JSON.parse(redactor.redact(JSON.stringify(data)));
}

/** Findings as they may be kept. */
export function recordedFindings(findings: readonly Finding[], redactor: Redactor): Finding[] {
  return cleanedData([...findings], redactor);
}

/** A request without its secrets. */
function cleanedRequest(request: PreparedRequest, redactor: Redactor): PreparedRequest {
  // As Latin-1, one character is one byte: what is cut out leaves all other bytes as they are.
  const encoding = isUtf8(request.body) ? 'utf8' : 'latin1';
  const body = Buffer.from(redactor.redact(request.body.toString(encoding)), encoding);
  return { ...request, headers: cleaned(request.headers, redactor), body };
}

function recordedRequest({ method, url, headers, body }: PreparedRequest): RecordedExchange['request'] {
  const bytes = isUtf8(body) ? {} : { bodyBase64: body.toString('base64') };
  return { method, url, headers: { ...headers }, body: body.toString('utf8'), ...bytes };
}

function recordedBatch(
  { seed, index, origins, devices }: Batch,
  { body }: PreparedRequest,
  redactor: Redactor,
): Pick<RecordedExchange, 'seed' | 'index' | 'origins' | 'devices'> {
  const isInBody = isDeepStrictEqual(devicesIn(body.toString('utf8')), devices);
  return {
    seed,
    index,
    origins: originLetters(origins),
    ...(!isInBody && { devices: cleanedData(devices, redactor) }),
  };
}

/** Whether a record holds the very call: a secret may stand in it that is not known by name. */
function isRepeatable(recorded: RecordedExchange, exchange: Exchange, redactor: Redactor): boolean {
  const { request, batch, token, mayBeRefused } = exchange;
  const sent: Call = { request, ...(batch && { batch }), token, ...(mayBeRefused && { mayBeRefused }) };
  const { call, missing } = remadeCall(recorded, (substitute) => redactor.secretOf(substitute));
  return missing.length === 0 && isDeepStrictEqual(call, sent);
}

/** An exchange as it may be kept: with every secret removed, and all that it takes to send it again. */
export function recordedExchange(
  id: string,
  exchange: Exchange,
  { outcome, findings }: Judgement,
  redactor: Redactor,
): RecordedExchange {
  const { batch, token, mayBeRefused, response, failure, incidents } = exchange;
  if (response) redactor.learnCredentials(response);
  const request = cleanedRequest(exchange.request, redactor);
  const recorded = {
    id,
    outcome,
    token,
    ...(batch && recordedBatch(batch, exchange.request, redactor)),
    ...(mayBeRefused && { mayBeRefused }),
    request: recordedRequest(request),
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
    curl: redactor.redact(curlOf(request, request.headers.authorization)),
    findings: recordedFindings(findings, redactor),
  };
  return { ...recorded, isRepeatable: isRepeatable(recorded, exchange, redactor) };
}
