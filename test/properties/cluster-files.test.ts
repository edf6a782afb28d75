/** The files for job arrays: a Slurm array, and a Kubernetes Job with an index. DST-06. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { parse } from 'yaml';
import { scratchFolder } from '../../src/files/scratch.ts';

const examples = fileURLToPath(new URL('../../examples/cluster/', import.meta.url));
const scratch = scratchFolder();

/** In place of the program: prints what it is asked for. */
const stub = join(scratch, 'ringspec');
writeFileSync(stub, '#!/bin/sh\necho "$@"\n');
chmodSync(stub, 0o755);

function asked(command: string, args: readonly string[], environment: Record<string, string>): string {
  const path = `${scratch}:${process.env['PATH'] ?? ''}`;
  const { stdout, stderr, status } = spawnSync(command, args, {
    env: { PATH: path, ...environment },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

test('DST-06: the tasks of a Slurm array run the shards, each once, and task 0 merges them', () => {
  const task = (id: number): string =>
    asked('bash', [join(examples, 'sweep.slurm')], {
      ...{ SWEEP: 'sweep.yaml', OUT: '/scratch/out', SHARDS: '3', SLURM_CPUS_PER_TASK: '4' },
      SLURM_ARRAY_TASK_ID: String(id),
    });
  for (const id of [1, 2, 3])
    assert.equal(
      task(id),
      `sweep balanced sweep.yaml --out-dir /scratch/out/shard-${String(id)} --shard ${String(id)}/3 --workers 4 --keep records --resume`,
    );
  const shards = [1, 2, 3].map((id) => `/scratch/out/shard-${String(id)}`).join(' ');
  assert.equal(task(0), `merge ${shards} --out-dir /scratch/out/sweep`);
});

interface K8sJob {
  readonly kind: string;
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly command: readonly string[];
          readonly args: readonly string[];
          readonly env: readonly { readonly name: string; readonly value: string }[];
        }[];
      };
    };
  };
}

test('DST-06: the pods of a Kubernetes Job run the shards, each once, and another Job merges them', () => {
  const read = (name: string): K8sJob => parse(readFileSync(join(examples, name), 'utf8')) as K8sJob;
  const run = (job: K8sJob, more: Record<string, string> = {}): string => {
    const [container] = job.spec.template.spec.containers;
    assert.ok(container !== undefined);
    const [shell = '', ...flags] = container.command;
    const own = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    return asked(shell, [...flags, ...container.args], { ...own, ...more });
  };
  const job = read('sweep.k8s.yaml');
  assert.deepEqual([job.kind, job.spec.completionMode, job.spec.completions], ['Job', 'Indexed', 16]);
  for (const index of [0, 15])
    assert.equal(
      run(job, { JOB_COMPLETION_INDEX: String(index) }),
      `sweep balanced /data/sweep.yaml --out-dir /data/shard-${String(index + 1)} --shard ${String(index + 1)}/16 --keep records --resume`,
    );
  const shards = Array.from({ length: 16 }, (_, i) => `/data/shard-${String(i + 1)}`).join(' ');
  assert.equal(run(read('merge.k8s.yaml')), `merge ${shards} --out-dir /data/sweep`);
});
