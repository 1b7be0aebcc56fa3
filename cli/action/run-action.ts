import { spawnSync } from 'node:child_process';
import { checkReport } from '../check/check-report.ts';
import { readDaysAsked } from '../check/days-asked.ts';
import { fails } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import { diffReport } from '../commands/diff.ts';
import { CommandFailure, isCommandFailure } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { DiffReport } from '../diff/diff-report.ts';
import { countsOf, diffFails, meaningChanges } from '../diff/diff-report.ts';
import { openRepository } from '../diff/git.ts';
import type { Repository } from '../diff/git.ts';
import { besideTheFiles } from '../diff/versions.ts';
import { command, printGitHub } from '../formats/github.ts';
import { printJUnit } from '../formats/junit.ts';
import { printSarif } from '../formats/sarif.ts';
import { summaryLine } from '../formats/summary-line.ts';
import type { Commented } from './comment.ts';
import { writeComment } from './comment.ts';
import type { WorkflowEvent } from './event.ts';
import { readEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import { readInputs } from './inputs.ts';
import { summaryMarkdown } from './summary.ts';
import { append, writeOutputs, writeReport } from './workflow-files.ts';

/** GitHub takes a mebibyte of summary for a step, and 65,536 characters of a comment. */
const longestSummary = 900_000;
const longestComment = 65_000;

/**
 * A step of a GitHub workflow: checks the policies, says what the change means, and tells both as annotations, in the job’s
 * summary, as outputs, and in one comment on the pull request. What only concerns the telling never fails the step.
 */
export async function runAction(context: Context): Promise<ExitCode> {
  try {
    const { environment } = context;
    const inputs = readInputs(environment);
    const event = readEvent(environment);
    const check = await checkReport(context, inputs.files, inputs);
    context.out(printGitHub(check));
    if (inputs.sarif !== undefined)
      writeReport(context, inputs.sarif, printSarif(check, inputs.baseline !== undefined));
    if (inputs.junit !== undefined) writeReport(context, inputs.junit, printJUnit(check));
    const compared = compare(context, inputs, event);
    const { diff } = compared;
    const told = { check, diff, notCompared: compared.why, link: linkOf(context, event) };
    append(environment['GITHUB_STEP_SUMMARY'], summaryMarkdown(told, longestSummary));
    const failed =
      check.found.some((each) => fails(each, inputs.failOn)) ||
      (diff !== undefined && diffFails(diff, inputs.failOnChange));
    const worth = failed || (diff?.policies.length ?? 0) > 0;
    const comment = await commented(context, inputs, event, summaryMarkdown(told, longestComment), worth);
    writeOutputs(environment['GITHUB_OUTPUT'], outputsOf(check, diff, inputs, failed, comment));
    context.out(`${summaryLine(check)}\n`);
    return failed ? 1 : 0;
  } catch (error) {
    if (!isCommandFailure(error)) throw error;
    context.out(`${command('error', { title: 'att' }, error.message)}\n`);
    return error.exitCode;
  }
}

interface Compared {
  readonly diff: DiffReport | undefined;
  /** Why there is none; undefined too where nothing was to be compared with. */
  readonly why: string | undefined;
}

/** The files as they stand beside the base of the pull request, or what stood before the push. */
function compare(context: Context, { base, files, asAt }: Inputs, event: WorkflowEvent): Compared {
  const with_ = base === undefined ? event.base : { commit: base, name: base };
  if (!with_) return { diff: undefined, why: undefined };
  try {
    const repository = openRepository(context.folder);
    const commit = repository.commit(with_.commit) ?? fetched(context, repository, with_.commit);
    const versions = besideTheFiles(context, repository, { commit, name: with_.name }, files);
    const names = { was: with_.name, is: event.pull === undefined ? 'this commit' : 'this pull request' };
    const days = readDaysAsked(asAt);
    const day = days.kind === 'range' ? days.to : days.kind === 'day' ? days.day : days.today;
    return { diff: diffReport({ ...versions, names }, day), why: undefined };
  } catch (error) {
    if (!isCommandFailure(error)) throw error;
    const why = `What the change means is not told: ${error.message.split('\n')[0]}`;
    context.out(`${command('notice', { title: 'att' }, why)}\n`);
    return { diff: undefined, why };
  }
}

/** A checkout of one commit alone does not hold the base: it is asked for once. */
function fetched({ environment }: Context, repository: Repository, commit: string): string {
  if (/^[0-9a-f]{40,64}$/.test(commit)) {
    const words = ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit];
    spawnSync('git', words, {
      cwd: repository.top,
      timeout: 120_000,
      env: { ...environment, GIT_TERMINAL_PROMPT: '0' },
    });
  }
  const found = repository.commit(commit);
  if (found !== undefined) return found;
  throw new CommandFailure(
    3,
    `the commit ${commit.slice(0, 12)} that it is to be compared with is not in this checkout. Give actions/checkout “fetch-depth: 0”.`,
  );
}

async function commented(
  context: Context,
  { comment, token }: Inputs,
  { pull }: WorkflowEvent,
  body: string,
  worth: boolean,
): Promise<Commented | undefined> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = context.environment;
  if (!comment || pull === undefined || repository === undefined) return undefined;
  const tell = (words: string): void => context.out(`${command('notice', { title: 'att' }, words)}\n`);
  if (token === undefined) {
    tell('No comment is written on the pull request: there is no token. The summary stands with the job.');
    return undefined;
  }
  const place = { api: api ?? 'https://api.github.com', repository, pull, token };
  const written = await writeComment(place, body, worth);
  if (written.kind === 'refused') {
    tell(
      `The summary could not be written on the pull request (${written.why}). A pull request from a fork has a token that may only read; elsewhere the job needs “permissions: pull-requests: write”. The summary stands with the job.`,
    );
  }
  return written;
}

/** Where a reader sees a line as it is in this change. */
function linkOf(
  { environment }: Context,
  { head }: WorkflowEvent,
): ((file: string, line: number) => string) | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (server === undefined || repository === undefined || head === undefined) return undefined;
  return (file, line) =>
    `${server}/${repository}/blob/${head}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`;
}

function outputsOf(
  check: CheckReport,
  diff: DiffReport | undefined,
  { sarif, junit }: Inputs,
  failed: boolean,
  comment: Commented | undefined,
): Readonly<Record<string, string | number>> {
  const fresh = check.found.filter(({ known }) => !known);
  const count = (weight: string, standing: boolean): number =>
    fresh.filter((each) => each.weight === weight && (each.kind === 'standing') === standing).length;
  const counts = diff && countsOf(diff);
  return {
    result: failed ? 'failed' : 'passed',
    errors: count('error', false),
    breaches: count('error', true),
    warnings: count('warning', false) + count('warning', true),
    compared: diff === undefined ? 'false' : 'true',
    changes: counts ? meaningChanges(counts) : 0,
    tighter: counts?.tighter ?? 0,
    looser: counts?.looser ?? 0,
    neither: counts?.neither ?? 0,
    reworded: counts?.reworded ?? 0,
    'newly-breached': counts?.newlyBreached ?? 0,
    'put-right': counts?.putRight ?? 0,
    comment: comment?.kind ?? 'none',
    'comment-url': comment && comment.kind !== 'refused' ? (comment.url ?? '') : '',
    sarif: sarif ?? '',
    junit: junit ?? '',
  };
}
