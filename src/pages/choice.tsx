/** @jsxRuntime automatic @jsxImportSource preact */
/** A list to choose one of. */
import type { ComponentChildren } from 'preact';

interface ChoiceParts {
  /** Before the list. */
  readonly label: ComponentChildren;
  readonly name?: string;
  readonly chosen: string;
  /** Value and words of each option, under a heading where they have one. */
  readonly options: readonly (readonly [value: string, words: string, heading?: string])[];
  readonly onChoose?: (value: string) => void;
}

export function Choice({ label, name, chosen, options, onChoose }: ChoiceParts) {
  const listed = options.map(([value, words]) => (
    <option key={value} value={value} selected={value === chosen}>
      {words}
    </option>
  ));
  const headings = [...new Set(options.map(([, , heading]) => heading))];
  return (
    <label>
      {label}
      <select
        name={name}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          onChoose?.(value);
        }}
      >
        {headings.map((heading) =>
          heading === undefined ? (
            listed
          ) : (
            <optgroup key={heading} label={heading}>
              {listed.filter((_, i) => options[i]?.[2] === heading)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}
