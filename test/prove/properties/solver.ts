import * as fc from 'fast-check';
import { init } from 'z3-solver';
import type { Claim } from '../regions/agreement.ts';
import { claimsOf } from '../regions/agreement.ts';
import type { Pair } from '../regions/pairs.ts';
import { pairs, pairText } from '../regions/pairs.ts';
import type { Property } from './property.ts';

/**
 * Two tests over all registers of a made-up calendar: a theorem prover, asked session by session, says the same as the
 * analysis; and the evaluator, of each witness, that one test holds and the other does not.
 */
export const solver: Property = {
  name: 'solver',
  holds: 'a theorem prover and the evaluator agree with how two tests compare',
  prove: async ({ numRuns, seed }) => {
    const prover = await startProver();
    try {
      // Many at once, for what it costs to ask; where one is wrong, one by one, for the smallest.
      const each = fc.sample(pairs, { numRuns, seed });
      for (let from = 0; from < each.length; from += atOnce) {
        const wrong = await firstWrong(prover, each.slice(from, from + atOnce));
        if (wrong === undefined) continue;
        await fc.assert(
          fc.asyncProperty(pairs, async (pair) => {
            const found = await firstWrong(prover, [pair]);
            if (found !== undefined) throw new Error(found);
          }),
          { numRuns: from + atOnce, seed },
        );
        throw new Error(wrong);
      }
    } finally {
      prover.stop();
    }
  },
};

const atOnce = 100;

interface Prover {
  readonly ask: (questions: readonly string[]) => Promise<readonly string[]>;
  readonly stop: () => void;
}

async function startProver(): Promise<Prover> {
  const { Z3, em } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  // A text handed over on the stack is gone before the thread that answers has read it: it stands on the heap until then.
  const ask = async (text: string): Promise<string> => {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const at = em._malloc(bytes.length);
    em.HEAPU8.set(bytes, at);
    try {
      return await em.async_call(() =>
        em.ccall('async_Z3_eval_smtlib2_string', 'void', ['number', 'number'], [context, at]),
      );
    } finally {
      em._free(at);
    }
  };
  return {
    ask: async (questions) => (await ask(`(reset)\n${questions.join('\n')}`)).trim().split('\n'),
    stop: () => em.PThread.terminateAllThreads(),
  };
}

/** What is wrong with the first pair of which something is. */
async function firstWrong(prover: Prover, each: readonly Pair[]): Promise<string | undefined> {
  const claims: Claim[] = [];
  for (const pair of each) {
    try {
      claims.push(...claimsOf(pair));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  if (claims.length === 0) return undefined;
  const answers = await prover.ask(claims.map(({ asked }) => asked));
  if (answers.length !== claims.length) return `the prover answers ${answers.join(', ')}`;
  const wrong = claims.findIndex(({ answer }, index) => answers[index] !== answer);
  const found = claims[wrong];
  return found && `${pairText(found.pair)}\n${found.claim}: the prover says ${answers[wrong]}, and not ${found.answer}`;
}
