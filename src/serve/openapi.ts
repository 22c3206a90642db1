/** The interface as OpenAPI 3.1 describes it, made of the schemas that validate. */
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { Answers, Operation } from './operation.ts';
import { PROBLEM_TYPE, problemSchema } from './problem.ts';
import { named } from './shapes.ts';

type Plain = Record<string, unknown>;

const ALWAYS = [400, 401, 421, 429];

/** The description; the same operations give the same bytes. */
export function openApiOf(operations: readonly Operation[], version: string): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'hearsay',
      version,
      summary: 'Who said what, about which topic, with which sentiment, for or against whom.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{}, { bearer: [] }, { basic: [] }],
    paths: pathsOf(operations),
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token that the server was started with.',
        },
        basic: { type: 'http', scheme: 'basic', description: 'Any name, and the token as password.' },
      },
    },
  };
}

function pathsOf(operations: readonly Operation[]): Plain {
  const paths: Record<string, Plain> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  return paths;
}

function described({
  id,
  summary,
  description,
  query,
  body,
  answers,
  problems = [],
  isOpen,
}: Operation): Plain {
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    ...(isOpen === true && { security: [{}] }),
    ...(query !== undefined && { parameters: parametersOf(query) }),
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: {
      200: { description: 'OK', content: contentOf(answers) },
      ...(body === undefined && { 304: { description: 'Not changed since the answer with this ETag' } }),
      ...Object.fromEntries([...ALWAYS, ...problems].sort().map((status) => [status, problemAnswer(status)])),
    },
  };
}

const contentOf = (answers: Answers): Plain =>
  Object.fromEntries(
    Object.entries(answers).map(([type, schema]) => [
      type,
      { schema: schema ? schemaOf(schema) : { type: 'string' } },
    ]),
  );

const problemAnswer = (status: number): Plain => ({
  description: STATUS_CODES[status],
  content: { [PROBLEM_TYPE]: { schema: schemaOf(problemSchema) } },
});

function parametersOf({ shape }: z.ZodObject): Plain[] {
  return Object.entries(shape).map(([name, field]) => {
    const schema = inline(field as z.ZodType);
    const about = schema['description'];
    delete schema['description'];
    return Object.assign({ name, in: 'query', schema }, about === undefined ? {} : { description: about });
  });
}

/** By its name where it has one. */
function schemaOf(schema: z.ZodType): Plain {
  const id = named.get(schema)?.id;
  return id === undefined ? inline(schema) : { $ref: refOf(id) };
}

const refOf = (id: string): string => `#/components/schemas/${id}`;

function inline(schema: z.ZodType): Plain {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Plain;
  return rest;
}

function namedSchemas(): Plain {
  const { schemas } = z.toJSONSchema(named, { uri: refOf, io: 'input' });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  );
}
