import type { Device } from '../batch.ts';
import { ToolkitError } from '../errors.ts';
import { isRecord, readJson } from '../json.ts';
import type { Transport } from '../send.ts';

const pageSize = 100;

/** More than any account has; a service that says otherwise is not asked for ever. */
const maxPages = 1000;

function devicesOf(list: readonly unknown[]): Device[] {
  return list.flatMap((item) => {
    if (!isRecord(item)) return [];
    const { productKey: pk, deviceKey: dk } = item;
    return typeof pk === 'string' && typeof dk === 'string' ? [{ pk, dk }] : [];
  });
}

/**
 * The devices bound to the account of a token, of all pages of `userDeviceList`, each once.
 * Throws UNREACHABLE or DEVICE_LIST.
 */
export async function listDevices(transport: Transport, baseUrl: string, token: string): Promise<Device[]> {
  const found = new Map<string, Device>();
  for (let page = 1; page <= maxPages; page++) {
    const url = `${baseUrl}/v2/binding/enduserapi/userDeviceList?page=${page}&pageSize=${pageSize}`;
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const request = { method: 'GET', url, headers, body: Buffer.alloc(0) };
    const { response, reason = '' } = await transport.send({ request, token: 'valid' });
    if (!response) throw new ToolkitError('UNREACHABLE', { url, reason });
    const answer = readJson(response.body.toString('utf8'));
    const data = isRecord(answer) && answer.code === 200 ? answer.data : undefined;
    const list = isRecord(data) ? data.list : undefined;
    if (!Array.isArray(list)) {
      const code = isRecord(answer) ? String(answer.code) : `HTTP ${response.status}`;
      throw new ToolkitError('DEVICE_LIST', { url, code });
    }
    const before = found.size;
    for (const device of devicesOf(list)) found.set(JSON.stringify(device), device);
    const total = isRecord(data) && typeof data.total === 'number' ? data.total : Number.POSITIVE_INFINITY;
    if (list.length < pageSize || found.size >= total || found.size === before) break;
  }
  return [...found.values()];
}
