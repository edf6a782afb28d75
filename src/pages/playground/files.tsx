/** @jsxRuntime automatic @jsxImportSource preact */
/** The scenario files of what is shown, to copy or to download, each with its command. */
import { useState } from 'preact/hooks';
import { runText, sweepText, type ArmName, type Settings } from './settings.ts';

export function Files({ set, arm }: { readonly set: Settings; readonly arm: ArmName }) {
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">The scenario files</h2>
      <p>
        The command line gives the same figures from these files, digit by digit, and makes every check after
        every event, which this page leaves out.
      </p>
      <div class="files">
        <File
          name="playground-sweep.yaml"
          text={sweepText(set)}
          command="ringspec sweep balanced playground-sweep.yaml --out-dir reports/playground-sweep"
        />
        <File
          name="playground-run.yaml"
          text={runText(set, arm)}
          command="ringspec run playground-run.yaml --out reports/playground-run"
        />
      </div>
    </section>
  );
}

interface FileParts {
  readonly name: string;
  readonly text: string;
  readonly command: string;
}

function File({ name, text, command }: FileParts) {
  const [says, setSays] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSays('copied');
    } catch {
      setSays('the browser does not allow it: mark the text and copy it');
    }
  };
  return (
    <div class="file">
      <h3>{name}</h3>
      <p>
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>{' '}
        <a download={name} href={`data:text/yaml;charset=utf-8,${encodeURIComponent(text)}`}>
          Download
        </a>{' '}
        <span role="status">{says}</span>
      </p>
      <pre tabIndex={0} aria-label={name}>
        {text}
      </pre>
      <p>
        <code class="command">{command}</code>
      </p>
    </div>
  );
}
