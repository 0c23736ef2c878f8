import { expect, test } from 'vitest';
import { operationPath } from './contract.ts';
import { preflight } from './preflight.ts';
import { account } from './reference/sample.ts';
import { start } from './reference/service.ts';
import { openTransport } from './send.ts';

test('a refusal that echoes the token is told without it', async () => {
  const service = await start({
    account,
    behaviour: { answer: (answer, { authorization }) => ({ ...answer, msg: authorization }) },
  });
  const transport = openTransport();
  const token = 'aaaaaaaa.bbbbbbbb.cccccccc';
  const url = service.url + operationPath;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const call = {
    request: { method: 'POST', url, headers, body: Buffer.from('[]') },
    token: 'valid',
  } as const;

  const said = await transport.send(call);
  expect(said.response?.body.toString()).toContain(token);
  await expect(preflight(transport, call, token)).rejects.toMatchObject({
    code: 'TOKEN_REFUSED',
    message: expect.stringMatching(/code 5032 .*\$PKDK_TOKEN/),
  });
  await transport.close();
  await service.stop();
});
