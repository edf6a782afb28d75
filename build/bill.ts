/**
 * The bill of materials: every package that is installed along or bundled, with its licence; without a date, so that
 * bytes are alike.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string(), dev: z.boolean().default(false) })),
});
const billSchema = z.looseObject({
  metadata: z.looseObject({ timestamp: z.unknown() }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      licenses: z
        .array(
          z.looseObject({
            license: z.looseObject({ id: z.string().optional() }).optional(),
            expression: z.string().optional(),
          }),
        )
        .optional(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/** Packages whose package.json says it in a form of its own. */
const said: Readonly<Record<string, string>> = { jstat: 'MIT' };

/** @param bundled paths of bundled packages, such as `node_modules/preact` @returns files by name */
export function billOfMaterials(root: string, bundled: ReadonlySet<string>): ReadonlyMap<string, string> {
  const made = spawnSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr}`);
  const { metadata, components, dependencies, ...bill } = billSchema.parse(JSON.parse(made.stdout));
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  // npm's own --omit dev leaves out what a tool of development needs, too
  const shipped = new Set(
    Object.entries(packages).flatMap(([path, { version, dev }]) =>
      path !== '' && (!dev || bundled.has(path))
        ? [`${path.split('node_modules/').at(-1) ?? ''}@${version}`]
        : [],
    ),
  );
  const kept = components.filter((one) => shipped.has(one['bom-ref']));
  const own = dependencies.filter(({ ref }) => shipped.has(ref) || ref.startsWith('ringspec@'));
  const document = {
    ...bill,
    serialNumber: undefined,
    metadata: { ...metadata, timestamp: undefined },
    components: kept,
    dependencies: own.map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((one) => shipped.has(one)),
    })),
  };
  const lines = kept.map(({ name, version, licenses = [] }) => {
    const licence = licenses[0]?.expression ?? licenses[0]?.license?.id ?? said[name];
    if (licence === undefined) throw new Error(`${name} names no licence`);
    return `${name} ${version}: ${licence}\n`;
  });
  return new Map([
    ['sbom.cdx.json', `${JSON.stringify(document, null, 2)}\n`],
    ['LICENCES.txt', lines.sort().join('')],
  ]);
}
