/** The interface as OpenAPI 3.1 describes it, made of the schemas that validate. */
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { type Form, MEDIA } from './negotiation.ts';
import type { Answers, Operation } from './operation.ts';
import { PROBLEM_TYPE, problemSchema } from './problem.ts';
import { named } from './shapes.ts';

type Plain = Record<string, unknown>;

/** What the server itself may answer to any request. */
const ALWAYS = [421, 429, 431, 500];
/** Refused below hono, without a body. */
const BARE = new Set([431]);
/** Headers that an answer of a status brings, and what they say. */
const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'How to send the token.' },
  429: { 'Retry-After': 'Seconds to wait.' },
};

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
  const all = operations.flatMap((operation) => [operation, ...bySuffix(operation)]);
  const paths: Record<string, Plain> = {};
  for (const operation of all) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  return paths;
}

/** The same in one form, whatever the client says that it accepts. */
function bySuffix(operation: Operation): Operation[] {
  return (operation.suffixes ?? []).map((form) => inForm(operation, form));
}

function inForm(operation: Operation, form: Form): Operation {
  const { id, path, summary, description, answers, problems = [] } = operation;
  return {
    ...operation,
    id: `${id}As${form[0]!.toUpperCase()}${form.slice(1)}`,
    path: `${path}.${form}`,
    summary: `${summary}, as ${form.toUpperCase()}`,
    description: `The same as \`${path}\`. ${description ?? ''}`.trim(),
    answers: { [MEDIA[form]]: answers[MEDIA[form]] ?? null },
    problems: problems.filter((status) => status !== 406),
  };
}

function described(operation: Operation): Plain {
  const { id, summary, description, query, body, isOpen } = operation;
  const parameters = [...(query === undefined ? [] : parametersOf(query)), ...askedIn(operation)];
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    ...(isOpen === true && { security: [{}] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: responsesOf(operation),
  };
}

/** Headers that ask for something; those of content negotiation and of the token have their places elsewhere. */
function askedIn({ hasTag, requestHeaders = {} }: Operation): Plain[] {
  const headers = {
    ...(hasTag === true && {
      'If-None-Match': 'ETags of answers that the client has; 304 where one still holds.',
    }),
    ...requestHeaders,
  };
  return Object.entries(headers).map(([name, about]) => ({
    name,
    in: 'header',
    description: about,
    schema: { type: 'string' },
  }));
}

function responsesOf({
  query,
  body,
  answers,
  problems = [],
  isOpen,
  hasTag,
  headers = {},
}: Operation): Plain {
  const tag = hasTag === true ? { ETag: 'Changes with the bytes of the answer, and with nothing else.' } : {};
  const statuses = [
    ...(query === undefined && body === undefined ? [] : [400]),
    ...(isOpen === true ? [] : [401]),
    ...ALWAYS,
    ...problems,
  ];
  return {
    200: { description: 'OK', ...headersOf({ ...tag, ...headers }), content: contentOf(answers) },
    ...(hasTag === true && {
      304: { description: 'Not changed since the answer with this ETag', ...headersOf(tag) },
    }),
    ...Object.fromEntries(statuses.sort().map((status) => [status, problemAnswer(status)])),
  };
}

function headersOf(headers: Readonly<Record<string, string>>): Plain {
  const entries = Object.entries(headers).map(([name, about]) => [
    name,
    { description: about, schema: { type: 'string' } },
  ]);
  return entries.length === 0 ? {} : { headers: Object.fromEntries(entries) };
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
  ...headersOf(HEADERS[status] ?? {}),
  ...(!BARE.has(status) && { content: { [PROBLEM_TYPE]: { schema: schemaOf(problemSchema) } } }),
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
