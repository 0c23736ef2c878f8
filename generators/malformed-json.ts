import type { Text } from '../contracts/text.ts';
import type { BadBody } from './bad-bodies.ts';

const device = '{"pk":"zzzzzz","dk":"FFFFFFFFFFFE"}';
const deep = 10_000;

const body = (name: string, text: Text, json: string): BadBody => ({ name, text, body: Buffer.from(json) });

/** JSON, but not an array of pairs. */
const wrongShape: readonly BadBody[] = [
  body('no-pk', { en: 'no pk', zh: '缺少 pk' }, '[{"dk":"FFFFFFFFFFFE"}]'),
  body('no-dk', { en: 'no dk', zh: '缺少 dk' }, '[{"pk":"zzzzzz"}]'),
  body('empty-device', { en: 'a device without keys', zh: '设备对象为空' }, '[{}]'),
  body(
    'key-case',
    { en: 'PK and DK in capitals', zh: '键名为大写的 PK 和 DK' },
    '[{"PK":"zzzzzz","DK":"FFFFFFFFFFFE"}]',
  ),
  body('nested-array', { en: 'an array in the array', zh: '数组中再嵌套数组' }, `[[${device}]]`),
  body('wrapped', { en: 'the array inside an object', zh: '数组被包在对象中' }, `{"list":[${device}]}`),
  body('array-like', { en: 'an object with numbered keys', zh: '以序号为键的对象' }, `{"0":${device}}`),
  body('encoded-twice', { en: 'JSON encoded twice', zh: 'JSON 被编码两次' }, JSON.stringify(`[${device}]`)),
  body(
    'deep-arrays',
    { en: '10,000 arrays inside each other', zh: '嵌套 10,000 层数组' },
    '['.repeat(deep) + ']'.repeat(deep),
  ),
  body(
    'deep-objects',
    { en: '10,000 objects inside each other', zh: '嵌套 10,000 层对象' },
    `[${'{"pk":'.repeat(deep)}"zzzzzz"${'}'.repeat(deep)}]`,
  ),
  body(
    'deep-dk',
    { en: '10,000 arrays as the dk', zh: 'dk 为嵌套 10,000 层的数组' },
    `[{"pk":"zzzzzz","dk":${'['.repeat(deep)}${']'.repeat(deep)}}]`,
  ),
  body(
    'huge-number',
    { en: 'a dk of 100,000 digits without quotes', zh: 'dk 为不带引号的 100,000 位数字' },
    `[{"pk":"zzzzzz","dk":${'9'.repeat(100_000)}}]`,
  ),
  body(
    'huge-exponent',
    { en: 'a dk of 1e999999999', zh: 'dk 为 1e999999999' },
    '[{"pk":"zzzzzz","dk":1e999999999}]',
  ),
];

/** Almost JSON. */
const wrongSyntax: readonly BadBody[] = [
  body('cut-in-array', { en: 'the last bracket is missing', zh: '缺少最后一个括号' }, `[${device}`),
  body('cut-in-string', { en: 'cut off inside a string', zh: '在字符串中间截断' }, '[{"pk":"zzz'),
  body('cut-after-colon', { en: 'cut off after a colon', zh: '在冒号之后截断' }, '[{"pk":'),
  body('open-arrays', { en: '100,000 open brackets', zh: '100,000 个未闭合的括号' }, '['.repeat(100_000)),
  body('trailing-text', { en: 'text after the array', zh: '数组之后还有文本' }, `[${device}] and more`),
  body('trailing-array', { en: 'a second array after the first', zh: '数组之后还有数组' }, `[${device}][]`),
  body('lines', { en: 'one device a line', zh: '每行一台设备' }, `${device}\n${device}`),
  body('trailing-comma', { en: 'a comma after the last device', zh: '末尾多一个逗号' }, `[${device},]`),
  body('comment', { en: 'a comment', zh: '带注释' }, `[${device}/* all */]`),
  body('single-quotes', { en: 'single quotes', zh: '使用单引号' }, "[{'pk':'zzzzzz','dk':'FFFFFFFFFFFE'}]"),
  body('bare-keys', { en: 'keys without quotes', zh: '键名不带引号' }, '[{pk:"zzzzzz",dk:"FFFFFFFFFFFE"}]'),
  body('nan', { en: 'NaN as the dk', zh: 'dk 为 NaN' }, '[{"pk":"zzzzzz","dk":NaN}]'),
  body(
    'leading-zeros',
    { en: 'a number with leading zeros', zh: '带前导零的数字' },
    '[{"pk":"zzzzzz","dk":0012}]',
  ),
  body(
    'bad-escape',
    { en: 'an escape that is none', zh: '无效的转义序列' },
    '[{"pk":"zzzzzz","dk":"\\x41\\u12"}]',
  ),
  body(
    'xml',
    { en: 'XML with an external entity', zh: '带外部实体的 XML' },
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
  ),
  body('blank', { en: 'white space only', zh: '只有空白字符' }, ' \r\n\t '),
];

/** Text that is no JSON array of pairs. */
export const malformedJson: readonly BadBody[] = [...wrongShape, ...wrongSyntax];
