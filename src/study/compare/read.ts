/** A complete sweep in its folder, ready to be set beside another. EXP-09. */
import { Fault } from '../../files/faults.ts';
import { axisText } from '../../scenario/axes.ts';
import type { Grid, GridPoint } from '../../scenario/grid.ts';
import { parseSweep, type LoadedSweep } from '../../scenario/sweep.ts';
import { fixedParameters } from '../../sweep/setup.ts';
import { PairRecords } from '../../sweep/pair-records.ts';
import { SweepFolder } from '../../sweep/sweep-folder.ts';

export interface FoundSweep {
  readonly folder: string;
  readonly sweep: LoadedSweep;
  readonly records: PairRecords;
  /** By path: every parameter that does not vary, and the version of the program. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** @throws Fault where the folder holds no complete sweep. */
export function readCompleteSweep(folder: string): FoundSweep {
  const found = new SweepFolder(folder);
  const manifest = found.readManifest();
  if (manifest === null)
    throw new Fault(`${folder} holds no sweep: name the --out-dir of a sweep`, 'badInput');
  if (manifest.completed_pairs === null)
    throw new Fault(
      `the sweep in ${folder} is ${manifest.shard === null ? 'not complete: go on with it by --resume' : 'one shard: join the shards with ringspec merge'} first`,
      'badInput',
    );
  const sweep = parseSweep(JSON.stringify(manifest.sweep), found.manifestPath);
  const records = new PairRecords(folder, manifest.sweep_sha256);
  const parameters = new Map([...fixedParameters(sweep), ['version of ringspec', manifest.version] as const]);
  return { folder, sweep, records, parameters };
}

/** An axis of more than one value, by the name of its column, and its values in the order of the grid. */
export interface VaryingAxis {
  readonly name: string;
  readonly values: readonly string[];
  readonly of: (point: GridPoint) => string;
}

export function varyingAxes(grid: Grid): VaryingAxis[] {
  const all: VaryingAxis[] = [
    { name: 'kappa', values: grid.kappas ?? [], of: ({ kappa }) => kappa ?? '' },
    {
      name: 'liquidity_ratio',
      values: grid.liquidityRatios ?? [],
      of: (point) => point.liquidityRatio ?? '',
    },
    { name: 'concentration', values: grid.concentrations, of: ({ concentration }) => concentration },
    { name: 'mu', values: grid.mus, of: ({ mu }) => mu },
    { name: 'outside_mid_ratio', values: grid.outsideMidRatios, of: (point) => point.outsideMidRatio },
    ...grid.axes.map(({ path, values }, i) => ({
      name: path,
      values: values.map(axisText),
      of: ({ settings }: GridPoint) => axisText(settings[i]?.value ?? null),
    })),
  ];
  return all.filter(({ values }) => values.length > 1);
}
