import { policyPapers } from '../../dsl/index.ts';
import type { Finding, LetterFinding, Policy, PolicyPaper } from '../../dsl/index.ts';
import { foldedWords } from './fold.ts';

/** Words that say only that it is a letter. */
const fillers = new Set(['letter', 'letters', 'notice', 'the', 'a', 'for']);

/**
 * The papers that words mean: by name or title, else every paper whose title has all the words. `stage 1`,
 * `stage-1-letter`, `Stage 1 letter`, `formal warning`. The policy's own go before those of the layers above it:
 * `halton stage 1` means one of these.
 */
export function papersNamed(policy: Policy, words: string): readonly PolicyPaper[] {
  const papers = policyPapers(policy);
  const asked = foldedWords(words);
  const whole = papers.filter(({ id, title }) => [id, title].some((name) => same(foldedWords(name), asked)));
  if (whole.length > 0) return ownFirst(whole);
  const telling = asked.filter((word) => !fillers.has(word));
  if (telling.length === 0) return [];
  return ownFirst(
    papers.filter(({ id, title }) => {
      const own = new Set([...foldedWords(id), ...foldedWords(title)]);
      return telling.every((word) => own.has(word));
    }),
  );
}

/** Whether the policy brings a letter now: it is due, or someone may decide to write it. */
export function mayBeWritten({ options }: Finding, { id, state }: LetterFinding): boolean {
  return state === 'due' || options.some(({ act }) => act.objects.some((object) => object.id === id));
}

function ownFirst(papers: readonly PolicyPaper[]): readonly PolicyPaper[] {
  const own = papers.filter(({ id }) => !id.includes('.'));
  return own.length > 0 ? own : papers;
}

export function paperOf(policy: Policy, id: string): PolicyPaper | undefined {
  return policyPapers(policy).find((paper) => paper.id === id);
}

/** What the finding says of a paper; of one it does not mention, that it is not due. */
export function letterFindingOf(finding: Finding, paper: PolicyPaper): LetterFinding {
  return (
    finding.letters.find(({ id }) => id === paper.id) ?? {
      id: paper.id,
      title: paper.title,
      state: 'not due',
      stage: paper.stage,
      since: null,
      sent: null,
      to: null,
      needs: [],
      clause: paper.clause,
      reason: null,
    }
  );
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join(' ') === b.join(' ');
}
