import { type Command } from 'commander';

interface AddOptions {
  name: string;
  role: string[];
}

/** `proofdesk user add`: the way in for the first admin; the password is read from standard input or asked for. */
export function declareUser(program: Command): void {
  const user = program.command('user').description('people and their accounts');
  user
    .command('add')
    .description('add a person with one account')
    .argument('<login>', 'what they sign in with')
    .requiredOption('--name <name>', 'what the desk calls them')
    .option('--role <role...>', 'checker, editor, admin, auditor, reporter, service', [])
    .action(async (login: string, options: AddOptions) => {
      const { addUser } = await import('../add-user.js');
      await addUser({ login, name: options.name, roles: options.role });
    });
}
