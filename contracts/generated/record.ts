// Generated from record.schema.json by `npm run contract -- build`; do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description ISO 8601, UTC */
        readonly Moment: string;
        readonly Tool: {
            readonly version: string;
            readonly commit: string | null;
            readonly node: string;
        };
        readonly Host: {
            readonly cpu: string;
            readonly cores: number;
            readonly memoryBytes: number;
        };
        readonly Target: {
            readonly url: string;
            readonly label: string;
            readonly referenceService: boolean;
        };
        /** @enum {unknown} */
        readonly Rule: "http-status" | "media-type" | "encoding" | "envelope" | "business-code" | "batch-law" | "ownership" | "credential" | "failure-reason" | "leak" | "drift";
        readonly Finding: {
            readonly rule: components["schemas"]["Rule"];
            /** @enum {unknown} */
            readonly severity: "violation" | "drift" | "observation";
            readonly at: string;
            readonly message: string;
            readonly params: {
                readonly kind: string;
            } & {
                readonly [key: string]: string | number;
            };
        };
        /** @enum {unknown} */
        readonly Outcome: "aborted" | "timeout" | "socketError" | "httpError" | "contractViolation" | "tokenMissing" | "tokenInvalid" | "otherCode" | "allFailed" | "partial" | "success";
        /** @description An exchange with its secrets removed: `$PKDK_TOKEN` and its like stand in their place. Bodies are text, what is not UTF-8 is replaced. */
        readonly RecordedExchange: {
            readonly id: string;
            readonly outcome: components["schemas"]["Outcome"];
            /**
             * @description what the sender knew of the token it sent
             * @enum {unknown}
             */
            readonly token: "valid" | "missing" | "invalid" | "expired" | "refresh";
            readonly seed?: number;
            readonly index?: number;
            /** @description whose the devices of the batch are, one letter each: own, foreign, unknown */
            readonly origins?: string;
            /** @description the devices of the batch, where they cannot be read from the body */
            readonly devices?: readonly {
                readonly pk: string;
                readonly dk: string;
            }[];
            /**
             * @description the page does not say whether such a request is taken
             * @constant
             */
            readonly mayBeRefused?: true;
            /** @description the same bytes can be made again from this record and the target's tokens */
            readonly isRepeatable?: boolean;
            readonly request: {
                readonly method: string;
                readonly url: string;
                readonly headers: {
                    readonly [key: string]: string;
                };
                readonly body: string;
                /** @description the bytes of a body that is not UTF-8 */
                readonly bodyBase64?: string;
            };
            readonly response?: {
                readonly status: number;
                readonly headers: {
                    readonly [key: string]: string;
                };
                readonly body: string;
            };
            /** @enum {unknown} */
            readonly failure?: "timeout" | "socket" | "aborted";
            readonly incidents?: readonly components["schemas"]["Incident"][];
            /** @description milliseconds since the epoch */
            readonly sentAt: number;
            readonly totalMs: number;
            readonly curl: string;
            readonly findings: readonly components["schemas"]["Finding"][];
        };
        /** @description throttled: sent again after HTTP 429; renewed: sent with a new token; lost: nothing was sent after it */
        readonly Incident: {
            /** @constant */
            readonly kind: "throttled";
            readonly waitedMs: number;
        } | {
            /** @constant */
            readonly kind: "renewed";
            /** @enum {unknown} */
            readonly because: "expiring" | "refused";
        } | {
            /** @constant */
            readonly kind: "lost";
            /** @enum {unknown} */
            readonly problem: "environment" | "credentials";
        };
        /**
         * @description whose a failure is: the service's, the way to it, the account's, or the toolkit's own
         * @enum {unknown}
         */
        readonly Problem: "contract" | "environment" | "credentials" | "toolkit";
        /** @description what the run asked of the target, and what the target asked of the run */
        readonly Traffic: {
            /** @description calls of the cases; repeats after HTTP 429 are not counted */
            readonly requests: number;
            /** @description answers with HTTP 429 */
            readonly throttled: number;
            readonly waitedMs: number;
            /** @description tokens got in place of others */
            readonly renewals: number;
        };
        readonly Case: {
            readonly id: string;
            readonly title: string;
            readonly suite: string;
            /**
             * @description known: it failed as a known failure says it may
             * @enum {unknown}
             */
            readonly status: "passed" | "failed" | "known" | "skipped" | "interrupted";
            readonly durationMs: number;
            /** @description why the case was skipped */
            readonly reason?: string;
            /** @description what the test said when it failed */
            readonly error?: string;
            readonly problem?: components["schemas"]["Problem"];
            /** @description the known failure of a case that is known */
            readonly known?: components["schemas"]["KnownFailure"];
            readonly findings: readonly components["schemas"]["Finding"][];
            readonly exchangeIds: readonly string[];
        };
        readonly KnownFailure: {
            readonly owner: string;
            /** @description the last day it holds, UTC, YYYY-MM-DD */
            readonly until: string;
            readonly reason: string;
        };
        /** @description what of the contract was tried and seen, counted from the exchanges themselves */
        readonly Coverage: {
            readonly covered: number;
            readonly total: number;
            readonly points: readonly components["schemas"]["CoveragePoint"][];
        };
        readonly CoveragePoint: {
            readonly id: string;
            readonly text: components["schemas"]["Text"];
            readonly isCovered: boolean;
            /** @description what the target did not have */
            readonly lack?: components["schemas"]["Text"];
        };
        readonly ObservedValue: string | number | boolean;
        /** @description what was seen where the published page is silent, by name */
        readonly Observations: {
            readonly [key: string]: components["schemas"]["ObservedValue"];
        };
        readonly ObservationChange: {
            readonly name: string;
            /** @description as the user keeps it; absent where the run itself saw several values of one that was not known */
            readonly before?: components["schemas"]["ObservedValue"];
            readonly now: components["schemas"]["ObservedValue"];
        };
        /** @description which part of the suites was run, of how many */
        readonly Shard: {
            readonly current: number;
            readonly total: number;
        };
        readonly Text: {
            readonly en: string;
            readonly zh: string;
        };
        readonly SuiteRecord: {
            /** @constant */
            readonly schemaVersion: 2;
            /** @constant */
            readonly kind: "suite";
            readonly id: string;
            readonly startedAt: components["schemas"]["Moment"];
            readonly finishedAt: components["schemas"]["Moment"];
            readonly interrupted: boolean;
            readonly tool: components["schemas"]["Tool"];
            readonly host: components["schemas"]["Host"];
            readonly target: components["schemas"]["Target"];
            /** @description the settings that were given, secrets removed */
            readonly settings: {
                readonly [key: string]: string | number | boolean;
            };
            readonly seed: number;
            readonly shard?: components["schemas"]["Shard"];
            /** @description cases that were to run */
            readonly planned: number;
            readonly traffic: components["schemas"]["Traffic"];
            /**
             * @description why the run ended early
             * @enum {unknown}
             */
            readonly lost?: "environment" | "credentials";
            readonly cases: readonly components["schemas"]["Case"][];
            readonly coverage: components["schemas"]["Coverage"];
            readonly observations: components["schemas"]["Observations"];
            /** @description what stands behind names that are many and made of data, such as each kind of bad input */
            readonly observationTexts: {
                readonly [key: string]: components["schemas"]["Text"];
            };
            /** @description observations that are not as the user keeps them, or not the same throughout the run */
            readonly observationChanges: readonly components["schemas"]["ObservationChange"][];
            /** @description the failing ones and one example of each outcome */
            readonly exchanges: readonly components["schemas"]["RecordedExchange"][];
        };
        /** @description `sent` is the sum of the outcomes, to the unit */
        readonly Counts: {
            readonly sent: number;
            readonly aborted: number;
            readonly timeout: number;
            readonly socketError: number;
            readonly httpError: number;
            readonly contractViolation: number;
            readonly tokenMissing: number;
            readonly tokenInvalid: number;
            readonly otherCode: number;
            readonly allFailed: number;
            readonly partial: number;
            readonly success: number;
        };
        /** @description milliseconds, at a resolution of one microsecond */
        readonly Latency: {
            readonly mean: number;
            readonly p50: number;
            readonly p90: number;
            readonly p95: number;
            readonly p99: number;
            readonly p999: number;
            readonly max: number;
        };
        readonly Point: {
            readonly batchSize: number;
            /**
             * @description what token was sent, of a point that measures refusals too; good answers are those that this token must get
             * @enum {unknown}
             */
            readonly token?: "valid" | "missing" | "invalid" | "expired" | "refresh";
            /** @description of a closed loop */
            readonly connections?: number;
            /**
             * @description of a comparison: what was measured
             * @enum {unknown}
             */
            readonly side?: "base" | "head";
            /** @description of a comparison: in one block, both sides are measured one right after the other */
            readonly block?: number;
            /** @description of an open loop: requests per second that the plan had in the window */
            readonly offeredRate?: number;
            /** @description of a probe for the capacity: the shortest latency that the objective allows; what the generator adds to latencies is judged by it */
            readonly objectiveMs?: number;
            /** @description of an open loop: planned requests of the window that were not sent, since too many were under way; none of them is in `counts` */
            readonly overflow?: number;
            /** @description of an open loop: by how many more requests were under way at the end of the window than at its start */
            readonly backlog?: number;
            readonly startedAt: components["schemas"]["Moment"];
            /** @description length of the measured window */
            readonly durationMs: number;
            /** @description before the window; never counted */
            readonly warmupMs: number;
            /** @description good answers per second of the window; of an open loop, those that came within it */
            readonly requestsPerSecond: number;
            /** @description devices in good answers per second of the window */
            readonly devicesPerSecond: number;
            /** @description bytes of answer bodies per second of the window */
            readonly bytesPerSecond: number;
            readonly counts: components["schemas"]["Counts"];
            /** @description from the sending to the end of the answer; of an open loop, from the planned moment */
            readonly latencyMs: components["schemas"]["Latency"] | null;
            /** @description of an open loop: from the sending to the end of the answer */
            readonly serviceLatencyMs?: components["schemas"]["Latency"] | null;
            /** @description HDR V2, base64, microseconds */
            readonly histogram: string;
            /** @description the same of an open loop's `serviceLatencyMs` */
            readonly serviceHistogram?: string;
            /** @description the same of an open loop: from the planned moment to the sending */
            readonly sendLagHistogram?: string;
            /** @description answers by business code */
            readonly codes: {
                readonly [key: string]: number;
            };
            /** @description answers by HTTP status; absent in older records */
            readonly statuses?: {
                readonly [key: string]: number;
            };
            /** @description slices of the window, in the order of time */
            readonly timeline: readonly {
                /** @description when the slice begins */
                readonly second: number;
                readonly answers: number;
                readonly good: number;
                /** @description mean latency of the good answers, if there are any */
                readonly meanMs?: number;
            }[];
            /** @description length of a slice of the timeline; 1 where it is absent, more in a long window */
            readonly timelineSeconds?: number;
            /** @description the rule that an answer broke, of the warm-up or the window, whereupon the run ended; absent with --keep-going */
            readonly stoppedBy?: components["schemas"]["Rule"];
            /** @description how the answers and failures of the warm-up and the window were judged: each is in one of `repeated` (equal to an answer that had been checked in full), `handedOn` (checked by another thread) and `here` (checked by the thread that sends); `backlogMax`: most that waited for the other thread; `broken`: those of all that broke the contract */
            readonly checking?: {
                readonly repeated: number;
                readonly handedOn: number;
                readonly here: number;
                readonly backlogMax: number;
                readonly broken: number;
            };
            /** @description how hard the generator itself worked; `cpu` is a share of one core */
            readonly generator: {
                readonly cpu: number;
                /** @description share of the time in which the event loop worked; an open loop's always does */
                readonly loopBusy?: number;
                /** @description how long an answer that comes at a random moment waits for the event loop */
                readonly loopDelayP99Ms: number;
                readonly loopDelayMaxMs?: number;
                /** @description share of the time that garbage collection took */
                readonly gcShare?: number;
                /** @description time for which the host of a virtual machine ran others while this one had work, in cores; absent where the system does not tell */
                readonly stolenCores?: number;
                /** @description of an open loop: from the planned moment to the sending */
                readonly sendLagP99Ms?: number;
                /** @description of a closed loop under a highest rate: requests that waited for it */
                readonly heldBack?: number;
                /** @description requests under way in the window as their latencies say, by the connections of a closed loop, or by those counted in an open one; 1 when the books agree */
                readonly littlesLawRatio: number | null;
            };
            /** @description of a point that several processes of the generator measured together; `generator` has the busiest of them */
            readonly processes?: {
                /** @description from the first window that opened to the last */
                readonly startSkewMs: number;
                readonly each: readonly {
                    readonly sent: number;
                    readonly cpu: number;
                    readonly loopDelayP99Ms: number;
                    readonly sendLagP99Ms?: number;
                    /**
                     * @description it ended before the point did: its part of the books is what it last told, and what was under way then is aborted
                     * @constant
                     */
                    readonly isLost?: true;
                }[];
            };
            /** @description tries that the generator spoilt, in the order of time: the point is the last one; no other figure has a part of theirs */
            readonly earlier?: readonly {
                readonly startedAt: string;
                readonly sent: number;
                readonly why: string;
            }[];
            /**
             * @description of a spike: which part of it the window is
             * @enum {unknown}
             */
            readonly phase?: "before" | "spike" | "after";
            /** @description of the window after a spike, when the latency before it is known */
            readonly recovery?: components["schemas"]["Recovery"];
            readonly steadiness?: components["schemas"]["Steadiness"];
            /** @enum {unknown} */
            readonly verdict: "valid" | "generator-limited" | "not-steady" | "refused" | "failed";
            /** @description empty when valid */
            readonly why: string;
        };
        /** @description how evenly the service worked in the window, as shares; 0 where nothing stands out of the noise; absent where there were too few answers to tell */
        readonly Steadiness: {
            /** @description of the later half of the window against the earlier one */
            readonly latencyDrift: number;
            /** @description the same, of a closed loop */
            readonly throughputDrift?: number;
            /** @description of a closed loop: by the worst slow spell */
            readonly timeLost?: number;
        };
        /** @description how long a service took to be back after a spike: from its end to the first request that was no slower than `limitMs`, and from which on at most 5 % were for `heldMs`; the limit is 1.25 x the 95th percentile before the spike, or 1 ms more than it */
        readonly Recovery: {
            /** @description null: not within `watchedMs` */
            readonly ms: number | null;
            readonly limitMs: number;
            readonly heldMs: number;
            readonly watchedMs: number;
        };
        /** @description a thing demanded of every point, and the point that did worst */
        readonly Threshold: {
            /** @description as it was written: `p99<250ms` */
            readonly objective: string;
            /** @description of `measured` */
            readonly unit: string;
            /** @description at the worst point; null: not known there, and then nothing holds */
            readonly measured: number | null;
            /** @description at every point */
            readonly holds: boolean;
            /**
             * @description it does not hold, but only where the load generator was its own limit and may be why
             * @constant
             */
            readonly unsure?: true;
            /** @description the place of the worst point in `points`; absent where there is none */
            readonly point?: number;
        };
        /** @description the condition of `--abort-on` that held, whereupon the run ended */
        readonly AbortedOn: {
            readonly objective: string;
            readonly unit: string;
            readonly measured: number;
            /** @description the last requests that it held for: those of the last second, or 20 if there were fewer */
            readonly requests: number;
        };
        /** @description calls one after another, in rounds of one call of each size: none waits for another */
        readonly LowLoad: {
            readonly startedAt: components["schemas"]["Moment"];
            readonly durationMs: number;
            readonly counts: components["schemas"]["Counts"];
            /** @description calls of each size that the medians are of */
            readonly calls: number;
            readonly points: readonly {
                readonly batchSize: number;
                /** @description of a call, less the way where that is known */
                readonly medianMs: number;
                /** @description of the same call refused for want of a token: network, HTTP and this client; none where the service does not refuse it */
                readonly wayMs?: number;
            }[];
        };
        /** @description 95 % */
        readonly Interval: {
            readonly low: number;
            readonly high: number;
        };
        /** @description T(N) = fixed + perDevice x N of a call that nothing else waits for, less the way where that is known */
        readonly CostModel: {
            readonly fixedMs: number;
            readonly perDeviceMs: number;
            readonly r2: number;
            readonly interval: {
                readonly fixedMs: components["schemas"]["Interval"];
                readonly perDeviceMs: components["schemas"]["Interval"];
            };
        };
        /** @description Sen's slope; there is no trend where the interval holds 0 */
        readonly Slope: {
            /** @description median over the blocks */
            readonly level: number;
            readonly perHour: number;
            readonly interval: components["schemas"]["Interval"];
        };
        /** @description whether latency and bad answers changed over the window, from equal blocks of its timeline */
        readonly Trend: {
            readonly blocks: number;
            readonly blockSeconds: number;
            /** @description mean latency of good answers */
            readonly latencyMs: components["schemas"]["Slope"];
            /** @description share of the answers that were not good */
            readonly badShare: components["schemas"]["Slope"];
        };
        readonly Renewal: {
            readonly at: components["schemas"]["Moment"];
            /**
             * @description the old token was about to expire, or it was refused, by one more call outside the load, too
             * @enum {unknown}
             */
            readonly because: "expiring" | "refused";
            /** @description refusals of the old token under load, the warm-up included; those of the window are `tokenInvalid` of its counts */
            readonly refused: number;
        };
        /** @description the Universal Scalability Law X(N) = gamma N / (1 + alpha (N - 1) + beta N (N - 1)) over connections, with 95 % intervals */
        readonly Scalability: {
            readonly batchSize: number;
            /** @description contention */
            readonly alpha: number;
            /** @description coherence */
            readonly beta: number;
            /** @description requests per second over one connection */
            readonly gamma: number;
            /** @description where throughput is highest; null when it never falls */
            readonly peakConnections: number | null;
            /** @description the throughput there, or what it tends to; null when it grows without end */
            readonly peakRequestsPerSecond: number | null;
            /** @description the peak lies beyond 1.5 x the range that was measured */
            readonly isPeakExtrapolated: boolean;
            /** @description connections where the measured curve bends, by Kneedle; null where it does not */
            readonly knee: number | null;
            readonly interval: {
                readonly alpha: components["schemas"]["Interval"];
                readonly beta: components["schemas"]["Interval"];
                readonly gamma: components["schemas"]["Interval"];
                readonly peakConnections: components["schemas"]["OpenInterval"];
                readonly peakRequestsPerSecond: components["schemas"]["OpenInterval"];
            };
        };
        /** @description null where there is no end */
        readonly OpenInterval: {
            readonly low: number | null;
            readonly high: number | null;
        };
        /** @description what a point made of an objective */
        readonly Assessment: {
            readonly objective: string;
            /** @description in the objective's unit; null: not known */
            readonly measured: number | null;
            readonly holds: boolean;
        };
        /** @description one rate, tried for a while */
        readonly CapacityProbe: {
            /** @description which of the points */
            readonly point: number;
            /** @description requests per second */
            readonly rate: number;
            /** @description long; the others only look */
            readonly isConfirmation: boolean;
            /**
             * @description good: the objective held; service: it did not keep up; objective: it did, but not as well as demanded; generator: it was the limit, nothing is known
             * @enum {unknown}
             */
            readonly finding: "good" | "service" | "objective" | "generator";
            readonly objectives: readonly components["schemas"]["Assessment"][];
        };
        /**
         * @description what keeps the rate from being higher: the service does not keep up; the objective fails before; the load generator; a refusal of the size; the highest rate allowed; the probes or the time were used up; the run was stopped
         * @enum {unknown}
         */
        readonly CapacityLimit: "service" | "objective" | "generator" | "refused" | "maxRate" | "budget" | "interrupted";
        /** @description 95 %; without `high` it is a lower bound */
        readonly CapacityInterval: {
            readonly low: number;
            readonly high?: number;
        };
        /** @description the highest confirmed rate of a batch size; none where no rate was confirmed */
        readonly SizeCapacity: {
            readonly batchSize: number;
            readonly requestsPerSecond?: number;
            readonly devicesPerSecond?: number;
            /** @description of the requests per second */
            readonly interval?: components["schemas"]["CapacityInterval"];
            readonly limitedBy: components["schemas"]["CapacityLimit"];
            readonly probes: readonly components["schemas"]["CapacityProbe"][];
        };
        /** @description the highest rate that holds an objective, at the batch size that carries the most devices; no size where none held it */
        readonly Capacity: {
            readonly slo: string;
            readonly batchSize?: number;
            readonly requestsPerSecond?: number;
            readonly devicesPerSecond?: number;
            /** @description of the devices per second */
            readonly interval?: components["schemas"]["CapacityInterval"];
            readonly limitedBy?: components["schemas"]["CapacityLimit"];
            readonly perSize: readonly components["schemas"]["SizeCapacity"][];
        };
        readonly LoadRecord: {
            /** @constant */
            readonly schemaVersion: 2;
            /** @constant */
            readonly kind: "load";
            readonly id: string;
            readonly startedAt: components["schemas"]["Moment"];
            readonly finishedAt: components["schemas"]["Moment"];
            readonly interrupted: boolean;
            /**
             * @description what ended the load before its plan was through, if it was not a person
             * @enum {unknown}
             */
            readonly stoppedBy?: "max-duration";
            readonly tool: components["schemas"]["Tool"];
            readonly host: components["schemas"]["Host"];
            readonly target: components["schemas"]["Target"];
            /** @description the settings that were given, secrets removed */
            readonly settings: {
                readonly [key: string]: string | number | boolean;
            };
            readonly seed: number;
            /** @enum {unknown} */
            readonly scenario: "smoke" | "sweep" | "rate" | "ramp" | "spike" | "capacity" | "soak" | "tokens" | "compare";
            /** @description of a comparison: what `target`, the head, is compared with */
            readonly base?: components["schemas"]["Target"];
            readonly plan: {
                readonly batchSizes: readonly number[];
                /** @description of a closed loop: each of these numbers in turn */
                readonly connections?: readonly number[];
                /** @description of an open loop: requests per second */
                readonly rate?: number;
                /** @description of a ramp: requests per second at its start */
                readonly from?: number;
                /** @description of a ramp: requests per second at its end */
                readonly to?: number;
                /** @description of a ramp: its points */
                readonly steps?: number;
                /** @description of a comparison: how often both sides are measured under each load */
                readonly blocks?: number;
                /** @description of a spike: requests per second at its height */
                readonly peak?: number;
                /** @description of a spike: how long it lasts */
                readonly spikeMs?: number;
                /** @description of a spike: how long it is watched what comes after */
                readonly afterMs?: number;
                /** @description conditions that end the run */
                readonly abortOn?: readonly string[];
                /**
                 * @description of an open loop
                 * @enum {unknown}
                 */
                readonly arrivals?: "constant" | "poisson";
                /** @description of an open loop */
                readonly maxInFlight?: number;
                /** @description of a search for the capacity: what a rate has to hold */
                readonly slo?: string;
                /** @description of a search: how long it may take */
                readonly budgetMs?: number;
                /** @description of a search: requests per second that it never goes beyond */
                readonly maxRate?: number;
                /** @description of a search: of a confirmation */
                readonly durationMs: number;
                /** @description the longest, where it is to be found */
                readonly warmupMs: number;
                /**
                 * @description a window opens when the service works evenly, and not after a stated time
                 * @constant
                 */
                readonly findsWarmup?: true;
                readonly timeoutMs: number;
                /** @description of the load generator; one where it does not say */
                readonly processes?: number;
                /** @description weights of whose devices the batches have; absent: the account's own alone */
                readonly mix?: {
                    readonly own?: number;
                    readonly foreign?: number;
                    readonly unknown?: number;
                };
            };
            readonly points: readonly components["schemas"]["Point"][];
            /** @description what was demanded of the run */
            readonly thresholds?: readonly components["schemas"]["Threshold"][];
            readonly abortedOn?: components["schemas"]["AbortedOn"];
            readonly lowLoad?: components["schemas"]["LowLoad"];
            readonly cost?: components["schemas"]["CostModel"];
            readonly scalability?: components["schemas"]["Scalability"];
            /** @description why there is no scalability model, though several numbers of connections were measured */
            readonly noScalability?: components["schemas"]["Text"];
            readonly capacity?: components["schemas"]["Capacity"];
            /** @description why there is no cost model */
            readonly noCost?: components["schemas"]["Text"];
            readonly trend?: components["schemas"]["Trend"];
            /** @description why nothing is said of a trend */
            readonly noTrend?: components["schemas"]["Text"];
            /** @description of a soak: tokens got in place of others, in the order of time */
            readonly renewals?: readonly components["schemas"]["Renewal"][];
            /**
             * @description why the run ended early; credentials: the token was refused, and so was the one got in its place, or none could be had
             * @enum {unknown}
             */
            readonly lost?: "environment" | "credentials";
            /** @description examples of what went wrong, at most one of each kind */
            readonly exchanges: readonly components["schemas"]["RecordedExchange"][];
        };
        /** @description a fault or a correct variant that the reference service played, and what the suites made of it */
        readonly MatrixRow: {
            readonly name: string;
            /** @enum {unknown} */
            readonly kind: "fault" | "variant";
            readonly text: components["schemas"]["Text"];
            /** @description the rule that must catch the fault */
            readonly rule?: components["schemas"]["Rule"];
            /**
             * @description caught: a failed case names the rule; misnamed: cases failed and none of them does
             * @enum {unknown}
             */
            readonly verdict: "caught" | "misnamed" | "missed" | "passed" | "falseAlarm";
            /** @description how many ran */
            readonly cases: number;
            readonly requests: number;
            readonly durationMs: number;
            /** @description the cases that failed */
            readonly by: readonly components["schemas"]["Catch"][];
        };
        readonly Catch: {
            readonly suite: string;
            readonly title: string;
            readonly rules: readonly components["schemas"]["Rule"][];
            readonly requests: number;
            readonly reason?: string;
        };
        readonly FaultsRecord: {
            /** @constant */
            readonly schemaVersion: 2;
            /** @constant */
            readonly kind: "faults";
            readonly id: string;
            readonly startedAt: components["schemas"]["Moment"];
            readonly finishedAt: components["schemas"]["Moment"];
            readonly interrupted: boolean;
            readonly tool: components["schemas"]["Tool"];
            readonly host: components["schemas"]["Host"];
            readonly target: components["schemas"]["Target"];
            /** @description the settings that were given, secrets removed */
            readonly settings: {
                readonly [key: string]: string | number | boolean;
            };
            readonly seed: number;
            readonly rows: readonly components["schemas"]["MatrixRow"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
