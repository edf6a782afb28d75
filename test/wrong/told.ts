/**
 * What is told of a wrong implementation, at little cost: the conversation of every scenario is kept once, and put to the
 * wrong core again. A scenario all of whose answers are the right ones passes; only the others are run.
 */
import type { ScenarioResult } from '../../src/verify/collector.ts';
import { conformance, type Settings } from '../../src/verify/conformance.ts';
import { judge, type Verdict } from '../../src/verify/verdict.ts';
import { readCatalogue } from '../../src/verify/verify.ts';
import { BuiltInModel } from '../../src/protocol/model.ts';
import type { ImplementationUnderTest, OperationName } from '../../src/protocol/protocol.ts';
import { decimal } from '../../src/num.ts';
import { changedCore, here, settings } from './in-process.ts';
import type { Change } from './errors.ts';

/** A request, and what the right core says to it, as text. */
interface Said {
  readonly op: OperationName;
  readonly takes: object;
  readonly answer: string;
}

/** A scenario of the suite as the right core passes it. */
export interface Recorded {
  readonly result: ScenarioResult;
  readonly conversation: readonly Said[];
}

/** The answer to a request, or what it was refused with, as text. */
async function answerOf(under: ImplementationUnderTest, op: OperationName, takes: object): Promise<string> {
  try {
    return JSON.stringify(await under.call(op, takes));
  } catch (error) {
    return String(error);
  }
}

/** Every scenario that asks something, with what was asked. @throws Error where the right core fails one. */
export async function recordSuite(): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  let conversation: Said[] = [];
  const right = (): ImplementationUnderTest => {
    const under = here(new BuiltInModel(decimal, 'right', { checks: false }));
    return {
      call: async (op, takes) => {
        const asked = structuredClone(takes);
        try {
          const answer = await under.call(op, takes);
          conversation.push({ op, takes: asked, answer: JSON.stringify(answer) });
          return answer;
        } catch (error) {
          conversation.push({ op, takes: asked, answer: String(error) });
          throw error;
        }
      },
      close: () => under.close(),
    };
  };
  await conformance({ ...settings('right'), command: right }, (result) => {
    if (!result.passed && result.record?.ended === 'asked')
      throw new Error(`the right core fails ${result.place}: ${result.message}`);
    recorded.push({ result, conversation });
    conversation = [];
  });
  return recorded;
}

async function differs(under: ImplementationUnderTest, conversation: readonly Said[]): Promise<boolean> {
  for (const { op, takes, answer } of conversation)
    if ((await answerOf(under, op, structuredClone(takes))) !== answer) return true;
  return false;
}

/** The verdict of the whole suite on the core with these changes. */
export async function toldOf(
  error: { readonly id: string; readonly changes: readonly Change[] },
  suite: readonly Recorded[],
  folder: string,
): Promise<Verdict> {
  const start = await changedCore(error, folder);
  const [results, paths]: [ScenarioResult[], string[]] = [[], []];
  for (const { result, conversation } of suite)
    if (await differs(start(), conversation)) paths.push(result.place);
    else results.push(result);
  if (paths.length > 0) {
    const asked: Settings = { ...settings(error.id), command: start, which: { paths } };
    await conformance(asked, (result) => void results.push(result));
  }
  return judge(readCatalogue(), results, []);
}
