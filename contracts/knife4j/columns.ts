import { lookup } from './words.ts';

/** What a column of a table holds, by its header in lower case. For a note, OpenAPI has no place. */
const columns = {
  name: ['参数名称', '属性名称', '参数名', '字段名称', '字段名', '名称', 'parameter name', 'name'],
  description: ['参数说明', '参数描述', '说明', '描述', 'parameter description', 'description'],
  in: ['请求类型', 'request type', 'in'],
  required: ['是否必须', '是否必填', '必填', '必输项描述', '约束', 'required', 'require'],
  type: ['数据类型', '类型', 'data type', 'type'],
  schema: ['schema'],
  code: ['状态码', '业务码', 'status code', 'code'],
  note: ['备注', '长度', '最大长度', '默认值', '示例', 'remarks', 'length', 'default', 'example'],
} as const;
export type Column = keyof typeof columns;
const columnOf = lookup<Column>(columns);

/** The columns of a header row; `undefined` for a text that is not known. */
export function columnsOf(header: readonly string[]): (Column | undefined)[] {
  const texts = header.map((text) => text.replaceAll('*', '').trim().toLowerCase());
  const found = texts.map(columnOf);
  return found.map((column, index) => {
    if (texts[index] === '参数类型') return found.includes('type') ? 'in' : 'type';
    const isSchema = texts[index] === '备注' && found.includes('code') && !found.includes('schema');
    return isSchema ? 'schema' : column;
  });
}

/** What a cell says of "required". */
export const requiredOf = lookup({
  yes: ['true', 'y', 'yes', 'm', '是', '必填', 'required'],
  no: ['false', 'n', 'no', 'c', 'o', '否', '可选', 'optional', '', '-'],
});

/** The place that a cell names. */
export const placeOf = lookup({
  query: ['query'],
  path: ['path'],
  header: ['header'],
  cookie: ['cookie'],
  body: ['body'],
  form: ['formdata', 'form', 'form-data'],
});
export type Place = NonNullable<ReturnType<typeof placeOf>>;
