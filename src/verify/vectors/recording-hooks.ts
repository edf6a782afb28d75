/** Cucumber hooks that note what each scenario asks of the built-in core, and what it answered. */
import { Before } from '@cucumber/cucumber';
import {
  ProtocolError,
  type ImplementationUnderTest,
  type OperationName,
  type Operations,
} from '../../protocol/protocol.ts';
import type { Exchange } from '../../protocol/exchange.ts';
import { recordings } from './recordings.ts';

/** What the steps drive, as far as it concerns this. */
interface Driven {
  readonly under: ImplementationUnderTest;
}

Before(function (this: Driven, { pickle }) {
  const exchanges: Exchange[] = [];
  recordings.push({
    name: pickle.name,
    uri: pickle.uri,
    tags: pickle.tags.map(({ name }) => name),
    exchanges,
  });
  const { under } = this;
  const call = under.call.bind(under);
  under.call = async <Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> => {
    // the answer may be changed by whoever gets it
    const note = (answer: object): void => void exchanges.push(structuredClone({ op, takes, answer }));
    try {
      const answer = await call(op, takes);
      note(answer);
      return answer;
    } catch (error) {
      if (error instanceof ProtocolError) note({ refused: error.kind });
      throw error;
    }
  };
});
