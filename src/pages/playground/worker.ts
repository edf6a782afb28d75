/** A worker of the playground: it answers the question that came last, in pieces, and listens between them. */
import { Fault } from '../../files/faults.ts';
import type { Question, Reply } from './messages.ts';
import { firstPair, ringOf, seedsOf } from './work.ts';

/** The pieces of an answer, worked out one at a time. */
function* replies(question: Question): Generator<Reply> {
  const { id, text } = question;
  if (question.kind === 'seeds') {
    for (const seeds of seedsOf(text)) yield { id, kind: 'seeds', seeds };
    return;
  }
  if (question.kind === 'pair') yield { id, kind: 'pair', pair: firstPair(text) };
  yield { id, kind: 'ring', shown: ringOf(text, question.arm) };
}

/** Works on questions as they come. */
export function startWorker(
  post: (reply: Reply) => void,
  onQuestion: (hear: (question: Question) => void) => void,
): void {
  let work: Generator<Reply> | null = null;
  let latest = 0;
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
      post({ id: latest, kind: 'wrong', says: wordsOf(error) });
    }
  };
  port1.onmessage = step;
  onQuestion((question) => {
    const isBusy = work !== null;
    latest = question.id;
    work = replies(question);
    if (!isBusy) port2.postMessage(null);
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof Fault) return error.message;
  return `internal error, please report it: ${error instanceof Error ? error.message : String(error)}`;
}
