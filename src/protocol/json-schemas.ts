/** The protocol as JSON Schema, for adapters in any language: made from the schemas that the harness checks by. */
import { jsonDocument } from '../files/json-document.ts';
import { z } from 'zod';
import { answerSchemas, errorSchema } from './answer-schemas.ts';
import type { OperationName } from './protocol.ts';
import { argumentSchemas } from './schema.ts';

type JsonObject = Record<string, unknown>;

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** The text of each file of `schemas/`, by its name. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const put = (name: string, title: string, schema: JsonObject): void => {
    files.set(name, jsonDocument({ $schema: draft, title, ...schema }));
  };
  // every operation has arguments and an answer
  for (const op of Object.keys(argumentSchemas) as OperationName[]) {
    const request = { id: { type: 'integer' }, op: { const: op } };
    put(`${op}.request.json`, `What ${op} takes`, framed(argumentSchemas[op], request));
    const answer = { id: { type: 'integer' }, ok: { const: true } };
    put(`${op}.answer.json`, `What ${op} answers`, framed(answerSchemas[op], answer));
  }
  put('error.json', 'What any operation answers when it cannot', plain(errorSchema));
  return files;
}

function plain(schema: z.ZodType): JsonObject {
  const made: JsonObject = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return Object.fromEntries(Object.entries(made).filter(([member]) => member !== '$schema'));
}

/** The content with what stands around it on a line. */
function framed(schema: z.ZodType, frame: JsonObject): JsonObject {
  const content = plain(schema);
  return {
    ...content,
    properties: { ...frame, ...(content['properties'] as JsonObject | undefined) },
    required: [...Object.keys(frame), ...((content['required'] as string[] | undefined) ?? [])],
  };
}
