import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generated } from '../../api/openapi/generate.ts';
import { openApiDocument } from '../../api/openapi/document.ts';
import { OPERATIONS } from '../../api/operations/index.ts';
import { signInOperations } from '../../api/operations/system.ts';
import { expressPath } from '../../api/router.ts';
import { ENDPOINTS } from '../../api/routes/index.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('every endpoint that is served is in the document, and nothing else is', () => {
  const served = [...ENDPOINTS.map(({ operation }) => name(operation)), ...signInOperations.map(name)];
  const { paths = {} } = openApiDocument();
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => name({ method, path })));
  expect(described.toSorted()).toEqual(served.toSorted());
});

test('the app routes nothing that is not in the document', () => {
  const described = new Set(Object.keys(openApiDocument().paths ?? {}).map(expressPath));
  const routed = centre.app.router.stack.flatMap(({ route }) => (route ? [route.path] : []));
  expect(routed.length).toBeGreaterThan(described.size);
  expect(routed.filter((path) => !described.has(path))).toEqual([]);
});

test('every described endpoint answers with something else than "there is nothing at this path"', async () => {
  for (const { operation } of ENDPOINTS) {
    const path = operation.path.replace(/\{\w+\}/g, 'x');
    const response = await fetch(`${centre.url}${path}`, { method: operation.method.toUpperCase() });
    const expected = operation.access === 'anyone' ? [200] : [401];
    expect({ path, status: response.status }).toEqual({ path, status: expected[0] });
  }
});

test('a command that was not answered in time is not said to have done nothing', () => {
  for (const command of OPERATIONS.filter(({ tag }) => tag === 'commands')) expect(command.problems?.[503]).toMatch(/may still be done/);
});

test('operation ids are unique', () => {
  const ids = ENDPOINTS.map(({ operation }) => operation.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the committed document and the console’s types are what the schemas say', async () => {
  for (const [path, content] of Object.entries(await generated())) {
    const committed = await readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
    expect({ path, isFresh: committed === content }).toEqual({ path, isFresh: true });
  }
});

test('the document is served', async () => {
  const { body } = await centre.ask('GET', '/v1/openapi.json');
  expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
