/** `ringspec serve`: the built-in core over the implementers' protocol. */
import { Option, type Command } from 'commander';
import { version } from '../version.ts';

export function describeServe(program: Command): void {
  program
    .command('serve')
    .description('serve the built-in core over the protocol, JSON lines on stdin and stdout')
    .addOption(
      new Option('--arithmetic <name>', 'how it counts').choices(['decimal', 'float64']).default('decimal'),
    )
    .addHelpText('after', `\nExample:\n  $ echo '{"id":1,"op":"hello","protocol":1}' | ringspec serve`)
    .action(async ({ arithmetic }: { arithmetic: 'decimal' | 'float64' }) => {
      const { decimal } = await import('../num.ts');
      const { float64 } = await import('../f64.ts');
      const { BuiltInModel } = await import('../protocol/model.ts');
      const { serve } = await import('../protocol/serve.ts');
      const model = new BuiltInModel(arithmetic === 'decimal' ? decimal : float64, version());
      await serve(model, process.stdin, process.stdout);
    });
}
