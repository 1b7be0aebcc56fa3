import type { BaseParser, ILookaheadStrategy } from 'chevrotain';
import { LLkLookaheadStrategy } from 'chevrotain';

/**
 * Chevrotain works out how to choose between alternatives for the whole grammar before it reads a first token, and that
 * is paid by every process. Here each choice is worked out when it is first met: most policies never meet half of them.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(
    options: Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0],
  ): ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> {
    let built: ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> | undefined;
    const build = (): NonNullable<typeof built> => (built = super.buildLookaheadForAlternation(options));
    return function (this: BaseParser, alternatives) {
      return (built ?? build()).call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(
    options: Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0],
  ): ReturnType<ILookaheadStrategy['buildLookaheadForOptional']> {
    let built: ReturnType<ILookaheadStrategy['buildLookaheadForOptional']> | undefined;
    const build = (): NonNullable<typeof built> => (built = super.buildLookaheadForOptional(options));
    return function (this: BaseParser) {
      return (built ?? build()).call(this);
    };
  }
}
