import type { Guard, Mark, Parties, Sentence, StrengthWord, TextNode } from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { tokenSpan } from './terminals.ts';
import { TimingRules } from './timings.ts';

const Consider = phrase('Consider');
const InEveryCase = phrase('InEveryCase');
const InForce = phrase('InForce');
const From = phrase('From');
const To = phrase('To');

const guardWords = words({ If: 'if', Unless: 'unless' });
const noteWords = words({ Cite: 'cite', Assumed: 'assumed', Unclear: 'unclear' });
const besideWords = words({ Refines: 'refines', Replaces: 'replaces' });

/** Guards and `in every case`, as they are read. */
interface Guards {
  readonly guards: Guard[];
  inEveryCase: boolean;
}

/** Sentences: who, with what strength, does what, to whom, when, and under which condition. Guards and marks come last. */
export abstract class SentenceRules extends TimingRules {
  // ── marks ────────────────────────────────────────────────────────────────────────────────────────────────────────

  private noteMark = this.rule('noteMark', (): Mark => {
    const first = this.LA(1);
    const kind = this.word(noteWords);
    const { text } = this.read(this.text);
    return { kind, text, span: this.spanFrom(first) };
  });

  protected toDay = this.rule('toDay', () => {
    this.take(To);
    return this.read(this.day);
  });

  private inForceMark = this.rule('inForceMark', (): Mark => {
    const first = this.take(InForce);
    this.take(From);
    const from = this.read(this.day);
    const to = this.maybe(this.toDay);
    return { kind: 'in force', from, to, span: this.spanFrom(first) };
  });

  private besideMark = this.rule('besideMark', (): Mark => {
    const first = this.LA(1);
    const kind = this.word(besideWords);
    const name = this.read(this.name);
    return { kind, name, span: this.spanFrom(first) };
  });

  private markSorts = this.among<Mark>(this.noteMark, this.inForceMark, this.besideMark);
  private mark = this.rule('mark', (): Mark => this.oneOf(this.markSorts));
  protected marks = this.rule('marks', (): readonly Mark[] => this.all(this.mark));

  // ── what is done ─────────────────────────────────────────────────────────────────────────────────────────────────

  private saidAct = this.rule('saidAct', (): Sentence['act'] => ({ kind: 'words', texts: this.read(this.texts) }));

  private absenceObject = this.rule('absenceObject', (): Parties => {
    const absence = this.read(this.absence);
    return { join: 'all', every: false, names: [absence], span: absence.span };
  });

  private quotedObject = this.rule('quotedObject', (): Parties => quoted(this.read(this.texts)));

  /** What a verb acts on: names, or a text. */
  private objects = this.among(this.parties, this.absenceObject, this.quotedObject);

  private plainVerb = this.rule('plainVerb', () => this.take(t.Verb));
  private considerVerb = this.rule('considerVerb', () => this.take(Consider));
  private verbs = this.among(this.plainVerb, this.considerVerb);

  private verbAct = this.rule('verbAct', (): Sentence['act'] => {
    const verb = this.oneOf(this.verbs);
    const object = this.oneOf(this.objects);
    return { kind: 'verb', verb: verb.image, object, span: tokenSpan(verb) };
  });

  private acts = this.among<Sentence['act']>(this.saidAct, this.verbAct);

  // ── under which condition ────────────────────────────────────────────────────────────────────────────────────────

  protected guard = this.rule('guard', (): Guard => {
    const first = this.LA(1);
    const kind = this.word(guardWords);
    const test = this.read(this.test);
    return { kind, test, span: this.spanFrom(first) };
  });

  private guarded = this.rule('guarded', ({ guards }: Guards): void => void guards.push(this.read(this.guard)));

  private inEveryCase = this.rule('inEveryCase', (found: Guards): void => {
    this.take(InEveryCase);
    found.inEveryCase = true;
  });

  private guardSorts = this.among<void, Guards>(this.guarded, this.inEveryCase);

  // ── the whole ────────────────────────────────────────────────────────────────────────────────────────────────────

  protected sentence = this.rule('sentence', (): Sentence => {
    const first = this.LA(1);
    const subject = this.maybe(this.parties);
    const strengthToken = this.take(t.Strength);
    const act = this.oneOf(this.acts);
    const timing = this.all(this.timing);
    const found: Guards = { guards: [], inEveryCase: false };
    while (this.again(this.guardSorts)) this.oneOf(this.guardSorts, found);
    const { guards, inEveryCase } = found;
    const marks = this.read(this.marks);
    return {
      kind: 'sentence',
      subject,
      strength: t.formOf(strengthToken) as StrengthWord,
      strengthSpan: tokenSpan(strengthToken),
      act,
      timing,
      guards,
      inEveryCase,
      marks,
      span: this.spanFrom(first),
    };
  });
}

/** A text as the object of a verb: `record "authorised and unauthorised rates"`. */
function quoted(texts: readonly TextNode[]): Parties {
  const names = texts.map((each) => ({ name: `“${each.text}”`, span: each.span }));
  const span = { start: texts[0]!.span.start, end: texts.at(-1)!.span.end };
  return { join: 'all', every: false, names, span };
}
