/** A worker of the playground: it answers the question that came last, in pieces, and listens between them. */
import { Fault } from '../../files/faults.ts';
import type { Question, Reply } from './messages.ts';
import { firstPair, ringOf, seedsOf } from './work.ts';

/** The pieces of an answer, worked out one at a time; `post` is for what is known before a piece is. */
function* replies(question: Question, post: (reply: Reply) => void): Generator<Reply> {
  const { text } = question;
  if (question.kind === 'seeds') {
    for (const seeds of seedsOf(text)) yield { kind: 'seeds', text, seeds };
    return;
  }
  const { arm } = question;
  if (question.kind === 'pair') {
    const pair = firstPair(text, arm, (figures) => {
      post({ kind: 'arm', text, arm, figures });
    });
    yield { kind: 'pair', text, pair };
    return;
  }
  yield { kind: 'ring', text, arm, shown: ringOf(text, arm) };
}

/** Works on questions as they come. */
export function startWorker(
  post: (reply: Reply) => void,
  onQuestion: (hear: (question: Question) => void) => void,
): void {
  let work: Generator<Reply> | null = null;
  let latest = '';
  const { port1, port2 } = new MessageChannel();
  const step = (): void => {
    if (work === null) return;
    try {
      const next = work.next();
      if (next.done === true) {
        work = null;
        return;
      }
      post(next.value);
      // what has come meanwhile is heard before the next piece
      port2.postMessage(null);
    } catch (error) {
      work = null;
      post({ kind: 'wrong', text: latest, says: wordsOf(error) });
    }
  };
  port1.onmessage = step;
  onQuestion((question) => {
    const isBusy = work !== null;
    latest = question.text;
    work = replies(question, post);
    if (!isBusy) port2.postMessage(null);
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof Fault) return error.message;
  return `internal error, please report it: ${error instanceof Error ? error.message : String(error)}`;
}
