import * as z from 'zod';
import type { ZodOpenApiObject, ZodOpenApiOperationObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { createDocument } from 'zod-openapi';
import { OPERATIONS } from '../operations/index.ts';
import type { Access, Answer, Operation, Upload } from '../operations/operation.ts';
import { problem } from '../schemas/problem.ts';

/** The OpenAPI 3.1 document of every operation, as /v1/openapi.json serves it. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of OPERATIONS) (paths[operation.path] ??= {})[operation.method] = describe(operation);
  const whole: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: { title: 'Ringback', version: '1', description: 'Callback management for contact centres. Every answer names its request in `X-Request-Id`.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token', description: 'People: set by signing in. Over https its name begins with __Secure-' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'Machines' },
      },
    },
  };
  return createDocument(whole, { override: withoutDatePatterns });
}

/** `format: date-time` says it; the pattern that zod adds is long and says no more. */
function withoutDatePatterns({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}

/** Which problems may come of whom an operation admits and what it takes, before its handler is asked. */
function commonProblems(operation: Operation) {
  const problems: Record<`${number}`, ZodOpenApiResponseObject> = { 500: COMMON.broken };
  if (operation.params ?? operation.query ?? operation.headers ?? operation.body) problems['400'] = COMMON.malformed;
  if (operation.access !== 'anyone') Object.assign(problems, { 401: COMMON.signedOut, 403: FORBIDDEN[operation.access] });
  if (operation.body) Object.assign(problems, { 413: COMMON.tooLarge, 415: COMMON.notJson });
  if (operation.upload) Object.assign(problems, { 400: COMMON.malformed, 413: COMMON.tooLarge, 415: COMMON.notThatFile });
  return problems;
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { params, query, headers } = operation;
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    security: operation.access === 'anyone' ? [] : [{ session: [] }, { apiKey: [] }],
    requestParams: { ...(params && { path: params }), ...(query && { query }), ...(headers && { header: headers }) },
    ...(operation.body && { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }),
    ...(operation.upload && { requestBody: fileBody(operation.upload) }),
    responses: responses(operation),
  };
}

function fileBody({ mediaType, description }: Upload) {
  return { required: true, description, content: { [mediaType]: { schema: { type: 'string' } } } } as const;
}

function responses(operation: Operation): ZodOpenApiResponsesObject {
  const all: Record<`${number}`, ZodOpenApiResponseObject> = { ...commonProblems(operation) };
  for (const [status, when] of Object.entries(operation.problems ?? {})) all[`${Number(status)}`] = failure(Number(status), when);
  for (const [status, answer] of Object.entries(operation.answers)) all[`${Number(status)}`] = success(answer);
  return all;
}

function success(answer: Answer): ZodOpenApiResponseObject {
  const mediaType = answer.mediaType ?? 'application/json';
  const hasBody = answer.schema !== undefined || answer.mediaType !== undefined;
  return {
    description: answer.description,
    ...(answer.headers && { headers: headerObjects(answer.headers) }),
    ...(hasBody && { content: { [mediaType]: answer.schema ? { schema: answer.schema } : {} } }),
  };
}

function failure(status: number, description: string): ZodOpenApiResponseObject {
  const headers = status === 503 || status === 429 ? { 'Retry-After': 'Seconds to wait before asking again' } : null;
  return {
    description,
    ...(headers && { headers: headerObjects(headers) }),
    content: { 'application/problem+json': { schema: problem } },
  };
}

function headerObjects(headers: Readonly<Record<string, string>>) {
  return z.object(Object.fromEntries(Object.entries(headers).map(([name, description]) => [name, z.string().meta({ description })])));
}

const COMMON = {
  malformed: { id: 'Malformed', ...failure(400, 'Something given is malformed; `errors` says what') },
  signedOut: { id: 'SignedOut', ...failure(401, 'Nobody is signed in') },
  tooLarge: { id: 'TooLarge', ...failure(413, 'The body is too large') },
  notJson: { id: 'NotJson', ...failure(415, 'The body is not JSON') },
  notThatFile: { id: 'NotThatFile', ...failure(415, 'The body is of another media type') },
  broken: { id: 'Broken', ...failure(500, 'Something went wrong on our side') },
};

const FORBIDDEN: Record<Exclude<Access, 'anyone'>, ZodOpenApiResponseObject> = {
  signed_in: { id: 'OtherSite', ...failure(403, 'The request comes from another site') },
  phone: { id: 'OnlyPhone', ...failure(403, 'Only for agents with the right to phone') },
  callbacks: { id: 'OnlyCallbacks', ...failure(403, 'Only for administrators, machines and agents with the right to phone') },
  administrators: { id: 'OnlyAdministrators', ...failure(403, 'Only for administrators and machines') },
};
