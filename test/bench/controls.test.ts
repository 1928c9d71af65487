import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watchArrivals } from './controls/arrivals.ts';
import { type ControlFigures, figuresOf } from './controls/figures.ts';
import { controlsReport } from './controls/report.ts';

const round = (acceptMs: number, floorMs: readonly number[]) => ({ acceptMs, holdMs: acceptMs * 2, offerMs: acceptMs * 3, reservedMs: -4, storedMs: 6, floorMs });

test('the floor is that of every bare update, whatever it was sent before', () => {
  const { accept, hold, offer, floor, fromReserved, toStored } = figuresOf([round(20, [10, 11, 12]), round(30, [10, 11, 40]), round(40, [9, 11, 12])]);
  expect([accept, hold, offer]).toEqual([{ median: 30, p99: 40 }, { median: 60, p99: 80 }, { median: 90, p99: 120 }]);
  expect(floor).toEqual({ median: 11, p99: 40 });
  expect([fromReserved, toStored]).toEqual([4, 6]);
});

test('the report has each beside a bare update, median by median and p99 by p99', () => {
  const figures: ControlFigures = {
    agents: 200,
    rounds: 100,
    accept: { median: 20, p99: 50 },
    hold: { median: 15, p99: 30 },
    offer: { median: 18, p99: 60 },
    floor: { median: 10, p99: 40 },
    fromReserved: 4,
    toStored: 6,
  };
  const lines = controlsReport(figures).split('\n').map((line) => line.split(/ {2,}/));
  expect(lines.slice(0, 7)).toEqual([
    ['100 calls, 200 agents on the event stream', 'measured', 'bare update', 'ratio'],
    ['Accept to the first request to Twilio, median ms', '20', '10', '2'],
    ['Accept to the first request to Twilio, p99', '50', '40', '1.25'],
    ['Hold to the request to Twilio, median ms', '15', '10', '1.5'],
    ['Hold to the request to Twilio, p99', '30', '40', '0.75'],
    ['offer to the browser, median ms', '18', '10', '1.8'],
    ['offer to the browser, p99', '60', '40', '1.5'],
  ]);
});

test('a request counts when it arrives at that server: not another method, path or server, and not when it is sent', async () => {
  const [network, other] = await Promise.all([listening(), listening()]);
  const arrivals = watchArrivals(network.url);
  let arrivedAt: number | null = null;
  const arrival = arrivals.next(/\/Participants$/).then((at) => (arrivedAt = at));
  await fetch(`${network.url}/Participants`);
  await fetch(`${network.url}/Calls`, { method: 'POST' });
  await fetch(`${other.url}/Participants`, { method: 'POST' });
  expect(arrivedAt).toBeNull();
  const sentAt = performance.now();
  await fetch(`${network.url}/Participants`, { method: 'POST' });
  expect(await arrival).toBeGreaterThan(sentAt);
  expect(await arrival).toBeLessThan(performance.now());
  arrivals.stop();
  await Promise.all([network.close(), other.close()]);
});

async function listening() {
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
