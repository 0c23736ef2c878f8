import { fillAll, type Params, type Text } from '../text.ts';

/** Everything an import may have to say about a page, by kind. */
const warningTexts = {
  columnUnknown: { en: 'unknown column "{column}", kept in the texts', zh: '未知列“{column}”，已并入说明' },
  differs: { en: '{where}: {what} differs; the first one counts', zh: '{where}：{what} 不一致，以前者为准' },
  enumNotRead: { en: 'the values of "{name}" are no list: {text}', zh: '“{name}”的可用值不是列表：{text}' },
  exampleExtra: { en: 'the example has "{name}", the rows do not', zh: '示例中有“{name}”，表格中没有' },
  exampleNotJson: { en: 'an example that is no JSON: {reason}', zh: '示例非 JSON，按文本保留：{reason}' },
  exampleWithoutRows: { en: 'an example without rows, not read', zh: '有示例无表格，未推断结构' },
  fenceOpen: { en: 'this code block is never closed', zh: '该代码块没有结束标记' },
  leftOut: { en: 'left out: "{text}"', zh: '未读取：“{text}”' },
  levelSkipped: { en: '"{name}" skips a level of nesting', zh: '“{name}”跳过了一层缩进' },
  mapUnconfirmed: {
    en: '"{name}" may be a map, read as object: {schema}',
    zh: '“{name}”可能是映射：{schema}',
  },
  noCodeField: { en: 'the answer has no field "code" for its codes', zh: '应答没有区分业务码的 code 字段' },
  pathParameterAdded: {
    en: 'only the path has {name}: read as a string',
    zh: '仅路径中有 {name}：按字符串读取',
  },
  readOtherwise: { en: '"{name}": {found} was read as {read}', zh: '“{name}”：{found} 按 {read} 读取' },
  rowCut: { en: '"{name}": row cut by a |, type from the example', zh: '“{name}”行被 | 截断，类型取自示例' },
  rowTooWide: { en: '"{name}": row with a bare |, description joined', zh: '“{name}”行含裸 |，说明已拼接' },
  twice: { en: '"{name}" stands twice; the last one counts', zh: '“{name}”重复出现，以最后一个为准' },
  twiceInPages: {
    en: '{operation} is also in {other}, which counts',
    zh: '{operation} 亦见于 {other}，以其为准',
  },
  typeUnknown: {
    en: '"{name}": no rows tell its type {schema}',
    zh: '“{name}”：没有字段行说明其类型 {schema}',
  },
} as const satisfies Record<string, Text>;

export type WarningKind = keyof typeof warningTexts;

/** Something in a page that could not be read, or was read otherwise than it stands there. */
export type Warning = Readonly<{ file: string; line: number; kind: WarningKind; params: Params }>;

/** Reports a warning about the page at hand. */
export type Warn = (line: number, kind: WarningKind, params?: Params) => void;

/** The warning as one line in both languages, without its place. */
export const textOf = ({ kind, params }: Warning): Text => fillAll(warningTexts[kind], params);

/** Why a page could not be read. */
export const refusalTexts = {
  empty: { en: 'the page is empty', zh: '页面为空' },
  forked: {
    en: 'address and method stand in a table, as a fork of the generator does',
    zh: '地址写在表格中，是生成器分支的格式',
  },
  noAddress: { en: 'there is no address label', zh: '没有接口地址标签' },
  noOperation: { en: 'none of its operations could be read', zh: '其中没有可读取的接口' },
  unreadable: { en: 'it cannot be read: {reason}', zh: '无法读取：{reason}' },
} as const satisfies Record<string, Text>;
