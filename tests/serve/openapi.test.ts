/** The description: valid by its parts, and true to what the server answers with. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openApiOf } from '../../src/serve/openapi.ts';
import { OPERATIONS } from '../../src/serve/operations.ts';
import { post } from '../helpers/reactions.ts';

type Plain = Record<string, never>;
const described = openApiOf(OPERATIONS, '1.2.3') as unknown as {
  openapi: string;
  info: Plain;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; securitySchemes: Plain };
  security: Record<string, string[]>[];
};
interface Described {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string; schema: object; description?: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
const operations = Object.values(described.paths).flatMap((it) => Object.values(it));

/** With the named schemas where the description has them, so that references find them. */
// A record over an enum has its names required and described apart: strictRequired knows no such thing.
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  validateFormats: false,
});
ajv.addKeyword('components');
ajv.addSchema({ $id: 'api', components: described.components });
const compiled = new Map<string, ValidateFunction>();
function validatorOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
  const validator = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(text, validator);
  return validator;
}

describe('the description', () => {
  test('is OpenAPI 3.1 with a path, a name and an answer for each operation', () => {
    expect(described.openapi).toMatch(/^3\.1\.\d$/);
    expect(described.info).toMatchObject({ title: 'hearsay', version: '1.2.3' });
    const suffixes = OPERATIONS.flatMap((it) => it.suffixes ?? []);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(OPERATIONS.length + suffixes.length);
    for (const { responses, summary, operationId } of operations) {
      expect(summary, operationId).not.toBe('');
      expect(Object.keys(responses), operationId).toContain('200');
      for (const answer of Object.values(responses)) expect(answer.description, operationId).toBeTruthy();
    }
    for (const scheme of described.security.flatMap((it) => Object.keys(it)))
      expect(Object.keys(described.components.securitySchemes)).toContain(scheme);
  });

  test('has only schemas that compile strictly, every reference found', () => {
    for (const schema of Object.values(described.components.schemas)) validatorOf(schema);
    for (const { parameters = [], requestBody, responses } of operations) {
      for (const { schema, in: place } of parameters) {
        expect(['query', 'header']).toContain(place);
        validatorOf(schema);
      }
      const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
      for (const { schema } of contents.flatMap((content) => Object.values(content ?? {})))
        validatorOf(schema);
    }
  });

  test('explains every filter', () => {
    const { parameters } = described.paths['/api/reactions']!['get']!;
    expect(parameters!.filter(({ description }) => !description)).toEqual([]);
    expect(parameters!.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'topic',
        'target',
        'stance',
        'sentiment',
        'platform',
        'language',
        'kind',
        'from',
        'to',
        'q',
      ]),
    );
  });

  test('accepts a page of records, and refuses one whose label does not exist', () => {
    const isPage = validatorOf({ $ref: '#/components/schemas/Page' });
    const page = { rows: [post(1)], total: 1, next: null, next_url: null };
    expect(isPage(page), JSON.stringify(isPage.errors)).toBe(true);
    expect(isPage({ ...page, rows: [{ ...post(1), kind: 'rumour' }] })).toBe(false);
    expect(isPage({ ...page, total: -1 })).toBe(false);
  });
});
