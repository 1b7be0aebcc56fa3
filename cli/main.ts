import { Command, CommanderError, Option } from 'commander';
import { isCommandFailure } from './context.ts';
import type { Context, ExitCode } from './context.ts';
import { failLevels } from './check/found.ts';
import { checkFormats, complyFormats, diffFailLevels, diffFormats } from './flags.ts';
import type {
  AskFlags,
  CheckFlags,
  ComplyFlags,
  DiffFlags,
  ExplainFlags,
  Flags,
  ImportFlags,
  LetterFlags,
  LogFlags,
  RecordFlags,
} from './flags.ts';

interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly columns?: number | undefined;
}

/**
 * The command line: `att check`, `att ask` and the rest. Each command loads what it needs and no more, so that checking
 * a policy starts at once. Gives the exit code.
 */
export async function main(
  args: readonly string[],
  streams: Streams = ofProcess(),
  environment: Context['environment'] = process.env,
): Promise<number> {
  let exitCode: ExitCode = 0;
  const program = new Command('att')
    .description('Attendance policy as code: what a policy says of a register, why, and the letters it leads to.')
    .configureOutput({ writeOut: streams.out, writeErr: streams.err })
    .exitOverride()
    .showHelpAfterError('(att --help lists the commands, att COMMAND --help the options of one)')
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nExit: 0 nothing wrong · 1 what was checked is wrong · 2 wrong use · 3 cannot read or write.' +
        '\nSettings: ATT_STORE, DATABASE_URL, ATT_STAFF, ATT_AS_AT, ATT_FRESH, PORT, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, NO_COLOR.',
    );

  /** Every command takes the two options that all have, and its run is given what it needs of the world. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- commander gives options without a type
  const add = <Options extends object>(
    usage: string,
    description: string,
    configure: (command: Command) => Command,
    run: (context: Context, operands: readonly string[], options: Options) => Promise<ExitCode>,
    formats: readonly [string, ...string[]] = ['text', 'json'],
  ): void => {
    const command = configure(program.command(usage).description(description));
    command
      .copyInheritedSettings(program)
      .exitOverride()
      .addOption(new Option('--format <format>', 'for people or for programs').choices(formats).default(formats[0]))
      .option('--store <file>', 'the file that holds all that Att remembers (default: ATT_STORE, or .att/att.db)')
      .action(async (...given: unknown[]) => {
        const options = command.opts<Options & Flags>();
        const operands = given.slice(0, -2).flatMap((each) => (each === undefined ? [] : (each as string | string[])));
        const store = options.store === undefined ? {} : { ATT_STORE: options.store, DATABASE_URL: undefined };
        exitCode = await run(
          {
            ...streams,
            format: options.format === 'json' ? 'json' : 'text',
            environment: { ...environment, ...store },
            folder: process.cwd(),
          },
          operands,
          options,
        );
      });
  };
  const asAt = (words: string) => new Option('--as-at <day>', `${words}, as 2024-03-28`);

  add<CheckFlags>(
    'check [path...]',
    'says what is wrong with policies, and how they stand to the law: of their own first day and of today, or of the days asked about',
    (command) =>
      command
        .addOption(
          new Option(
            '--as-at <days>',
            'the law of this day, as 2024-03-28 or today; or of a run of days, as 2024-08-01..2024-09-30: each on which the standing changes, and why',
          ),
        )
        .addOption(
          new Option('--fail-on <weight>', 'exit 1 for what weighs so much, or more')
            .choices(failLevels)
            .default('error'),
        )
        .option('--baseline <file>', 'what this file holds fails nothing, and is counted as known')
        .option('--write-baseline <file>', 'write what fails now to this file, and fail nothing')
        .option('--fix', 'make the edits that put a breach right by themselves; say what is left to a person')
        .option('--dry-run', 'with --fix: show the edits, and write nothing')
        .option('--fresh', 'check everything anew: use nothing kept of earlier checks, and keep nothing')
        .addHelpText('after', checkHelp),
    async (context, paths, options) =>
      options.fix === true
        ? (await import('./commands/fix.ts')).fix(context, paths, options)
        : (await import('./commands/check.ts')).check(context, paths, options),
    checkFormats,
  );
  add<ComplyFlags>(
    'comply <policy>',
    'shows a policy (a file, or an id) beside every provision of law and guidance in force on a day',
    (command) =>
      command
        .addOption(new Option('--as-at <day>', 'the law of this day, as 2024-03-28 (default: today)'))
        .option('--out <file>', 'write it to this file'),
    async (context, [policy = ''], options) => (await import('./commands/comply.ts')).comply(context, policy, options),
    complyFormats,
  );
  add<DiffFlags>(
    'diff [version...]',
    'says what changed in meaning, and in standing, between two files or two revisions of git',
    (command) =>
      command
        .usage('OLD.att NEW.att | OLD NEW [-- path...] | OLD..NEW [-- path...] | OLD [-- path...]')
        .addOption(asAt('the law of this day instead of today’s, beside that of the policy’s own first day'))
        .addOption(
          new Option(
            '--fail-on <changes>',
            'exit 1 for these: any change of meaning or standing, what is looser, new breaches',
          )
            .choices(diffFailLevels)
            .default('any'),
        )
        .addHelpText('after', diffHelp),
    async (context, versions, options) => (await import('./commands/diff.ts')).diff(context, versions, options),
    diffFormats,
  );
  add<{ check?: boolean }>(
    'fmt [path...]',
    'lays policies out in the one form',
    (command) => command.option('--check', 'change nothing; exit 1 where a file is not in the form'),
    async (context, paths, options) => (await import('./commands/fmt.ts')).fmt(context, paths, options),
  );
  add(
    'test [path...]',
    'runs the examples that stand in policies',
    (command) => command,
    async (context, paths) => (await import('./commands/test.ts')).test(context, paths),
  );
  add<ImportFlags>(
    'import <file>',
    'brings marks or adults from a CSV file into the register',
    (command) =>
      command
        .requiredOption('--school <id>', 'the school’s id; a new one is made')
        .requiredOption(
          '--profile <name>',
          'generic (generic-long), generic-wide, generic-adults, generic-groups or generic-log',
        )
        .option('--calendar <file>', 'the school year, as YAML')
        .option('--policy <id>', 'the policy the school follows')
        .option('--dry-run', 'say what would change, and change nothing'),
    async (context, [file = ''], options) =>
      (await import('./commands/import.ts')).importCommand(context, file, options),
  );
  add<AskFlags>(
    'ask <question>',
    'answers a question: "stage for Amira Khan", "why", "letters due", "help"',
    (command) =>
      command
        .addOption(asAt('the day the answer is for'))
        .option('--as <staff-id>', 'ask as this person (default: the attendance lead)')
        .option('--school <id>', 'the school, where the store holds more than one'),
    async (context, [question = ''], options) =>
      (await import('./commands/ask.ts')).askCommand(context, question, options),
  );
  add<ExplainFlags>(
    'explain [name]',
    'says why a pupil is where they are, or explains a case from a file',
    (command) =>
      command
        .option('--case <file>', 'a case as YAML or JSON: calendar, pupil, marks, events, asOf')
        .option('--policy <id>', 'by this policy instead of the school’s; of a case also by that of an .att file')
        .addOption(asAt('the day the answer is for'))
        .option('--as <staff-id>', 'ask as this person (default: the attendance lead)')
        .option('--school <id>', 'the school, where the store holds more than one'),
    async (context, [name], options) => (await import('./commands/explain.ts')).explainCommand(context, name, options),
  );
  add<LetterFlags>(
    'letter <id>',
    'drafts a letter; with --out approves it in your name and writes the PDF and DOCX files',
    (command) =>
      command
        .requiredOption('--for <name>', 'the pupil')
        .option('--out <folder>', 'approve it, and write its files here')
        .option('--because <reason>', 'write it although the policy would not bring it now; the reason is kept')
        .addOption(asAt('the day the letter is for'))
        .option('--as <staff-id>', 'as this person (default: the attendance lead)')
        .option('--school <id>', 'the school, where the store holds more than one'),
    async (context, [id = ''], options) => (await import('./commands/letter.ts')).letterCommand(context, id, options),
  );
  add<RecordFlags>(
    'record [event...]',
    'records what was done about a pupil, or by the school itself: "called parents", "engaged no", "forum joined"',
    (command) =>
      command
        .option('--for <name>', 'the pupil; left out, the school itself')
        .option('--on <day>', 'the day it was done, as 2024-03-28 (default: today)')
        .option('--at <time>', 'the time, as 09:20')
        .option('--about <days>', 'the first and the last day it is about, as 2024-05-07..2024-05-10')
        .option('--session <half>', 'the half day it is about: AM or PM')
        .option('--seen <items>', 'what was seen of a checklist, apart by ;')
        .option('--to <adult>', 'the parent it concerns: a name, “mother” or “both parents”')
        .option('--lasting <length>', 'the length chosen, as “4 weeks” or “20 school days”')
        .option('--purpose <text>', 'what leave is asked for')
        .option('--note <text>', 'a note that is kept with it')
        .option('--list', 'say what can be recorded under the school’s policy')
        .option('--undo <id>', 'take an entry back by a further one; att log shows the ids')
        .option('--as <staff-id>', 'as this person (default: the attendance lead)')
        .option('--school <id>', 'the school, where the store holds more than one'),
    async (context, words, options) => (await import('./commands/record.ts')).recordCommand(context, words, options),
  );
  add<LogFlags>(
    'log',
    'shows what was recorded about a pupil, or of the school itself, newest first, with what was undone',
    (command) =>
      command
        .option('--for <name>', 'the pupil; left out, the school itself')
        .option('--as <staff-id>', 'as this person (default: the attendance lead)')
        .option('--school <id>', 'the school, where the store holds more than one'),
    async (context, _operands, options) => (await import('./commands/log.ts')).logCommand(context, options),
  );
  add(
    'serve',
    'runs the bot: in Slack where its tokens are set, otherwise as a page on this machine',
    (command) => command,
    async (context) => (await import('./commands/serve.ts')).serveCommand(context),
  );

  program.helpCommand(false);
  add(
    'help [topic]',
    'says what a command does, what a provision of the law is (PN-THRESH), or what a message means (unknown-name)',
    (command) => command,
    async (context, [topic]) => {
      const command = program.commands.find((each) => each.name() === topic);
      if (topic === undefined || command) {
        (command ?? program).outputHelp();
        return 0;
      }
      return (await import('./commands/help.ts')).help(context, topic);
    },
  );

  try {
    if (args.length === 0) {
      program.outputHelp();
      return 2;
    }
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isCommandFailure(error)) throw error;
    streams.err(`${error.message}\n`);
    return error.exitCode;
  }
  return exitCode;
}

const checkHelp = `
How much a thing weighs:
  error        a text that does not read, or means nothing; a letter’s template that does not say what its policy wants;
               a breach of law or of statutory guidance
  warning      a breach of non-statutory guidance; a policy that contradicts itself; silence where a policy must speak;
               a breach of today’s law by a text that was right on its own first day (--as-at today makes it an error)
  information  any other silence; a departure from guidance that the policy records, until it lapses

Exit: 0 nothing that weighs as much as --fail-on · 1 something does, and is not in the baseline (of a run of days: on any
of them) · 2 wrong use · 3 cannot read or write.`;

const diffHelp = `
OLD and NEW are two files or folders, or two revisions: main HEAD, main..HEAD, main...HEAD (from where HEAD left main);
OLD alone is compared with the files as they stand. Layers above are read as they were at the same revision.

Each change is tighter or looser (for whom, is said), neither, or reworded only: other words with the same meaning. Comments,
layout, order, examples and what is cited change nothing.

Exit: 0 nothing that --fail-on names (reworded only is no change) · 1 something · 2 wrong use · 3 cannot read, or no git.`;

function ofProcess(): Streams {
  // A reader that has seen enough (`att check | head`) closes the pipe: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    columns: widthOf(process.env['COLUMNS']) ?? process.stdout.columns,
  };
}

function widthOf(columns: string | undefined): number | undefined {
  const width = Number(columns);
  return Number.isInteger(width) && width >= 40 ? width : undefined;
}
