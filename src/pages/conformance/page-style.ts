/** A table of clauses against implementations, wherever it stands. */
export const matrixStyle = `
:is(td, .chip, .verdict) {
  &.holds { --tone: var(--good); }
  &:is(.broken, .not-run) { --tone: var(--bad); }
  &:is(.known, .partly, .shadowed) { --tone: var(--warn); }
  &:is(.unsupported, .set-aside, .not-asked) { --tone: var(--ink-2); }
}
.legend { display: flex; flex-wrap: wrap; gap: 0.4rem 1.2rem; padding: 0; list-style: none; max-width: none; }
.matrix { border-collapse: separate; border-spacing: 0; }
.matrix thead th { position: sticky; top: 0; background: var(--paper); vertical-align: bottom; }
.matrix th .quiet { font-weight: 400; }
.matrix td { white-space: nowrap; color: var(--tone); }
.matrix td.broken { font-weight: 700; }
.matrix .chapter th { background: var(--paper-2); padding-block-start: 0.6rem; }
`;

/** The look of a conformance report. */
export const style = `
.verdict { font-size: 1.2rem; border-inline-start: 0.4rem solid var(--tone); padding: 0.4rem 0.9rem; }
.facts th { font-weight: 600; white-space: nowrap; }
.facts td { overflow-wrap: anywhere; }
.chips { display: flex; flex-wrap: wrap; gap: 0.3rem; padding: 0; margin: 0; list-style: none; max-width: none; }
.chip { border: 1px solid var(--tone); color: var(--tone); padding: 0 0.45rem; border-radius: 0.25rem; white-space: nowrap; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
.chip a { color: inherit; }
.chip.broken { background: var(--bad); color: var(--paper); font-weight: 600; }
.chip:is(.not-run, .unsupported, .set-aside, .not-asked, .partly) { border-style: dashed; }
.failure, .cause { border-block-start: 1px solid var(--line); padding-block: 0.75rem; }
.failure h3 { margin: 0 0 0.25rem; overflow-wrap: anywhere; }
.failure pre { max-height: 18rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.difference { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0.5rem; margin: 0.5rem 0; }
.difference > div { background: var(--paper-2); border: 1px solid var(--line); padding: 0.4rem 0.7rem; overflow-wrap: anywhere; }
.difference dt { color: var(--ink-2); font-size: 0.85rem; }
.difference dd { margin: 0; font-family: var(--mono); }
summary { cursor: pointer; }
@media print { details > * { display: block; } }
`;
