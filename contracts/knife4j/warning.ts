import { fillAll, type Params, type Text } from '../text.ts';

/** Everything an import may have to say about a page, by kind. */
const warningTexts = {
  addressRepaired: {
    en: 'the address "{found}" was read as {path}',
    zh: '地址“{found}”按 {path} 读取',
  },
  ambiguousPath: {
    en: 'the path {path} differs from {other} in parameter names only; read as the latter',
    zh: '路径 {path} 与 {other} 仅参数名不同，按后者读取',
  },
  arrayInExample: {
    en: 'the rows describe an object, the example shows an array: read as an array',
    zh: '表格描述的是对象，示例是数组：按数组读取',
  },
  columnUnknown: {
    en: 'the column "{column}" is not known; its cells were added to the descriptions',
    zh: '未知的列“{column}”，其内容已并入说明',
  },
  contentLeftOut: { en: 'left out: "{text}"', zh: '未读取：“{text}”' },
  duplicateCode: { en: 'the code {code} is listed more than once', zh: '代码 {code} 重复列出' },
  duplicateName: {
    en: '"{name}" is listed more than once; the last one counts',
    zh: '“{name}”重复列出，以最后一个为准',
  },
  duplicateOperation: {
    en: '{operation} is also described in {other}; that one counts',
    zh: '{operation} 在 {other} 中也有描述，以后者为准',
  },
  duplicateSection: {
    en: 'the part "{label}" stands twice; the last one counts',
    zh: '“{label}”部分出现两次，以最后一个为准',
  },
  editionsDiffer: {
    en: '{operation}: the editions differ in {what}; the first one counts',
    zh: '{operation}：两个语言版本的{what}不同，以前者为准',
  },
  enumNotRead: {
    en: 'the available values of "{name}" could not be read as a list: {text}',
    zh: '“{name}”的可用值无法按列表读取：{text}',
  },
  exampleExtra: {
    en: 'the example has "{name}", the rows do not',
    zh: '示例中有“{name}”，表格中没有',
  },
  exampleNotJson: {
    en: 'the example is not JSON and was kept as text: {reason}',
    zh: '示例不是合法的 JSON，已按文本保留：{reason}',
  },
  exampleWithoutRows: {
    en: 'there is an example but there are no rows; its structure was not read',
    zh: '只有示例而没有表格，未从示例推断结构',
  },
  fenceOpen: { en: 'this code block is never closed', zh: '该代码块没有结束标记' },
  formAsQuery: {
    en: 'form fields are listed as query rows; read as a form',
    zh: '表单字段列在 query 行中，按表单读取',
  },
  frontMatter: { en: 'the front matter was skipped', zh: '已跳过文件头的元数据' },
  headerIgnored: {
    en: 'the header {name} is set by other means in OpenAPI and was left out',
    zh: '请求头 {name} 在 OpenAPI 中另有规定，未作为参数',
  },
  headingIgnored: { en: 'the heading "{text}" was passed over', zh: '已略过标题“{text}”' },
  hostNotRead: { en: 'the host "{text}" could not be read', zh: '无法读取主机“{text}”' },
  labelUnknown: { en: 'the label "{label}" is not known', zh: '未知的标签“{label}”' },
  levelSkipped: { en: '"{name}" skips a level of nesting', zh: '“{name}”跳过了一层缩进' },
  locationUnknown: {
    en: 'the place "{found}" of "{name}" is not known; read as {place}',
    zh: '“{name}”的位置“{found}”未知，按 {place} 读取',
  },
  mapUnconfirmed: {
    en: '"{name}" may be a map by its name "{schema}", the example does not show one: read as an object',
    zh: '按名称“{schema}”，“{name}”可能是映射，但示例未体现：按对象读取',
  },
  mediaContradiction: {
    en: 'a body goes with {media}; read as application/json',
    zh: '请求体与 {media} 不符，按 application/json 读取',
  },
  methodNotRead: {
    en: 'the method "{found}" could not be read; the operation was skipped',
    zh: '无法读取请求方式“{found}”，已跳过该接口',
  },
  modelWithoutRows: {
    en: '"{name}" is a {schema}, which has no rows',
    zh: '“{name}”的类型 {schema} 没有字段行',
  },
  noCodeField: {
    en: 'codes are documented but the answer has no field "code" to tell them apart',
    zh: '文档列出了业务码，但应答没有可区分的 code 字段',
  },
  noTable: { en: 'the part "{label}" has no table', zh: '“{label}”部分没有表格' },
  pathParameterAdded: {
    en: 'the path has {name}, the rows do not: added as a string',
    zh: '路径中有 {name}，表格中没有：已按字符串补充',
  },
  pathParameterUnused: {
    en: 'the path parameter "{name}" is not in the path: read as a query parameter',
    zh: '路径中没有路径参数“{name}”，按 query 参数读取',
  },
  rowCut: {
    en: 'the row of "{name}" is cut by an unescaped |; type from the example, required unknown',
    zh: '“{name}”行被未转义的 | 截断；类型取自示例，是否必须未知',
  },
  rowNotRead: { en: 'this table row could not be read: "{text}"', zh: '无法读取该表格行：“{text}”' },
  rowTooWide: {
    en: 'the row of "{name}" has an unescaped |; the description was joined again',
    zh: '“{name}”行含未转义的 |，已重新拼接说明',
  },
  statusNotRead: { en: 'the status "{found}" could not be read', zh: '无法读取状态码“{found}”' },
  textsDiffer: {
    en: '"{name}" is described as "{text}" elsewhere; that text counts',
    zh: '“{name}”在别处的说明为“{text}”，以后者为准',
  },
  typeContradiction: {
    en: '"{name}" is declared {declared}, the example shows {found}: read as {read}',
    zh: '“{name}”声明为 {declared}，示例为 {found}：按 {read} 读取',
  },
  typeUnknown: { en: 'the type of "{name}" is not known', zh: '“{name}”的类型未知' },
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

/** Why a whole page could not be read. */
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
