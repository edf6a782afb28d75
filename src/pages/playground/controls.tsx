/** @jsxRuntime automatic @jsxImportSource preact */
/** The settings: a slider for each that is ordered, a list for each that is a choice. */
import { groups, settingKeys, settings, type Setting, type SettingKey, type Settings } from './settings.ts';

interface ControlsParts {
  readonly set: Settings;
  readonly onSet: (key: SettingKey, value: string) => void;
  readonly onReset: () => void;
}

export const Controls = ({ set, onSet, onReset }: ControlsParts) => (
  <form
    class="settings"
    aria-label="settings"
    onSubmit={(event) => {
      event.preventDefault();
    }}
  >
    {groups.map((group) => (
      <fieldset key={group}>
        <legend>{group}</legend>
        {settingKeys
          .filter((key) => settings[key].group === group)
          .map((key) => (
            <Control key={key} name={key} value={set[key]} onSet={onSet} />
          ))}
      </fieldset>
    ))}
    <button type="button" onClick={onReset}>
      Reset
    </button>
  </form>
);

interface ControlParts extends Pick<ControlsParts, 'onSet'> {
  readonly name: SettingKey;
  readonly value: string;
}

function Control({ name: key, value, onSet }: ControlParts) {
  const { name, symbol, says, values, isChoice }: Setting = settings[key];
  const label = symbol === '' ? name : `${name} ${symbol}`;
  const change = ({
    currentTarget: { value: chosen },
  }: {
    readonly currentTarget: { readonly value: string };
  }) => {
    onSet(key, isChoice === true ? chosen : (values[Number(chosen)] ?? value));
  };
  return (
    <label class="setting" title={says}>
      <span class="setting-name">
        {name} {symbol === '' ? null : <var>{symbol}</var>}
      </span>
      {isChoice === true ? (
        <select name={key} value={value} onChange={change}>
          {values.map((one) => (
            <option key={one} value={one} selected={one === value}>
              {words[one] ?? one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      ) : (
        <>
          <output>{value}</output>
          <input
            type="range"
            name={key}
            aria-label={label}
            aria-valuetext={value}
            min={0}
            max={values.length - 1}
            value={values.indexOf(value)}
            onInput={change}
          />
        </>
      )}
      <small>{says}</small>
    </label>
  );
}

const words: Readonly<Record<string, string>> = { true: 'on', false: 'off' };
