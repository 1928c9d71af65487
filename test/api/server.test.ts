import { networkInterfaces } from 'node:os';
import { listen, PortTaken, THIS_MACHINE, type WebServer } from '../../api/server.ts';

/** An address of this machine that is not 127.0.0.1, as somebody on its network would use. */
const OTHER_ADDRESS = Object.values(networkInterfaces()).flat().find((one) => one && !one.internal && one.family === 'IPv4')?.address ?? '127.0.0.2';

let server: WebServer;
afterEach(() => server.close());

const answers = (host: string) => fetch(`http://${host}:${server.port}/`).then(({ status }) => status, () => null);

test('told to be for this machine, it is reached by its names and by no other address', async () => {
  server = await listen(0, THIS_MACHINE);
  expect([await answers('127.0.0.1'), await answers('localhost'), await answers(OTHER_ADDRESS)]).toEqual([503, 503, null]);
});

test('else it is reached by every address', async () => {
  server = await listen(0);
  expect([await answers('127.0.0.1'), await answers('localhost'), await answers(OTHER_ADDRESS)]).toEqual([503, 503, 503]);
});

test('a port that another program has is not taken', async () => {
  server = await listen(0, THIS_MACHINE);
  await expect(listen(server.port, THIS_MACHINE)).rejects.toThrow(PortTaken);
});
