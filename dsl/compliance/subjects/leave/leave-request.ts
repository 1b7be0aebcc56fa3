import type { ListItem } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { LeaveRule } from './leave-rules.ts';
import { listWords, speaker } from '../../value-words.ts';
import { isSaid } from '../../reading/words-said.ts';
import { inWords } from '../in-words/in-words.ts';
import { leaveRules } from './leave-rules.ts';

/** How leave is asked for: a sentence that has it asked for before it starts says “in advance”. */
export const leaveRequest: Subject = {
  fields: ['leave.request'],
  unsaid: () => 'when leave is asked for',
  claims(question) {
    const { relation, value } = question.provision;
    if (value.kind !== 'list' || relation !== 'includes') return inWords.claims(question);
    const rules = leaveRules(question);
    const said = value.items.flatMap((item) => saysItem(question, rules, item));
    if (said.length === 0) return inWords.claims(question);
    const lacking = value.items.filter(({ name }) => said.every(({ part }) => part !== name)).map(({ name }) => name);
    if (lacking.length === 0) return said;
    const why = `Of what ${speaker(question.provision.level)} asks of a request, ${listWords(lacking.map((name) => `“${name}”`))} is not said.`;
    return [{ part: 'what is left out', verdict: 'silent', why, place: said[0]!.place }, ...said];
  },
};

function saysItem({ provision }: Question, rules: readonly LeaveRule[], { name, said }: ListItem): readonly Claim[] {
  const saying = rules.find((each) => isSaid(wordsOf(each), said));
  if (!saying) return [];
  const why = `A request for “${saying.leave.title}” is ${name}, as ${speaker(provision.level)} asks.`;
  return [{ part: name, verdict: 'meets', why, place: saying.rule.place }];
}

function wordsOf({ rule }: LeaveRule): string {
  const before = rule.timing.some(
    (each) =>
      (each.kind === 'before event' && each.event.done === 'started') ||
      (each.kind === 'no later than' && each.before.done === 'started'),
  );
  return [rule.words, ...(before ? ['in advance'] : [])].join('; ');
}
