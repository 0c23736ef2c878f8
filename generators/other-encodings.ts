import type { Device } from '../contracts/batch.ts';
import type { OddRequest } from './odd-requests.ts';
import { encodeBatch } from './request.ts';

const json = (devices: readonly Device[]) => encodeBatch(devices).toString();
const mark = '\uFEFF';

/** Each device as `of` writes it. */
const written = (of: (device: Device) => string) => (devices: readonly Device[]) =>
  Buffer.from(`[${devices.map(of).join(',')}]`);

const pairs = ({ pk, dk }: Device) => `"pk":${JSON.stringify(pk)},"dk":${JSON.stringify(dk)}`;

/** Devices with more than is asked for, and in other encodings than UTF-8. */
export const otherEncodings: readonly OddRequest[] = [
  {
    name: 'byte-order-mark',
    text: { en: 'a byte order mark', zh: '字节序标记（BOM）' },
    encode: (devices) => Buffer.from(mark + json(devices)),
  },
  {
    name: 'utf-16le',
    text: { en: 'UTF-16, low byte first', zh: 'UTF-16 小端' },
    encode: (devices) => Buffer.from(mark + json(devices), 'utf16le'),
  },
  {
    name: 'utf-16be',
    text: { en: 'UTF-16, high byte first', zh: 'UTF-16 大端' },
    encode: (devices) => Buffer.from(mark + json(devices), 'utf16le').swap16(),
  },
  {
    name: 'utf-16-unmarked',
    text: { en: 'UTF-16 without a mark', zh: '无标记的 UTF-16' },
    encode: (devices) => Buffer.from(json(devices), 'utf16le'),
  },
  {
    name: 'extra-keys',
    text: { en: 'keys that nobody asked for', zh: '多余的键' },
    encode: written((device) => `{${pairs(device)},"nickname":"z","own":true,"userId":1}`),
  },
  {
    name: 'extra-containers',
    text: { en: 'lists and objects that nobody asked for', zh: '多余的列表与对象' },
    encode: written((device) => `{"list":[{"pk":[1]}],${pairs(device)},"more":{"dk":{}}}`),
  },
  {
    name: 'member-keys',
    text: { en: 'keys that are built-in members', zh: '与内建成员同名的键' },
    encode: written(
      (device) => `{${pairs(device)},"__proto__":{"own":true},"constructor":{"prototype":{}},"@type":"z"}`,
    ),
  },
  {
    name: 'deep-extra',
    text: { en: '10,000 arrays under a key that nobody asked for', zh: '多余的键下嵌套 10,000 层数组' },
    encode: written((device) => `{${pairs(device)},"more":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
  },
  {
    name: 'repeated-keys',
    text: { en: 'every key twice', zh: '每个键出现两次' },
    encode: written((device) => `{${pairs(device)},${pairs(device)}}`),
  },
];
