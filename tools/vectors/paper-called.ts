import type { Policy } from '../../dsl/index.ts';
import { policyPapers } from '../../dsl/index.ts';

// Papers of a policy by the words that a vector has for them: the policy's own name, title and other names decide.

/** The letter that shares most words with what the vector calls it. Throws where none does, or two do as well. */
export function letterCalled(policy: Policy, called: string): string {
  const asked = wordsIn(called);
  const scored = policyPapers(policy)
    .filter(({ kind }) => kind === 'letter' || kind === 'report')
    .map(({ id, title, alsoCalled }) => ({ id, shared: sharedBy(asked, [id, title, ...alsoCalled]) }));
  const most = Math.max(...scored.map(({ shared }) => shared));
  const [best, ...others] = scored.filter(({ shared }) => shared === most);
  if (!best || most === 0 || others.length > 0) {
    const which = most === 0 ? 'no letter of the policy' : 'more than one letter of the policy';
    throw new Error(`${which} is called “${called}”`);
  }
  return best.id;
}

/** Whether one of the other names of a paper stands in what was said. */
export function isCalled(policy: Policy, id: string, said: string): boolean {
  const words = singular(said);
  const paper = policyPapers(policy).find((each) => each.id === id);
  return paper?.alsoCalled.some((name) => words.includes(singular(name))) ?? false;
}

function singular(words: string): string {
  return words.toLowerCase().replaceAll(/s\b/g, '');
}

function sharedBy(asked: ReadonlySet<string>, names: readonly string[]): number {
  const own = names.flatMap((name) => [...wordsIn(name)]);
  return [...asked].filter((word) => own.some((each) => each.startsWith(word))).length;
}

/** A number is a word of its own. */
function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z]+|\d+/g));
}
