import type { Text } from '../contracts/text.ts';
import type { BadBody } from './bad-bodies.ts';

/** A device whose key has these bytes in its middle. */
function inKey(name: string, text: Text, bytes: readonly number[]): BadBody {
  const [before, after] = ['[{"pk":"zzzzzz","dk":"FFFFFF', 'FFFFFE"}]'];
  return { name, text, body: Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]) };
}

/** Bytes that are no JSON, whatever is made of them. */
export const malformedBytes: readonly BadBody[] = [
  inKey('nul-in-string', { en: 'a NUL byte in a string', zh: '字符串中含 NUL 字节' }, [0]),
  inKey('newline-in-string', { en: 'a line break in a string', zh: '字符串中含换行符' }, [0x0d, 0x0a]),
  inKey('escape-in-string', { en: 'an escape character in a string', zh: '字符串中含 ESC 控制字符' }, [0x1b]),
  inKey('lone-continuation', { en: 'UTF-8 that starts in the middle', zh: '缺少首字节的 UTF-8' }, [0x80]),
  inKey('cut-utf8', { en: 'UTF-8 that ends too early', zh: '不完整的 UTF-8' }, [0xe8, 0xae]),
  inKey('overlong-utf8', { en: 'overlong UTF-8', zh: '过长编码的 UTF-8' }, [0xc0, 0xa7]),
  inKey('surrogate-utf8', { en: 'a surrogate in UTF-8', zh: 'UTF-8 中的代理码位' }, [0xed, 0xa0, 0x80]),
  inKey(
    'beyond-unicode',
    { en: 'UTF-8 beyond Unicode', zh: '超出 Unicode 范围的 UTF-8' },
    [0xf5, 0x80, 0x80, 0x80],
  ),
  inKey('latin1', { en: 'Latin-1 instead of UTF-8', zh: '使用 Latin-1 而非 UTF-8' }, [0xe9]),
  inKey('gbk', { en: 'GBK instead of UTF-8', zh: '使用 GBK 而非 UTF-8' }, [0xc9, 0xe8, 0xb1, 0xb8]),
  {
    name: 'nul-bytes',
    text: { en: 'nothing but NUL bytes', zh: '全部为 NUL 字节' },
    body: Buffer.alloc(1000),
  },
  {
    name: 'nul-after',
    text: { en: 'a NUL byte after the array', zh: '数组之后有 NUL 字节' },
    body: Buffer.from('[{"pk":"zzzzzz","dk":"FFFFFFFFFFFE"}]\0'),
  },
  {
    name: 'image',
    text: { en: 'the head of an image', zh: '图片文件头' },
    body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  },
];
