/** @jsxRuntime automatic @jsxImportSource preact */
/** The program of the playground. The page starts it, and it starts itself twice more in workers, from its own text. */
import { render } from 'preact';
import { App, type Workers } from './app.tsx';
import type { Question, Reply } from './messages.ts';
import { startWorker } from './worker.ts';

/** A worker of this program: a page at file:// may make one of a blob only. */
function workerOf(program: string, hear: (reply: Reply) => void): (question: Question) => void {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    hear(data);
  };
  return (question) => {
    worker.postMessage(question);
  };
}

function startPage(home: HTMLElement, program: string): void {
  const hear = (reply: Reply): void => {
    workers.hear(reply);
  };
  const workers: Workers = {
    quick: workerOf(program, hear),
    long: workerOf(program, hear),
    hear: () => undefined,
  };
  home.replaceChildren();
  render(<App workers={workers} />, home);
}

if (typeof document === 'undefined')
  startWorker(
    (reply) => {
      postMessage(reply);
    },
    (hear) => {
      addEventListener('message', ({ data }: MessageEvent<Question>) => {
        hear(data);
      });
    },
  );
else {
  const home = document.getElementById('playground');
  const program = document.getElementById('program')?.textContent;
  if (home !== null && program != null) startPage(home, program);
}
