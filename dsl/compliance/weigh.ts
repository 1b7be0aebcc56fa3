import type { Claim } from './subject.ts';

type Verdict = Claim['verdict'];

export interface Weighed {
  readonly standing: Verdict;
  readonly why: string;
  readonly deciding: Claim;
  readonly rest: readonly Claim[];
}

/**
 * What the claims come to together. One policy's own text that both meets and breaches a part of the provision contradicts
 * itself; where layers differ, the clause that breaches is named. A part left unsaid keeps the whole from being a pass.
 */
export function weigh(claims: readonly [Claim, ...Claim[]]): Weighed {
  const parts = [...Map.groupBy(claims, (claim) => claim.part).values()];
  const found = parts.map((part) => ({ verdict: verdictOf(part), part }));
  const standing = gravestFirst.find((verdict) => found.some((each) => each.verdict === verdict))!;
  const inPart = found.find((each) => each.verdict === standing)!.part;
  const deciding = inPart.find((claim) => claim.verdict === standing) ?? inPart.find(breaches)!;
  const whys = standing === 'contradicts itself' && deciding.verdict !== standing ? twoSides(inPart) : [deciding.why];
  return { standing, why: whys.join(' '), deciding, rest: claims.filter((claim) => claim !== deciding) };
}

const gravestFirst: readonly Verdict[] = ['breaches', 'contradicts itself', 'silent', 'meets'];

function verdictOf(part: readonly Claim[]): Verdict {
  const verdicts = new Set(part.map((claim) => claim.verdict));
  if (verdicts.has('contradicts itself') || selfContradicting(part)) return 'contradicts itself';
  return gravestFirst.find((verdict) => verdicts.has(verdict))!;
}

function selfContradicting(part: readonly Claim[]): readonly Claim[] | undefined {
  const byPolicy = Map.groupBy(part, (claim) => claim.place?.policy);
  return [...byPolicy.values()].find((each) => each.some(breaches) && each.some((claim) => claim.verdict === 'meets'));
}

function twoSides(part: readonly Claim[]): readonly string[] {
  const own = selfContradicting(part)!;
  return [own.find((claim) => claim.verdict === 'meets')!.why, `But elsewhere: ${own.find(breaches)!.why}`];
}

function breaches(claim: Claim): boolean {
  return claim.verdict === 'breaches';
}
