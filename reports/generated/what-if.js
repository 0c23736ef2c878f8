// Generated from reports/planning/what-if-page.ts by `npm run contract -- build`; do not edit.
{
const modules = {
"reports/planning/what-if-page.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.start = start;
const locale_ts_1 = require("reports/locale.ts");
const texts_ts_1 = require("reports/texts.ts");
const what_if_ts_1 = require("reports/planning/what-if.ts");
const what_if_words_ts_1 = require("reports/planning/what-if-words.ts");
function questionOf(form) {
    const fields = new Map([...form.elements].map((field) => [field.name, field]));
    const text = (name) => fields.get(name)?.value.trim() ?? '';
    const number = (name) => (text(name) === '' ? Number.NaN : Number(text(name)));
    const question = {
        devices: number('devices'),
        deadlineMs: number('deadline') * number('unit'),
        ...(text('batchSize') !== '' && { batchSize: number('batchSize') }),
        utilisation: number('utilisation') / 100,
        spare: fields.get('spare')?.checked ? 1 : 0,
        growth: number('growth') / 100,
    };
    return { question, objective: number('objective') };
}
function answer(page, form, rates) {
    const lang = form.lang === texts_ts_1.languageTags.zh ? 'zh' : 'en';
    const { question, objective } = questionOf(form);
    const asked = rates[objective];
    const place = form.querySelector('dl');
    if (!asked || !place)
        return;
    const element = (name, text) => {
        const made = page.createElement(name);
        made.textContent = text;
        return made;
    };
    const lines = (0, what_if_words_ts_1.answerLines)((0, what_if_ts_1.whatIf)(asked, question), question, (0, locale_ts_1.localeOf)(lang));
    place.replaceChildren(...lines.flatMap(([label, value]) => [element('dt', label), element('dd', value)]));
}
function copy(from, to) {
    const fields = new Map([...from.elements].map((field) => [field.name, field]));
    for (const field of to.elements) {
        const { value, checked } = fields.get(field.name) ?? field;
        if (field.type === 'checkbox')
            field.checked = checked;
        else if (field.value !== value)
            field.value = value;
    }
}
function start(page) {
    const forms = [...page.querySelectorAll('form.what-if')];
    for (const form of forms) {
        const rates = JSON.parse(form.dataset.rates ?? '[]');
        form.addEventListener('submit', (event) => event.preventDefault());
        form.addEventListener('input', () => {
            for (const other of forms) {
                if (other !== form)
                    copy(form, other);
                answer(page, other, rates);
            }
        });
        form.hidden = false;
        answer(page, form, rates);
    }
}
},
"reports/locale.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.localeOf = localeOf;
exports.flagDuration = flagDuration;
exports.elapsed = elapsed;
exports.sharedDecimals = sharedDecimals;
exports.plainDecimals = plainDecimals;
const text_ts_1 = require("contracts/text.ts");
const texts_ts_1 = require("reports/texts.ts");
const gib = 2 ** 30;
function localeOf(lang) {
    const tag = texts_ts_1.languageTags[lang];
    const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 });
    const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
    const moment = new Intl.DateTimeFormat(tag, {
        dateStyle: 'medium',
        timeStyle: 'medium',
        hourCycle: 'h23',
        timeZone: 'UTC',
    });
    const formats = new Map();
    const formatted = (value, style, least, most) => {
        const key = `${style} ${least} ${most}`;
        const format = formats.get(key) ??
            new Intl.NumberFormat(tag, { style, minimumFractionDigits: least, maximumFractionDigits: most });
        formats.set(key, format);
        return format.format(value);
    };
    const number = (value, decimals = 0) => formatted(value, 'decimal', decimals, decimals);
    return {
        lang,
        number,
        say: (key, params) => (0, text_ts_1.fill)(texts_ts_1.texts[key], lang, params),
        list: (items) => items.join(texts_ts_1.texts.listSeparator[lang]),
        compact: (value) => compact.format(value),
        percent: (share, decimals = 0) => formatted(share, 'percent', 0, decimals),
        bytes: (count) => `${number(count / gib)} GiB`,
        moment: (iso) => `${moment.format(new Date(iso))} UTC`,
        day: (iso) => day.format(new Date(iso)),
    };
}
const units = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
function flagDuration(ms) {
    const unit = units.find(([, length]) => ms >= length && ms % length === 0);
    return unit ? `${ms / unit[1]}${unit[0]}` : `${ms}ms`;
}
function elapsed(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function sharedDecimals(values) {
    const smallest = Math.min(...values.filter((value) => value > 0));
    if (!Number.isFinite(smallest))
        return 0;
    return Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(smallest))));
}
function plainDecimals(value) {
    return [0, 1, 2].find((decimals) => Number(value.toFixed(decimals)) === value) ?? 3;
}
},
"contracts/text.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.langs = void 0;
exports.fill = fill;
exports.fillAll = fillAll;
exports.langs = ['en', 'zh'];
function fill(text, lang, params = {}) {
    return text[lang].replace(/\{(\w+)\}/g, (mark, name) => {
        const value = params[name] ?? mark;
        return typeof value === 'object' ? fill(value, lang, params) : String(value);
    });
}
function fillAll(text, params) {
    return { en: fill(text, 'en', params), zh: fill(text, 'zh', params) };
}
},
"reports/texts.ts"(exports, require) {
exports.texts = require("reports/texts/what-if.ts").whatIfTexts;
exports.languageTags = { "en": "en", "zh": "zh-CN" };
},
"reports/texts/what-if.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whatIfTexts = void 0;
exports.whatIfTexts = {
    planReplicas: { en: 'Replicas', zh: '副本数' },
    replicasWithSpare: { en: '{total}, {spare} of which may fail', zh: '{total} 个，其中 {spare} 个备用' },
    planBatches: { en: 'Batches', zh: '批次' },
    batchesOf: { en: '{requests} of {size} devices', zh: '{requests} 批，每批 {size} 台设备' },
    batchesWithRest: {
        en: '{requests} of {size} devices, the last one of {rest}',
        zh: '{requests} 批，每批 {size} 台设备，最后一批 {rest} 台',
    },
    planRate: { en: 'Rate', zh: '速率' },
    rateOfPlan: {
        en: '{requests} requests/s in all, {devices} devices/s',
        zh: '总计每秒 {requests} 个请求，{devices} 台设备',
    },
    planTime: { en: 'Takes', zh: '用时' },
    leastRate: { en: 'At least', zh: '最低速率' },
    leastRateOfPlan: {
        en: '{requests} requests/s meet the deadline',
        zh: '每秒 {requests} 个请求即可按时完成',
    },
    planGrowth: { en: 'Enough for', zh: '可支撑' },
    monthsOfPlan: {
        en: '{months} months at this growth, then one replica more',
        zh: '按此增长可支撑 {months} 个月，之后需增加一个副本',
    },
    monthOfPlan: {
        en: '1 month at this growth, then one replica more',
        zh: '按此增长可支撑 1 个月，之后需增加一个副本',
    },
    lessThanMonth: {
        en: 'less than a month at this growth, then one replica more',
        zh: '按此增长不到一个月，之后需增加一个副本',
    },
    planNote: { en: 'Note', zh: '说明' },
    sizeBetween: {
        en: 'this batch size was not measured itself; its rate is on the line between its neighbours',
        zh: '该批大小未直接测量，其速率由相邻批大小线性推得',
    },
    rateLooked: {
        en: 'this objective was seen to hold at this rate in a short probe, and not confirmed',
        zh: '该目标在此速率下仅由短时试探得出，未经确认',
    },
    noPlan: { en: 'No answer', zh: '无法回答' },
    refusesQuestion: {
        en: 'it takes whole numbers of devices, a time, and head-room that leaves something to use',
        zh: '请填写整数设备数、时限，以及合理的利用率',
    },
    refusesNothing: {
        en: 'no rate was measured under this objective',
        zh: '没有测得满足该目标的速率',
    },
    refusesDeadline: {
        en: 'one answer alone takes {time}, longer than that',
        zh: '单个应答就需要 {time}，超过了时限',
    },
    refusesSize: {
        en: 'the service refuses batches from {from} devices on',
        zh: '服务拒绝 {from} 台及以上的批',
    },
    refusesExtrapolation: {
        en: 'batch sizes from {from} to {to} can be told; beyond 1.5 × what was measured nothing is known',
        zh: '只能回答 {from} 至 {to} 的批大小；超出实测范围 1.5 倍之外无从得知',
    },
    milliseconds: { en: '{ms} ms', zh: '{ms} 毫秒' },
    seconds: { en: '{s} s', zh: '{s} 秒' },
    minutes: { en: '{min} min {s} s', zh: '{min} 分 {s} 秒' },
    wholeMinutes: { en: '{min} min', zh: '{min} 分钟' },
    wholeHours: { en: '{h} h', zh: '{h} 小时' },
    hours: { en: '{h} h {min} min', zh: '{h} 小时 {min} 分' },
};
},
"reports/planning/what-if.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whatIf = whatIf;
const extrapolation_ts_1 = require("contracts/statistics/extrapolation.ts");
const whole_ts_1 = require("reports/planning/whole.ts");
function isAskable({ devices, deadlineMs, batchSize = 1, utilisation, spare, growth }) {
    const counts = [devices, batchSize].every((count) => Number.isSafeInteger(count) && count >= 1);
    const isShare = utilisation > 0 && utilisation <= 1;
    return (counts &&
        isShare &&
        deadlineMs > 0 &&
        Number.isSafeInteger(spare) &&
        spare >= 0 &&
        growth >= 0 &&
        growth <= 10);
}
function rateAt(sizes, batchSize) {
    const below = sizes.findLast((size) => size.batchSize <= batchSize);
    const above = sizes.find((size) => size.batchSize >= batchSize);
    const only = below ?? above;
    if (!only)
        return undefined;
    if (!below || !above || below === above) {
        const factor = below ? batchSize / only.batchSize : 1;
        const { requestsPerSecond, answerMs, isConfirmed } = only;
        return {
            ...{ batchSize, isConfirmed },
            requestsPerSecond: requestsPerSecond / factor,
            answerMs: answerMs * factor,
        };
    }
    const share = (batchSize - below.batchSize) / (above.batchSize - below.batchSize);
    const along = (from, to) => from + (to - from) * share;
    return {
        batchSize,
        requestsPerSecond: 1 / along(1 / below.requestsPerSecond, 1 / above.requestsPerSecond),
        answerMs: along(below.answerMs, above.answerMs),
        isConfirmed: below.isConfirmed && above.isConfirmed,
    };
}
function sendingSeconds({ deadlineMs }, { answerMs }) {
    return (deadlineMs - answerMs) / 1000;
}
function replicasFor(question, size) {
    const { devices, utilisation } = question;
    const seconds = sendingSeconds(question, size);
    const gaps = Math.ceil(devices / size.batchSize) - 1;
    if (seconds < 0 || (seconds === 0 && gaps > 0))
        return Number.POSITIVE_INFINITY;
    if (gaps === 0)
        return 1;
    return Math.max(1, (0, whole_ts_1.wholeUp)(gaps / (size.requestsPerSecond * utilisation * seconds)));
}
function mostDevices(question, size, replicas) {
    const seconds = sendingSeconds(question, size);
    if (seconds < 0)
        return 0;
    const perSecond = replicas * size.requestsPerSecond * question.utilisation;
    return size.batchSize * ((0, whole_ts_1.wholeDown)(perSecond * seconds) + 1);
}
function planWith(question, size, isBetween) {
    const { devices, utilisation } = question;
    const replicas = replicasFor(question, size);
    const requests = Math.ceil(devices / size.batchSize);
    const requestsPerSecond = replicas * size.requestsPerSecond * utilisation;
    const batchSize = Math.min(size.batchSize, devices);
    return {
        ...{ batchSize, requests, replicas, requestsPerSecond, isBetween, isConfirmed: size.isConfirmed },
        lastBatch: devices - (requests - 1) * size.batchSize,
        devicesPerSecond: requestsPerSecond * batchSize,
        takesMs: ((requests - 1) / requestsPerSecond) * 1000 + size.answerMs,
        leastRequestsPerSecond: requests > 1 ? (requests - 1) / sendingSeconds(question, size) : 0,
    };
}
function candidates({ sizes, refusedFrom }, { batchSize }) {
    const [first, last] = [sizes[0], sizes.at(-1)];
    if (!first || !last)
        return { refusal: 'nothingMeasured' };
    if (batchSize === undefined)
        return sizes;
    if (refusedFrom !== undefined && batchSize >= refusedFrom)
        return { refusal: 'batchSizeRefused', from: refusedFrom };
    const from = Math.ceil(first.batchSize / extrapolation_ts_1.trustedFactor);
    const to = Math.floor(last.batchSize * extrapolation_ts_1.trustedFactor);
    if (batchSize < from || batchSize > to)
        return { refusal: 'extrapolation', from, to };
    const size = rateAt(sizes, batchSize);
    return size ? [size] : { refusal: 'nothingMeasured' };
}
function whatIf(rates, question) {
    if (!isAskable(question))
        return { refusal: 'question' };
    const sizes = candidates(rates, question);
    if ('refusal' in sizes)
        return sizes;
    const possible = sizes.filter((size) => Number.isFinite(replicasFor(question, size)));
    const isBetween = !sizes.every(({ batchSize }) => rates.sizes.some((measured) => measured.batchSize === batchSize));
    const [best] = possible
        .map((size) => planWith(question, size, isBetween))
        .toSorted((a, b) => a.replicas - b.replicas || a.takesMs - b.takesMs || a.batchSize - b.batchSize);
    if (!best)
        return { refusal: 'deadline', answerMs: Math.min(...sizes.map(({ answerMs }) => answerMs)) };
    const most = Math.max(...sizes.map((size) => mostDevices(question, size, best.replicas)));
    const months = (0, whole_ts_1.wholeMonths)(question.devices, most, question.growth);
    return { ...best, ...(months !== undefined && { months }) };
}
},
"contracts/statistics/extrapolation.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.trustedFactor = void 0;
exports.predict = predict;
exports.trustedFactor = 1.5;
function predict(model, x, measured) {
    const isExtrapolated = !(x <= Math.max(...measured) * exports.trustedFactor) || !(x >= Math.min(...measured) / exports.trustedFactor);
    return { value: model(x), isExtrapolated };
}
},
"reports/planning/whole.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.wholeUp = wholeUp;
exports.wholeDown = wholeDown;
exports.wholeMonths = wholeMonths;
const hair = 1e-9;
function wholeUp(value) {
    return Math.ceil(value - hair);
}
function wholeDown(value) {
    return Math.floor(value + hair);
}
function wholeMonths(now, most, growth) {
    return growth > 0 ? Math.max(0, wholeDown(Math.log(most / now) / Math.log(1 + growth))) : undefined;
}
},
"reports/planning/what-if-words.ts"(exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sayTime = sayTime;
exports.sayRate = sayRate;
exports.answerLines = answerLines;
const locale_ts_1 = require("reports/locale.ts");
function sayTime(ms, { say, number }) {
    if (ms < 1000)
        return say('milliseconds', { ms: number(ms) });
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return say('seconds', { s: number(ms / 1000, 1) });
    if (seconds < 3600) {
        const time = { min: number(Math.floor(seconds / 60)), s: number(seconds % 60) };
        return say(seconds % 60 === 0 ? 'wholeMinutes' : 'minutes', time);
    }
    const minutes = Math.round(seconds / 60);
    const time = { h: number(Math.floor(minutes / 60)), min: number(minutes % 60) };
    return say(minutes % 60 === 0 ? 'wholeHours' : 'hours', time);
}
function sayRate(perSecond, { number }) {
    return number(perSecond, perSecond < 100 ? Math.max(1, (0, locale_ts_1.sharedDecimals)([perSecond])) : 0);
}
function sayRefusal(refused, speaker) {
    const { say, number } = speaker;
    if (refused.refusal === 'deadline')
        return say('refusesDeadline', { time: sayTime(refused.answerMs, speaker) });
    if (refused.refusal === 'batchSizeRefused')
        return say('refusesSize', { from: number(refused.from) });
    if (refused.refusal === 'extrapolation')
        return say('refusesExtrapolation', { from: number(refused.from), to: number(refused.to) });
    return say(refused.refusal === 'question' ? 'refusesQuestion' : 'refusesNothing');
}
function sayMonths(months, { say, number }) {
    if (months === 0)
        return say('lessThanMonth');
    return months === 1 ? say('monthOfPlan') : say('monthsOfPlan', { months: number(months) });
}
function answerLines(answer, { spare }, speaker) {
    const { say, number } = speaker;
    if ('refusal' in answer)
        return [[say('noPlan'), sayRefusal(answer, speaker)]];
    const { replicas, requests, batchSize, lastBatch, months, isBetween, isConfirmed } = answer;
    const batches = { requests: number(requests), size: number(batchSize), rest: number(lastBatch) };
    const notes = [...(isBetween ? [say('sizeBetween')] : []), ...(isConfirmed ? [] : [say('rateLooked')])];
    return [
        [
            say('planReplicas'),
            spare > 0
                ? say('replicasWithSpare', { total: number(replicas + spare), spare: number(spare) })
                : number(replicas),
        ],
        [say('planBatches'), say(lastBatch < batchSize ? 'batchesWithRest' : 'batchesOf', batches)],
        [
            say('planRate'),
            say('rateOfPlan', {
                requests: sayRate(answer.requestsPerSecond, speaker),
                devices: sayRate(answer.devicesPerSecond, speaker),
            }),
        ],
        [say('planTime'), sayTime(answer.takesMs, speaker)],
        [say('leastRate'), say('leastRateOfPlan', { requests: sayRate(answer.leastRequestsPerSecond, speaker) })],
        ...(months === undefined ? [] : [[say('planGrowth'), sayMonths(months, speaker)]]),
        ...notes.map((note) => [say('planNote'), note]),
    ];
}
}
};
const made = {};
const require = (name) => {
  if (!made[name]) modules[name](made[name] = {}, require);
  return made[name];
};
require("reports/planning/what-if-page.ts").start(document);
}
