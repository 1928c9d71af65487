import { mkdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from './document.ts';

/* Writes openapi.json and the console's types. Both are committed; a test holds that they are what the schemas say. */

const root = new URL('../../', import.meta.url);

/** The two generated files, by their path in the project. */
export async function generated(): Promise<Record<string, string>> {
  const document = openApiDocument();
  const types = await openapiTS(JSON.stringify(document), { alphabetize: true });
  return {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'console/api/schema.gen.ts': `// Generated from openapi.json by \`npm run generate\`.\n${astToString(types)}`,
  };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const [path, content] of Object.entries(await generated())) {
    const file = new URL(path, root);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, content);
  }
}
