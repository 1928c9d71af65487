import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { consoleRouter } from '../../api/console.ts';
import { problems } from '../../api/middleware/problems.ts';

let folder: string;
const app = express();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Ringback</title>');
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  app.use(consoleRouter(folder), problems(pino({ level: 'silent' })));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['/', '/desk', '/callbacks/1?status=queued'])('%s is the page, asked for anew each time', async (path) => {
  const answer = await request(app).get(path).set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8');
  expect([answer.status, answer.text, answer.get('cache-control')]).toEqual([200, '<!doctype html><title>Ringback</title>', 'no-cache']);
});

test('assets are kept for ever', async () => {
  const answer = await request(app).get('/assets/index-abc123.js');
  expect([answer.status, answer.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
});

test('a missing asset is not the page', async () => {
  const answer = await request(app).get('/assets/gone.js').set('Accept', '*/*');
  expect([answer.status, answer.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
});

test('a program that asks for JSON is told that nothing is there', async () => {
  const answer = await request(app).get('/nothing').set('Accept', 'application/json');
  expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
});

test('no file outside the folder is served', async () => {
  const answer = await request(app).get('/..%2f..%2fetc/passwd').set('Accept', 'text/html');
  expect(answer.text).not.toMatch('root:');
});
