import { devicesAsCsv } from '../contracts/batch.ts';
import { operationPath } from '../contracts/contract.ts';
import { curlOf } from '../contracts/curl.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { mixText } from '../contracts/mix.ts';
import { parseInteger } from '../contracts/numbers.ts';
import { drawMix } from '../generators/batch.ts';
import { mixOf, usualMix } from '../generators/mix.ts';
import { prepareCall } from '../generators/request.ts';
import { readPools } from '../generators/target.ts';
import type { Action } from './context.ts';

/** Where the example server of the README listens. */
const exampleUrl = 'http://127.0.0.1:8080';

/** `batch` */
export const action: Action = async ({ flags, settings, terminal }) => {
  const size = parseInteger('--size', textOf(flags, 'size') ?? '10', 0, 100_000);
  const index = parseInteger('--index', textOf(flags, 'index') ?? '0', 0, 0xffff_ffff);
  const mix = mixOf(textOf(flags, 'mix') ?? mixText(usualMix));
  const batch = drawMix(readPools(settings), size, mix, settings.seed, index);
  const url = (settings.baseUrl ?? exampleUrl) + operationPath;
  // The shell puts the token in: it never passes through here.
  const authorization = 'Bearer $PKDK_TOKEN';
  const { request } = prepareCall({ url, token: 'valid', authorization, batch });
  const forms: Readonly<Record<string, () => string>> = {
    json: () => request.body.toString(),
    curl: () => curlOf(request, authorization),
    csv: () => devicesAsCsv(batch.devices).trimEnd(),
  };
  const form = textOf(flags, 'as') ?? 'json';
  const render = forms[form];
  if (!render) {
    const expected = { en: 'json, curl or csv', zh: ' json、curl 或 csv' };
    throw new ToolkitError('SETTING', { name: '--as', value: form, expected });
  }
  terminal.print(render());
  return exitCodes.ok;
};
