import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { spanOf } from '../text/span.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { isSurelyDate, parseDate, parseDayOfYear } from './literals.ts';
import { joinPhrases } from './phrases.ts';
import { scan } from './scan.ts';
import { correctSlips } from './slips.ts';
import * as t from './tokens.ts';

export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many more { than } there are. */
  readonly unclosed: number;
}

/** Text → tokens, phrases joined, with the comments apart. Characters that mean nothing are told and left out. */
export function lex(source: Source): Lexed {
  const { tokens, comments, unknown } = scan(source.text);
  const diagnostics = unknown.map((span) =>
    diagnostic('unexpected-character', source, span, [source.text.slice(span.start, span.end)]),
  );
  const check = (token: IToken): void => checkLiteral(source, token, diagnostics);
  const { unclosed, maySlip } = joinPhrases(tokens, check);
  if (!maySlip) return { tokens, comments, diagnostics, unclosed };
  // Slips are seen beside the words as they were written, and the phrases then joined anew.
  const again = scan(source.text).tokens;
  diagnostics.push(...correctSlips(source, again));
  joinPhrases(again, () => undefined);
  return { tokens: again, comments, diagnostics, unclosed };
}

/** What is read although it cannot be so: the mistake is told, and the clause kept. */
function checkLiteral(source: Source, token: IToken, diagnostics: Diagnostic[]): void {
  const { tokenType, image, startOffset } = token;
  if (tokenType === t.DateLiteral) {
    if (!isSurelyDate(image) && parseDate(image) === undefined)
      diagnostics.push(impossible('no-such-date', source, token));
  } else if (tokenType === t.ClockLiteral) {
    if (parseClockTime(image) === undefined) diagnostics.push(impossible('no-such-time', source, token));
  } else if (tokenType === t.DayOfYear) {
    if (parseDayOfYear(image) === undefined) diagnostics.push(impossible('no-such-date', source, token));
  } else if (tokenType === t.UnclosedText) {
    const span = spanOf(startOffset, startOffset + image.trimEnd().length);
    const fix = replaceFix('close the text', spanOf(span.end, span.end), '"');
    diagnostics.push(diagnostic('unclosed-text', source, span, [], { fixes: [fix] }));
  }
}

/** A date or a time of day that no calendar and no clock has. */
function impossible(code: 'no-such-date' | 'no-such-time', source: Source, { image, startOffset }: IToken): Diagnostic {
  return diagnostic(code, source, spanOf(startOffset, startOffset + image.length), [image]);
}
