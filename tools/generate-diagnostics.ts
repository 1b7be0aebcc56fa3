// The catalogue of diagnostics → dsl/DIAGNOSTICS.md, each with the example that the tests hold it to. `--check` writes
// nothing and exits 1 where the committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../dsl/text/catalogue.ts';
import type { Severity } from '../dsl/text/diagnostic.ts';

const generatedFile = 'dsl/DIAGNOSTICS.md';

const headings: Record<Severity, string> = {
  error: 'Errors: the policy does not mean what it should, or means nothing',
  warning: 'Warnings: the policy means something that its writer may not',
  information: 'Information: nothing is wrong',
};

const text = page();
if (!process.argv.includes('--check')) writeFileSync(inRepository(generatedFile), text);
else if (readFileSync(inRepository(generatedFile), 'utf8') !== text) {
  console.error(`${generatedFile} is out of date: run npm run generate`);
  process.exitCode = 1;
}

function page(): string {
  const intro = [
    '# What is said of a policy',
    '',
    'Every message there is about a policy, with an example that brings it and what cures it. The line of `^^^` under a',
    'line shows the words that the message is about. This page is written from `dsl/text/catalogue.ts` and from the',
    'examples in `test/conformance/check` by `npm run generate`.',
  ];
  const severities: readonly Severity[] = ['error', 'warning', 'information'];
  return `${[...intro, ...severities.flatMap(section)].join('\n')}\n`;
}

function section(severity: Severity): readonly string[] {
  const entries = Object.entries(catalogue).filter(([, entry]) => entry.severity === severity);
  return ['', `## ${headings[severity]}`, ...entries.flatMap(([code, { cure }]) => entryLines(code, cure))];
}

function entryLines(code: string, cure: string): readonly string[] {
  const example = readFileSync(inRepository(`test/conformance/check/${code}.att`), 'utf8').trimEnd();
  return ['', `### ${code}`, '', '```att', example, '```', '', cure];
}

function inRepository(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
