/** What a column of a table holds. A `note` is a column of its own that OpenAPI has no place for. */
export type Column = 'name' | 'description' | 'in' | 'required' | 'type' | 'schema' | 'code' | 'note';

/** Header texts by what they mean, in lower case. */
const headers: Readonly<Record<Exclude<Column, 'note'>, readonly string[]>> = {
  name: ['参数名称', '属性名称', '参数名', '字段名称', '字段名', '名称', 'parameter name', 'name'],
  description: ['参数说明', '参数描述', '说明', '描述', 'parameter description', 'description'],
  in: ['请求类型', 'request type', 'in'],
  required: ['是否必须', '是否必填', '必填', '必输项描述', '约束', 'required', 'require'],
  type: ['数据类型', '类型', 'data type', 'type'],
  schema: ['schema'],
  code: ['状态码', '业务码', 'status code', 'code'],
};
const notes = ['备注', '长度', '最大长度', '默认值', '示例', 'remarks', 'length', 'default', 'example'];
const byHeader = new Map<string, Column>(notes.map((header) => [header, 'note']));
for (const column of ['name', 'description', 'in', 'required', 'type', 'schema', 'code'] as const) {
  for (const header of headers[column]) byHeader.set(header, column);
}

/** The columns of a header row; `undefined` for a text that is not known. */
export function columnsOf(header: readonly string[]): (Column | undefined)[] {
  const texts = header.map((text) => text.replaceAll('*', '').trim().toLowerCase());
  const columns = texts.map((text) => byHeader.get(text));
  const hasCode = columns.includes('code');
  return columns.map((column, index) => {
    if (texts[index] === '参数类型') return columns.includes('type') ? 'in' : 'type';
    if (texts[index] === '备注' && hasCode && !columns.includes('schema')) return 'schema';
    return column;
  });
}

const requiredWords: Readonly<Record<string, boolean>> = {
  true: true,
  y: true,
  yes: true,
  m: true,
  是: true,
  必填: true,
  required: true,
  false: false,
  n: false,
  no: false,
  c: false,
  o: false,
  否: false,
  可选: false,
  optional: false,
  '': false,
  '-': false,
};

/** Whether a cell says "required"; `undefined` when it says neither. */
export function requiredOf(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  return Object.hasOwn(requiredWords, word) ? requiredWords[word] : undefined;
}

/** Where a parameter stands. */
export type Place = 'query' | 'path' | 'header' | 'cookie' | 'body' | 'form';

const places = new Map<string, Place>([
  ['query', 'query'],
  ['path', 'path'],
  ['header', 'header'],
  ['cookie', 'cookie'],
  ['body', 'body'],
  ['formdata', 'form'],
  ['form', 'form'],
  ['form-data', 'form'],
]);

/** The place a cell names. */
export function placeOf(cell: string): Place | undefined {
  return places.get(cell.toLowerCase());
}
