/** `events.jsonl` read back, line by line, and checked by the shape that each kind of event has. OUT-02. */
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ModelEvent } from '../../core/events.ts';
import { readJson } from '../../files/json.ts';
import type { Arithmetic } from '../../num.ts';
import { readEventLine } from '../../run/event-line.ts';
import { eventShape } from './event-shapes.ts';
import { wordsOf, type Faults } from './faults.ts';

/**
 * Hands over the events in their order, up to the first fault; goes on to find the other faults. What `take`
 * throws is a fault of the line that it was given: an event that does not fit what came before it.
 */
export async function readEventLog(
  path: string,
  arithmetic: Arithmetic,
  faults: Faults,
  take: (event: ModelEvent) => void,
): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    faults.add(path, 0, 'the event log is missing');
    return;
  }
  let number = 0;
  let good = true;
  let ended = false;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++;
    try {
      readJson(line, path, eventShape);
    } catch (error) {
      faults.addAll(error, number);
      good = false;
    }
    if (!good) continue;
    const event = readEventLine(line, arithmetic);
    ended = event.kind === 'RunEnded';
    try {
      take(event);
    } catch (error) {
      faults.add(path, number, `this does not fit what came before it: ${wordsOf(error)}`);
      good = false;
    }
  }
  if (good && !ended) faults.add(path, number, 'the log ends without RunEnded: the run was cut off');
}
