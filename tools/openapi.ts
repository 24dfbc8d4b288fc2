// Writes docs/openapi.json, the HTTP API, from the contract: `node tools/run.mjs tools/openapi.ts`. What is bytes rather
// than JSON (media, uploads) is added by hand. tests/unit/openapi.test.ts fails when the file is stale.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { format, resolveConfig } from 'prettier';
import { productVersion, projectRoot } from '../src/core/paths.ts';
import { contract } from '../src/shared/contract.ts';
import { ErrorCode } from '../src/shared/errors.ts';
import { editSchema, projectDocumentSchema } from '../src/shared/project.ts';
import { largestUpload } from '../src/shared/upload.ts';
import {
  exportPlanSchema,
  exportRequestSchema,
  jobViewSchema,
  projectViewSchema,
  sceneStateSchema,
  settingsSchema,
  studioEventSchema,
} from '../src/shared/views.ts';

const file = join(projectRoot, 'docs', 'openapi.json');

const text = { schema: { type: 'string' } } as const;
const failure = {
  description: 'What is wrong, as `message`, and what to do next, as `data.hint`.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
} as const;

/** That a file of that name may have. */
function megabytes(name: string): string {
  return String(largestUpload(name) / 1e6);
}

/** Named in the file, rather than written out wherever they are used. */
const named = {
  Project: { schema: projectViewSchema, strategy: 'output' },
  ProjectDocument: { schema: projectDocumentSchema, strategy: 'output' },
  Edit: { schema: editSchema },
  SceneState: { schema: sceneStateSchema, strategy: 'output' },
  ExportRequest: { schema: exportRequestSchema },
  ExportPlan: { schema: exportPlanSchema, strategy: 'output' },
  Job: { schema: jobViewSchema, strategy: 'output' },
  Settings: { schema: settingsSchema, strategy: 'output' },
  Event: { schema: studioEventSchema, strategy: 'output' },
} as const;

/** Bytes, whole or in part. */
function media(summary: string, type: string, parameters: readonly string[]): OpenAPI.PathItemObject {
  const content = { [type]: { schema: { type: 'string', format: 'binary' } } } as const;
  const range = { name: 'range', in: 'header', ...text, description: '`bytes=0-1023`: one range' } as const;
  return {
    servers: [{ url: '/' }],
    get: {
      tags: ['media'],
      summary,
      parameters: [...parameters.map((name) => ({ name, in: 'path', required: true, ...text }) as const), range],
      responses: {
        '200': { description: 'All of it', content },
        '206': { description: 'The range that was asked for', content },
        '304': { description: 'What the client has (If-None-Match) is the newest' },
        '404': failure,
        '416': failure,
      },
    },
  };
}

const bytes: OpenAPI.PathsObject = {
  '/uploads': {
    servers: [{ url: '/' }],
    post: {
      tags: ['uploads'],
      summary: 'Send a file, whose id is then good for a day in a request that takes an `uploadId`',
      description: `At most ${megabytes('story.txt')} MB; a packed project (.storyloom) at most ${megabytes('a.storyloom')} MB.`,
      parameters: [{ name: 'name', in: 'query', required: true, ...text, description: 'The name of the file' }],
      requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      responses: {
        '201': {
          description: 'Kept',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['uploadId', 'name', 'bytes'],
                properties: { uploadId: { type: 'string' }, name: { type: 'string' }, bytes: { type: 'integer' } },
              },
            },
          },
        },
        '400': failure,
        '422': failure,
        '507': failure,
      },
    },
  },
  '/media/films/{jobId}': media('The film of an export that is done', 'video/mp4', ['jobId']),
  '/media/artefacts/{key}/{file}': media('A picture, preview or sound that an answer names', '*/*', ['key', 'file']),
  '/media/assets/{projectId}/{asset}': media("A project's own picture", 'image/webp', ['projectId', 'asset']),
  '/media/downloads/{id}/{name}': media('A packed project, a diagnostics file, or a picture of a prompt', '*/*', [
    'id',
    'name',
  ]),
};

export async function openApiText(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    commonSchemas: named,
    info: {
      title: 'Storyloom',
      version: productVersion(),
      description: 'The HTTP API of `npm run web`; docs/http-api.md shows a film made with it.',
      license: { name: 'GPL-3.0-or-later', identifier: 'GPL-3.0-or-later' },
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }, { cookie: [] }],
    components: {
      schemas: {
        Failure: {
          type: 'object',
          required: ['code', 'message', 'status'],
          properties: {
            defined: { type: 'boolean' },
            code: {
              type: 'string',
              description: `One of ${Object.values(ErrorCode).join(', ')}, or a word of HTTP's own`,
            },
            status: { type: 'integer' },
            message: { type: 'string' },
            data: { type: 'object', properties: { hint: { type: 'string' }, facts: { type: 'object' } } },
          },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'What follows `?token=` in the address at the start' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'storyloom-PORT',
          description: 'Set when that address is opened',
        },
      },
    },
  });
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item ?? {}) as OpenAPI.OperationObject[]) {
      // By the contract's areas, which the operations are named after ('library.list').
      operation.tags ??= (operation.operationId ?? '').split('.').slice(0, 1);
      operation.responses = withOneFailure(operation.responses ?? {});
    }
  }
  Object.assign((document.paths ??= {}), bytes);
  return format(JSON.stringify(document), { ...(await resolveConfig(file)), filepath: file });
}

/** Every request may fail in each of a dozen ways, which all look the same. */
function withOneFailure(responses: OpenAPI.ResponsesObject): OpenAPI.ResponsesObject {
  const good = Object.entries(responses).filter(([status]) => Number(status) < 400);
  return { ...Object.fromEntries(good), default: failure };
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(file, await openApiText());
  console.log(`Wrote ${file}`);
}
