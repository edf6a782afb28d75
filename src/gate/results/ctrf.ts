/** Reports in the Common Test Report Format. */
import { z } from 'zod';
import { readJson, type TextFile } from '../../specification/input.ts';
import { firstLine, type TestResult } from './test-result.ts';

const test = z.object({
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped', 'pending', 'other']),
  suite: z.union([z.string(), z.array(z.string())]).optional(),
  filePath: z.string().optional(),
  tags: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.unknown()).optional(),
  retries: z.int().min(0).optional(),
  flaky: z.boolean().optional(),
  message: z.string().optional(),
});

const schema = z.object({
  results: z.object({ tool: z.object({ name: z.string() }).optional(), tests: z.array(test) }),
});

/** Every test of the report. @throws Fault with every fault */
export const readCtrf = (file: TextFile): TestResult[] =>
  readJson(file, schema).results.tests.map(
    ({
      name,
      status,
      suite = [],
      filePath = '',
      tags = [],
      labels = {},
      retries = 0,
      flaky,
      message = '',
    }) => ({
      file: filePath,
      title: [...[suite].flat(), name].join(' › '),
      tags: [
        ...tags,
        ...Object.entries(labels).flatMap(([key, value]) =>
          typeof value === 'string' ? `${key}=${value}` : [],
        ),
      ],
      ended:
        status === 'passed'
          ? retries > 0 || flaky === true
            ? 'retried'
            : 'passed'
          : status === 'failed'
            ? 'failed'
            : 'skipped',
      said: firstLine(message),
    }),
  );
