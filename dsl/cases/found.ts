import type { Finding } from '../evaluate/finding.ts';

type Asked = 'undetermined' | 'due' | 'waiting' | 'true' | 'false' | 'open' | 'barred';

/** Whether a finding says of a name what an example expects: `yes`, or what it says instead. */
export function foundInFinding(finding: Finding, name: string, asked: Asked): string {
  const threshold = finding.thresholds.find((each) => each.id === name);
  if (threshold) {
    const wanted = { true: 'yes', false: 'no', undetermined: 'undetermined' }[asked as 'true'] ?? asked;
    return threshold.met === wanted ? 'yes' : threshold.met;
  }
  const letter = finding.letters.find((each) => each.id === name);
  if (letter) return letter.state === asked ? 'yes' : letter.state;
  const duty = finding.duties.find((each) => each.id === name || each.id.endsWith(`.${name}`));
  if (duty) return (asked === 'waiting' ? duty.state === 'open question' : duty.state === asked) ? 'yes' : duty.state;
  const bar = finding.bars.find((each) => each.id === name || each.id.endsWith(`.${name}`));
  if (bar) return bar.state === asked ? 'yes' : bar.state;
  if (asked === 'open' && finding.options.some((each) => each.id === name || each.id.endsWith(`.${name}`)))
    return 'yes';
  if (asked === 'undetermined' && finding.undetermined.some((each) => each.about === name)) return 'yes';
  return 'nothing of the kind';
}
