import type { Found } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import { fullWords } from './found-words.ts';

/** A check as a report of GitLab’s Code Quality: its shape is test/schemas/gitlab-code-quality.schema.json. */
export function printGitLab({ found }: CheckReport): string {
  const told = found.filter(({ known, kind }) => !known || kind === 'baseline');
  return `${JSON.stringify(told.map(issue), null, 2)}\n`;
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
