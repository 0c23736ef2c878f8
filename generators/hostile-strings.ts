import type { OddStrings } from './odd-strings.ts';

/** Strings that do harm where they are taken for more than strings; none changes anything if it works. */
export const hostileStrings: readonly OddStrings[] = [
  {
    name: 'sql',
    text: { en: 'SQL', zh: 'SQL 注入' },
    values: ["' OR '1'='1", "zzzzzz'--", "' UNION SELECT NULL--", '" OR ""="', "' AND SLEEP(0)#", '%', '_'],
  },
  {
    name: 'document-query',
    text: { en: 'queries of document stores', zh: '文档数据库查询' },
    values: ['{"$ne":null}', '{"$gt":""}', "'||'1'=='1", '[$ne]=1'],
  },
  {
    name: 'shell',
    text: { en: 'shell commands', zh: 'Shell 命令' },
    values: ['$(id)', '`id`', '; id', '| id', '&& id', '\nid'],
  },
  {
    name: 'html',
    text: { en: 'HTML and scripts', zh: 'HTML 与脚本' },
    values: ['<script>1</script>', '"><img src=x onerror=1>', '</pre>', '&lt;', 'javascript:1', ']]>'],
  },
  {
    name: 'jndi',
    text: { en: 'JNDI look-ups', zh: 'JNDI 查找' },
    values: ['${' + 'jndi:ldap://127.0.0.1:9/a}', '${' + '${' + 'lower:j}ndi:dns://127.0.0.1:9/a}'],
  },
  {
    name: 'templates',
    text: { en: 'template expressions', zh: '模板表达式' },
    values: ['{{7*7}}', '${' + '7*7}', '#{7*7}', '<%= 7*7 %>', '*{7*7}', '@(7*7)'],
  },
  {
    name: 'paths',
    text: { en: 'paths', zh: '路径穿越' },
    values: ['../../../../etc/passwd', '..\\..\\win.ini', '/etc/passwd', 'file:///etc/passwd', '....//', '.'],
  },
  {
    name: 'percent',
    text: { en: 'percent encoding', zh: '百分号编码' },
    values: ['%00', '%2e%2e%2f', '%0d%0a', '%27', '%', '%zz', '%c0%ae'],
  },
  {
    name: 'crlf',
    text: { en: 'line breaks for headers and logs', zh: '用于请求头与日志的换行' },
    values: ['zz\r\nSet-Cookie: a=b', 'zz\r\n\r\n<html>', 'zz\nINFO token accepted', '\u001b[31mzz'],
  },
  {
    name: 'format',
    text: { en: 'format strings', zh: '格式化字符串' },
    values: ['%s%s%s%s', '%n', '%1$s', '{0}', '{}', '%99999d'],
  },
  {
    name: 'directory',
    text: { en: 'queries of directories', zh: 'LDAP 查询' },
    values: ['*', '*)(uid=*))(|(uid=*', '\\2a', '(objectClass=*)'],
  },
  {
    name: 'xml',
    text: { en: 'XML', zh: 'XML' },
    values: ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '<![CDATA[z]]>', '&e;', '<?xml?>'],
  },
  {
    name: 'formulas',
    text: { en: 'formulas of spreadsheets', zh: '电子表格公式' },
    values: ['=1+1', '+1', '-1+1', '@SUM(1)', '\t=1'],
  },
  {
    name: 'regular-expressions',
    text: { en: 'regular expressions', zh: '正则表达式' },
    values: ['.*', '(a+)+$', '[', '\\', '^.{6}$', '(?:'],
  },
  {
    name: 'separators',
    text: { en: 'separators of keys and lists', zh: '键与列表的分隔符' },
    values: ['zz:zz', 'zz,zz', 'zz|zz', 'zz;zz', 'zz_zz', 'zz\u0001zz', 'zz zz', 'zz\tzz'],
  },
];
