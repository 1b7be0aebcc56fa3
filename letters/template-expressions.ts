import { didYouMean } from '../dsl/index.ts';
import { letterHelpers } from './helpers.ts';
import type { Field, FieldKind } from './letter-fields.ts';
import { letterFieldList } from './letter-fields.ts';
import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';

/** What stands around an expression: the rows or lines it repeats for, and the fields an `{{#if}}` has asked about. */
interface Scope {
  readonly each: readonly Field[];
  readonly asked: readonly string[];
  /** Whether it stands in a block: it may not be printed in every letter. */
  readonly inBlock: boolean;
}

/** A part of a template that says what the policy wants said, in the policy's words for it. */
export interface IncludedPart {
  readonly text: string;
  readonly offset: number;
}

export interface CheckedExpressions {
  readonly problems: readonly LetterProblem[];
  readonly included: readonly IncludedPart[];
}

type Report = (node: hbs.AST.Node, message: string) => void;

/**
 * Every expression of a template against the list of fields: nothing but values, the known helpers, `if`, `unless`,
 * `each`, `includes`, comments and partials named outright.
 */
export function checkExpressions(
  source: string,
  body: string,
  program: hbs.AST.Program,
  partials: readonly string[],
  isPartial: boolean,
): CheckedExpressions {
  const problems: LetterProblem[] = [];
  const included: IncludedPart[] = [];
  const lineStarts = [0, ...[...body.matchAll(/\n/g)].map((match) => match.index + 1)];
  const offsetOf = ({ loc }: hbs.AST.Node) => (lineStarts[loc.start.line - 1] ?? 0) + loc.start.column;
  const report: Report = (node, message) => void problems.push(problemAt(source, body, offsetOf(node), message));
  checkProgram(program, { each: [], asked: [], inBlock: false });
  return { problems, included };

  function checkProgram(part: hbs.AST.Program, scope: Scope): void {
    for (const statement of part.body) checkStatement(statement, scope);
  }

  function checkStatement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement':
        return checkValue(statement as hbs.AST.MustacheStatement, scope, report);
      case 'BlockStatement':
        return checkBlock(statement as hbs.AST.BlockStatement, scope);
      case 'PartialStatement':
        return checkPartial(statement as hbs.AST.PartialStatement, scope);
      case 'PartialBlockStatement':
        return report(statement, 'a partial takes no block: write {{> name}}');
      default:
        return report(statement, 'a letter takes no decorator');
    }
  }

  function checkBlock(block: hbs.AST.BlockStatement, scope: Scope): void {
    const name = block.path.original;
    if (name === 'includes') return checkIncludes(block, scope);
    if (name !== 'if' && name !== 'unless' && name !== 'each') {
      return report(
        block,
        `there is no block {{#${name}}}; there are {{#if}}, {{#unless}}, {{#each}} and {{#includes}}`,
      );
    }
    if (hasHash(block.hash)) report(block, `{{#${name}}} takes a field and nothing else`);
    if ((block.program?.blockParams ?? []).length > 0) report(block, `{{#${name}}} takes no “as |…|”`);
    const [param, ...more] = block.params;
    if (param === undefined || more.length > 0) return report(block, `{{#${name}}} takes one field`);
    const field = fieldAt(param, scope, report);
    const within = { ...scope, inBlock: true };
    let inside: Scope = within;
    if (field && name === 'each') {
      if (field.kind !== 'lines' && field.kind !== 'rows') {
        return report(param, `${field.name} is not a list: {{#each}} is for ${listNames()}`);
      }
      inside = { ...within, each: [...scope.each, field], asked: [...scope.asked, field.name] };
    } else if (field && name === 'if') inside = { ...within, asked: [...scope.asked, field.name] };
    const otherwise = field && name === 'unless' ? { ...within, asked: [...scope.asked, field.name] } : within;
    if (block.program) checkProgram(block.program, inside);
    if (block.inverse) checkProgram(block.inverse, otherwise);
  }

  /** What the policy says that the paper includes is said in every letter, and with words. */
  function checkIncludes(block: hbs.AST.BlockStatement, scope: Scope): void {
    const [param, ...more] = block.params;
    if (param?.type !== 'StringLiteral' || more.length > 0 || hasHash(block.hash)) {
      report(block, '{{#includes}} takes the policy’s words for it, in quotes: {{#includes "support offered"}}');
    } else if (isPartial) {
      report(block, '{{#includes}} stands in a template, not in a partial');
    } else if (scope.inBlock) {
      report(block, '{{#includes}} stands outside {{#if}}, {{#each}} and the like: it is said in every letter');
    } else if (block.inverse || !block.program.body.some(saysSomething)) {
      report(block, 'there are no words between {{#includes …}} and {{/includes}} that every letter has');
    } else included.push({ text: (param as hbs.AST.StringLiteral).value, offset: offsetOf(block) });
    checkProgram(block.program, { ...scope, inBlock: true });
    if (block.inverse) checkProgram(block.inverse, { ...scope, inBlock: true });
  }

  function checkPartial(partial: hbs.AST.PartialStatement, scope: Scope): void {
    if (partial.name.type !== 'PathExpression') return report(partial, 'a partial is named outright, not worked out');
    const name = partial.name.original;
    if (isPartial) return report(partial, 'a partial calls no other partial');
    if (scope.each.length > 0) return report(partial, 'a partial stands outside {{#each}}');
    if (partial.params.length > 0 || hasHash(partial.hash))
      report(partial, `{{> ${name}}} takes nothing beside its name`);
    if (!partials.includes(name)) {
      report(partial, `there is no partial “${name}”${nearest(name, partials)}`);
    }
  }
}

/** Words of the template itself, or a value; what stands in an `{{#if}}` may not be printed. */
function saysSomething(statement: hbs.AST.Statement): boolean {
  if (statement.type === 'MustacheStatement') return true;
  if (statement.type !== 'ContentStatement') return false;
  return /\p{L}/u.test((statement as hbs.AST.ContentStatement).value.replaceAll(/<[^>]*>/g, ''));
}

function checkValue(mustache: hbs.AST.MustacheStatement, scope: Scope, report: Report): void {
  if (!mustache.escaped) {
    return report(mustache, 'write {{…}} with two braces: what a field holds is always words, never markup');
  }
  if (hasHash(mustache.hash)) report(mustache, 'a helper takes one field and nothing else');
  if (mustache.params.length === 0) {
    const name = originalOf(mustache.path);
    if (name !== undefined && Object.hasOwn(letterHelpers, name)) {
      return report(mustache, `{{${name} …}} takes a field: ${letterHelpers[name]!.says}`);
    }
    const field = fieldAt(mustache.path, scope, report);
    if (!field) return;
    if (field.kind === 'date') return report(mustache, `${field.name} is a date: write {{date ${field.name}}}`);
    if (field.kind === 'lines' || field.kind === 'rows') {
      return report(mustache, `${field.name} is a list: write {{#each ${field.name}}}…{{/each}}`);
    }
    return askedFirst(mustache, field, scope, report);
  }
  const name = originalOf(mustache.path) ?? '';
  const helper = Object.hasOwn(letterHelpers, name) ? letterHelpers[name] : undefined;
  if (!helper) {
    const names = Object.keys(letterHelpers);
    return report(mustache, `there is no helper “${name}”${nearest(name, names)}; there are ${names.join(', ')}`);
  }
  const [param, ...more] = mustache.params;
  if (param === undefined || more.length > 0) return report(mustache, `{{${name} …}} takes one field`);
  const field = fieldAt(param, scope, report);
  if (!field) return;
  if (!helper.takes.includes(field.kind)) {
    return report(
      mustache,
      `{{${name} …}} takes a ${helper.takes.join(' or ')}; ${field.name} is ${kindNames[field.kind]}`,
    );
  }
  askedFirst(mustache, field, scope, report);
}

function askedFirst(node: hbs.AST.Node, field: Field, scope: Scope, report: Report): void {
  if (!field.mayBeEmpty) return;
  if (scope.asked.includes(field.name)) return;
  report(node, `${field.name} may have nothing in it: put this in {{#if ${field.name}}}…{{/if}}`);
}

/** The field an expression names, or a report of why it names none. */
function fieldAt(node: hbs.AST.Node, scope: Scope, report: Report): Field | undefined {
  if (node.type !== 'PathExpression') {
    report(node, 'only fields stand here, no text, number or nested helper');
    return undefined;
  }
  const path = node as hbs.AST.PathExpression;
  if (path.data) {
    report(node, `there is no @${path.parts.join('.')} in a letter`);
    return undefined;
  }
  const within = scope.each.at(scope.each.length - 1 - path.depth);
  const field =
    path.depth > scope.each.length
      ? undefined
      : scope.each.length > path.depth && within
        ? partOf(within, path.parts.join('.'))
        : letterFieldList.find((known) => known.name === path.parts.join('.'));
  if (!field) report(node, noSuchField(path, scope));
  return field;
}

function partOf(within: Field, name: string): Field | undefined {
  if (name === '')
    return within.kind === 'lines' ? { name: 'this', kind: 'text', says: within.says, example: '' } : undefined;
  return within.columns?.find((column) => column.name === name);
}

function noSuchField(path: hbs.AST.PathExpression, scope: Scope): string {
  const name = path.parts.join('.');
  const within = path.depth < scope.each.length ? scope.each.at(scope.each.length - 1 - path.depth) : undefined;
  if (within) {
    const columns = (within.columns ?? []).map((column) => column.name);
    const known = within.kind === 'lines' ? '{{this}}' : columns.join(', ');
    const outside = letterFieldList.some((field) => field.name === name) ? `; outside it: {{../${name}}}` : '';
    return `there is no “${path.original}” in ${within.name}, which has ${known}${outside}`;
  }
  const names = letterFieldList.map((field) => field.name);
  const group = names.filter((known) => known.startsWith(`${name}.`));
  if (group.length > 0) return `“${name}” is a group of fields: ${group.join(', ')}`;
  return `there is no field “${path.original}”${nearest(name, names)}`;
}

function nearest(word: string, known: readonly string[]): string {
  const [near] = [
    ...didYouMean(word, known),
    ...known.filter((each) => each.split('.').at(-1) === word.split('.').at(-1)),
  ];
  return near === undefined ? '' : `; did you mean “${near}”?`;
}

function listNames(): string {
  return letterFieldList
    .filter((field) => field.kind === 'lines' || field.kind === 'rows')
    .map((field) => field.name)
    .join(', ');
}

function originalOf(path: hbs.AST.PathExpression | hbs.AST.Literal): string | undefined {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;
}

function hasHash(hash: hbs.AST.Hash | undefined): boolean {
  return hash !== undefined && hash.pairs.length > 0;
}

const kindNames: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  date: 'a date',
  count: 'a count',
  percentage: 'a percentage',
  lines: 'a list',
  rows: 'a list',
};
