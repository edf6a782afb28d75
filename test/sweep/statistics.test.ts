/** The statistics of a sweep against R, on three real sweeps: means, errors, intervals, p values and Holm. EXP-06. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseSweep } from '../../src/scenario/sweep.ts';
import { runSweep } from '../../src/sweep/sweep.ts';

const scratch = mkdtempSync(join(tmpdir(), 'ringspec-statistics-'));
after(() => {
  rmSync(scratch, { recursive: true });
});

const ring = 'allow_small_ring: true\nring: {n_traders: 20, total_debt_Q: 2000, maturity_days: 6}';
const sweeps: Readonly<Record<string, string>> = {
  'four arms': `${ring}\nsweep: {kappas: [1, 2, 4], seeds: 6, regimes: [passive, active, backstop, baseline]}`,
  'two axes': `${ring}\nsweep: {kappas: [1, 4], concentrations: [0.5, 5], seeds: 4, regimes: [passive, active, backstop]}`,
  'a seed a pair': `${ring}\nsweep: {kappas: [0.5, 2], seeds: 5, seed_per_pair: true}`,
};

/** Reads comparison.csv and computes what effects.csv and headline.csv should hold, in R's own functions. */
const program = `
args <- commandArgs(TRUE)
pairs <- read.csv(file.path(args[1], "comparison.csv"))
comparisons <- list(c("passive","active"), c("passive","backstop"), c("backstop","active"), c("baseline","passive"))
comparisons <- Filter(function(k) all(paste0("delta_", k) %in% names(pairs)), comparisons)
answer <- function(part, clustered) {
  rows <- NULL
  for (k in comparisons) for (m in c("delta", "delta1", "traders_defaulted", "unpaid")) {
    d <- part[[paste(m, k[1], sep="_")]] - part[[paste(m, k[2], sep="_")]]
    if (clustered) d <- as.vector(tapply(d, part$seed, mean))
    d[abs(d) < 1e-9] <- 0
    n <- length(d); se <- sd(d) / sqrt(n)
    if (se == 0) { p <- if (mean(d) == 0) 1 else 0; low <- mean(d); high <- mean(d) }
    else { t <- t.test(d); p <- t$p.value; low <- t$conf.int[1]; high <- t$conf.int[2] }
    rows <- rbind(rows, data.frame(comparison=paste(k, collapse=" - "), measure=m, n=n, mean=mean(d), se=se, low=low, high=high, p=p))
  }
  rows
}
correct <- function(rows) {
  rows$holm <- NA; rows$blow <- NA
  for (m in unique(rows$measure)) {
    own <- rows$measure == m
    rows$holm[own] <- p.adjust(rows$p[own], "holm")
    rows$blow[own] <- rows$mean[own] - qt(1 - 0.05 / (2 * sum(own)), rows$n[own] - 1) * rows$se[own]
  }
  rows
}
keys <- paste(pairs$kappa, pairs$concentration)
points <- correct(do.call(rbind, lapply(unique(keys), function(k) answer(pairs[keys == k,], FALSE))))
own <- args[2] == "true"
values <- correct(do.call(rbind, lapply(unique(pairs$kappa), function(k) answer(pairs[pairs$kappa == k,], !own))))
options(digits=15)
write.csv(points, file.path(args[1], "r-effects.csv"), row.names=FALSE)
write.csv(values, file.path(args[1], "r-headline.csv"), row.names=FALSE)
`;

const table = (path: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().replaceAll('"', '').split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
};

const columns = {
  pairs: 'n',
  mean_effect: 'mean',
  standard_error: 'se',
  interval_low: 'low',
  interval_high: 'high',
  p_value: 'p',
  holm_p: 'holm',
  bonferroni_low: 'blow',
} as const;

const hasR = spawnSync('Rscript', ['--version']).status === 0;

for (const [name, text] of Object.entries(sweeps))
  test(
    `EXP-06: ${name}: every figure as R has it`,
    { skip: hasR ? false : 'R is not installed' },
    async () => {
      const folder = join(scratch, name.replaceAll(' ', '-'));
      await runSweep(parseSweep(text, 'sweep.yaml'), {
        outDir: folder,
        workers: 1,
        resume: false,
        shard: null,
        keepRuns: false,
        verifyShare: 0,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onDamage: (fault) => assert.fail(fault),
      });
      const script = join(scratch, 'statistics.R');
      writeFileSync(script, program);
      const aggregate = join(folder, 'aggregate');
      const ran = spawnSync('Rscript', [script, aggregate, String(name === 'a seed a pair')], {
        encoding: 'utf8',
      });
      assert.equal(ran.status, 0, ran.stderr);
      for (const file of ['effects', 'headline']) {
        const ours = table(join(aggregate, `${file}.csv`));
        const theirs = table(join(aggregate, `r-${file}.csv`));
        assert.equal(ours.length, theirs.length);
        assert.ok(ours.some(({ finding }) => finding !== 'none'));
        ours.forEach((row, i) => {
          for (const [own, other] of Object.entries(columns)) {
            const [found, expected] = [Number(row[own]), Number(theirs[i]?.[other])];
            const size = Math.max(1e-6, Math.abs(expected));
            const what = `${file} row ${String(i)} ${own}: ${String(found)}, in R ${String(expected)}`;
            assert.ok(Math.abs(found - expected) / size < 1e-6, what);
          }
        });
      }
    },
  );

test('EXP-03: pair by pair the two steps add up to the effect', async () => {
  const folder = join(scratch, 'sums');
  await runSweep(parseSweep(`arithmetic: decimal\n${sweeps['four arms'] ?? ''}`, 'sweep.yaml'), {
    outDir: folder,
    workers: 1,
    resume: false,
    shard: null,
    keepRuns: false,
    verifyShare: 0,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onDamage: (fault) => assert.fail(fault),
  });
  const rows = table(join(folder, 'aggregate', 'comparison.csv'));
  assert.equal(rows.length, 18);
  for (const row of rows)
    for (const measure of ['delta', 'delta1', 'traders_defaulted', 'unpaid']) {
      const effect = (arms: string): number => Number(row[`effect_${measure}_${arms}`]);
      const off = effect('passive_backstop') + effect('backstop_active') - effect('passive_active');
      assert.ok(Math.abs(off) < 1e-9, `${measure}: ${String(off)}`);
    }
});
