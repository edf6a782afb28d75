/** @jsxRuntime automatic @jsxImportSource preact */
/** Figures with their names, beside one another. */

export const FactList = ({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: string])[];
}) => (
  <dl class="facts">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
