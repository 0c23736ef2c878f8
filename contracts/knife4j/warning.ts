import { fillAll, type Params, type Text } from '../text.ts';

/** Everything an import may have to say about a page, by kind. */
const warningTexts = {
  columnUnknown: {
    en: 'the column "{column}" is not known; its cells were added to the descriptions',
    zh: '未知的列“{column}”，其内容已并入说明',
  },
  differs: { en: '{where}: {what} differ; the first one counts', zh: '{where}：{what} 不一致，以前者为准' },
  enumNotRead: {
    en: 'the available values of "{name}" could not be read as a list: {text}',
    zh: '“{name}”的可用值无法按列表读取：{text}',
  },
  exampleExtra: { en: 'the example has "{name}", the rows do not', zh: '示例中有“{name}”，表格中没有' },
  exampleNotJson: {
    en: 'the example is not JSON and was kept as text: {reason}',
    zh: '示例不是合法的 JSON，已按文本保留：{reason}',
  },
  exampleWithoutRows: {
    en: 'there is an example but there are no rows; its structure was not read',
    zh: '只有示例而没有表格，未从示例推断结构',
  },
  fenceOpen: { en: 'this code block is never closed', zh: '该代码块没有结束标记' },
  leftOut: { en: 'left out: "{text}"', zh: '未读取：“{text}”' },
  levelSkipped: { en: '"{name}" skips a level of nesting', zh: '“{name}”跳过了一层缩进' },
  mapUnconfirmed: {
    en: '"{name}" may be a map by its name "{schema}", the example does not show one: read as an object',
    zh: '按名称“{schema}”，“{name}”可能是映射，但示例未体现：按对象读取',
  },
  noCodeField: {
    en: 'codes are documented but the answer has no field "code" to tell them apart',
    zh: '文档列出了业务码，但应答没有可区分的 code 字段',
  },
  pathParameterAdded: {
    en: 'the path has {name}, the rows do not: added as a string',
    zh: '路径中有 {name}，表格中没有：已按字符串补充',
  },
  readOtherwise: {
    en: '"{name}" is given as {found}: read as {read}',
    zh: '“{name}”写作 {found}：按 {read} 读取',
  },
  rowCut: {
    en: 'the row of "{name}" is cut by an unescaped |; type from the example, required unknown',
    zh: '“{name}”行被未转义的 | 截断；类型取自示例，是否必须未知',
  },
  rowTooWide: {
    en: 'the row of "{name}" has an unescaped |; the description was joined again',
    zh: '“{name}”行含未转义的 |，已重新拼接说明',
  },
  twice: {
    en: '"{name}" is listed more than once; the last one counts',
    zh: '“{name}”重复列出，以最后一个为准',
  },
  twiceInPages: {
    en: '{operation} is also described in {other}; that one counts',
    zh: '{operation} 在 {other} 中也有描述，以后者为准',
  },
  typeUnknown: {
    en: 'nothing tells the structure of "{name}" {schema}',
    zh: '无从得知“{name}”{schema} 的结构',
  },
} as const satisfies Record<string, Text>;

export type WarningKind = keyof typeof warningTexts;

/** Something in a page that could not be read, or was read otherwise than it stands there. */
export interface Warning {
  readonly file: string;
  readonly line: number;
  readonly kind: WarningKind;
  readonly params: Params;
}

/** Reports a warning about the page at hand. */
export type Warn = (line: number, kind: WarningKind, params?: Params) => void;

/** The warning as one line in both languages, without its place. */
export function textOf({ kind, params }: Warning): Text {
  return fillAll(warningTexts[kind], params);
}

/** Why a page could not be read. */
export const refusalTexts = {
  empty: { en: 'the page is empty', zh: '页面为空' },
  forked: {
    en: 'address and method stand inside a table, as a fork of the generator prints them',
    zh: '地址与请求方式写在表格中，是生成器的另一分支的格式',
  },
  noAddress: { en: 'there is no address label', zh: '没有接口地址标签' },
  noOperation: { en: 'none of its operations could be read', zh: '其中没有可读取的接口' },
  unreadable: { en: 'it cannot be read: {reason}', zh: '无法读取：{reason}' },
} as const satisfies Record<string, Text>;
