import { hash } from 'node:crypto';
import type { Found } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import { countLines, fullWords } from './found-words.ts';
import type { CountLine } from './found-words.ts';

/**
 * A check as a report of GitLab’s Code Quality: its shape is test/schemas/gitlab-code-quality.schema.json. What the baseline
 * holds is left out, and what is only counted stands in one issue for each policy and day.
 */
export function printGitLab(report: CheckReport): string {
  const told = report.found.filter(({ known, quiet, kind }) => !quiet && (!known || kind === 'baseline'));
  const counts = countLines(report).map(countIssue);
  return `${JSON.stringify([...told.map(issue), ...counts], null, 2)}\n`;
}

/** The same issue while the policy stands as it does. */
function countIssue({ file, words }: CountLine): object {
  return {
    description: words,
    check_name: 'standing',
    fingerprint: hash('sha256', `${file} ${words}`).slice(0, 32),
    severity: 'info',
    location: { path: file.replaceAll('\\', '/'), lines: { begin: 1 } },
  };
}

function issue(found: Found): object {
  const { file, start, end } = found.at;
  return {
    description: fullWords(found),
    check_name: found.rule,
    fingerprint: found.fingerprint,
    severity: severityOf(found),
    location: {
      path: file.replaceAll('\\', '/'),
      lines: { begin: start.line, end: end.line },
      positions: { begin: start, end },
    },
  };
}

/** A breach of law is graver than one of statutory guidance; GitLab has no word for what is an error in a text. */
function severityOf({ weight, row }: Found): 'info' | 'minor' | 'major' | 'critical' {
  if (weight === 'error') return row?.level === 'law' ? 'critical' : 'major';
  return weight === 'warning' ? 'minor' : 'info';
}
