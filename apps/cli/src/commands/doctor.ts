import { type Command } from 'commander';

/** `proofdesk doctor`: looks at everything a desk needs and says in words what is wrong. */
export function declareDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at everything the desk needs and say what is wrong')
    .action(async () => {
      const { examine } = await import('../examine.js');
      await examine();
    });
}
