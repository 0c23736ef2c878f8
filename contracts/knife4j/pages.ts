import { importPages } from './import.ts';

/** Writes pages for tests in the shapes that the generator and its editors give them. */
type Words = Readonly<
  Record<
    | 'address'
    | 'method'
    | 'requestType'
    | 'responseType'
    | 'description'
    | 'requestExample'
    | 'request'
    | 'status'
    | 'response'
    | 'responseExample',
    string
  >
>;

interface Edition {
  readonly words: Words;
  readonly none: string;
  readonly request: string;
  readonly status: string;
  readonly response: string;
}

const english = {
  method: 'Request Method',
  requestType: 'Request Data Type',
  responseType: 'Response Data Type',
  requestExample: 'Request Example',
  request: 'Request Parameters',
  status: 'Response Status',
  response: 'Response Parameters',
  responseExample: 'Response Example',
};

export const editions = {
  zh: {
    words: {
      address: '接口地址',
      method: '请求方式',
      requestType: '请求数据类型',
      responseType: '响应数据类型',
      description: '接口描述',
      requestExample: '请求示例',
      request: '请求参数',
      status: '响应状态',
      response: '响应参数',
      responseExample: '响应示例',
    },
    none: '暂无',
    request: '参数名称|参数说明|请求类型|是否必须|数据类型|schema',
    status: '状态码|说明|schema',
    response: '参数名称|参数说明|类型|schema',
  },
  api: {
    words: { address: 'API Address', description: 'API Description', ...english },
    none: 'None',
    request: 'Parameter Name|Parameter Description|Request Type|Required|Data Type|Schema',
    status: 'Status Code|Description|Schema',
    response: 'Parameter Name|Parameter Description|Type|Schema',
  },
  interface: {
    words: { address: 'Interface Address', description: 'Interface Description', ...english },
    none: 'None',
    request: 'Parameter Name|Parameter Description|Request Type|Required|Data Type|schema',
    status: 'Status Code|Description|schema',
    response: 'Parameter Name|Parameter Description|Type|schema',
  },
  native: {
    words: {
      address: 'url',
      method: 'method',
      requestType: 'produces',
      responseType: 'consumes',
      description: 'Note',
      requestExample: 'Example',
      request: 'Params',
      status: 'Status',
      response: 'Response Params',
      responseExample: 'Response Example',
    },
    none: '暂无',
    request: 'name|description|in|require|type|schema',
    status: 'code|description|schema',
    response: 'name|description|type|schema',
  },
} as const satisfies Record<string, Edition>;

export interface PageParts {
  readonly edition?: keyof typeof editions;
  readonly heading?: string;
  readonly address?: string;
  readonly method?: string;
  readonly requestType?: string;
  readonly responseType?: string;
  readonly description?: string;
  readonly requestExample?: string;
  readonly request?: readonly string[];
  readonly status?: readonly string[];
  readonly response?: readonly string[];
  readonly responseExample?: string;
}

/** A table as the generator prints it: no padding. A leading `>` of a row is one level of nesting. */
export function table(header: string, rows: readonly string[]): string {
  const line = (text: string) => `|${text.replace(/^>+/, (marks) => '&emsp;&emsp;'.repeat(marks.length))}|`;
  const separator = header
    .split('|')
    .map(() => ' -------- ')
    .join('|');
  return [line(header), `|${separator}| `, ...rows.map(line)].join('\n');
}

/** A page of one operation, complete unless parts are given. */
export function page(parts: PageParts = {}): string {
  const edition: Edition = editions[parts.edition ?? 'zh'];
  const { words, none } = edition;
  const section = (header: string, rows: readonly string[] | undefined) =>
    rows ? table(header, rows) : none;
  const fence = (text: string) => `\`\`\`javascript\n${text}\n\`\`\``;
  return `${[
    parts.heading ?? '# 查询灯具',
    `**${words.address}**:\`${parts.address ?? '/v1/lampapi/getLamp'}\``,
    `**${words.method}**:\`${parts.method ?? 'GET'}\``,
    `**${words.requestType}**:\`${parts.requestType ?? 'application/json'}\``,
    `**${words.responseType}**:\`${parts.responseType ?? '*/*'}\``,
    `**${words.description}**:${parts.description ?? '<p>查询一盏灯</p>'}`,
    ...(parts.requestExample === undefined
      ? []
      : [`**${words.requestExample}**:`, fence(parts.requestExample)]),
    `**${words.request}**:`,
    section(edition.request, parts.request),
    `**${words.status}**:`,
    table(edition.status, parts.status ?? ['200|OK|LampAnswer']),
    `**${words.response}**:`,
    section(
      edition.response,
      parts.response ?? ['code|响应码|integer(int32)|integer(int32)', 'msg|消息|string|'],
    ),
    `**${words.responseExample}**:\n${fence(parts.responseExample ?? '{\n\t"code": 0,\n\t"msg": ""\n}')}`,
  ].join('\n\n\n')}\n`;
}

/** What an import makes of these texts, the files named a.md, b.md and so on. */
export function imported(...texts: readonly string[]) {
  const result = importPages(texts.map((text, index) => ({ file: `${'abcdefgh'[index]}.md`, text })));
  const operations = Object.entries(result.document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const [operation] = operations;
  if (!operation) throw new Error(`no operation: ${JSON.stringify(result.refused)}`);
  const kinds = result.warnings.map(({ kind }) => kind);
  const { schemas } = result.document.components;
  const answer = operation.responses['200']?.content?.['application/json']?.schema;
  const body = operation.requestBody?.content['application/json']?.schema;
  return { ...result, operations, operation, kinds, schemas, answer, body };
}
