import { policyStages } from '../../../dsl/index.ts';
import type { LadderFinding } from '../../../dsl/index.ts';
import type { Answer, ListAnswer, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { scopedTo } from '../scope.ts';
import { stagesNamed } from '../stages-named.ts';
import {
  clauseWords,
  freshnessOf,
  longDayWords,
  nameAndGroup,
  pupilShown,
  quantityWords,
  stageWords,
} from '../words.ts';
import { notUnderstood } from './help.ts';

/** Rows shown; the rest are counted. */
const most = 40;

/** “who is at …”: the pupils at a stage, among those whom the asker may see. */
export async function listAnswer(asking: Asking, said: string): Promise<Answer> {
  const { words, scope } = partedScope(asking, said);
  const stages = stagesNamed(policyStages(asking.policy.policy), words);
  const [stage] = stages;
  if (!stage) {
    const titles = policyStages(asking.policy.policy).map((each) => each.stage.title);
    return notUnderstood('', {
      reason: `The policy has no stage “${words}”.`,
      cure: `Its stages: ${titles.join('; ')}.`,
    });
  }
  if (stages.length > 1) {
    return {
      kind: 'choice',
      headline: 'Which stage do you mean?',
      facts: [],
      lines: [],
      context: [],
      offers: stages.map(({ ladder, stage: { title } }) => ({
        label: `${title} (${ladder.title})`,
        action: { kind: 'ask', question: `who is at ${title}` },
      })),
      question: 'who is at',
    };
  }
  const scoped = await scopedTo(asking, scope, 'ladders');
  if (scoped.kind !== 'scoped') return scoped;
  const { examined } = scoped;
  const at = examined.flatMap((each) => {
    const ladder = each.finding.ladders.find(({ id }) => id === stage.ladder.id);
    return ladder?.stage?.id === stage.stage.id ? [{ each, ladder }] : [];
  });
  return listed(asking, examined, {
    headline: `${counted(at.length)}${scoped.words} at ${stage.stage.title}`,
    rows: at.map(({ each, ladder }) => row(each, ladderWords(ladder))),
    context: [clauseWords(stage.clause)],
  });
}

/** `serious concerns in 5B` is a stage and a group, unless a stage is called so. */
function partedScope({ policy }: Asking, said: string): { readonly words: string; readonly scope?: string } {
  const parted = /^(.+) in (.+?)$/i.exec(said.trim());
  if (!parted || stagesNamed(policyStages(policy.policy), said).length > 0) return { words: said };
  return { words: parted[1]!, scope: parted[2]! };
}

interface Listed {
  readonly headline: string;
  readonly rows: readonly ListRow[];
  readonly context: readonly string[];
}

function listed(asking: Asking, examined: readonly Examined[], { headline, rows, context }: Listed): ListAnswer {
  const finding = examined[0]?.finding;
  const freshness = freshnessOf(finding?.registerTo ?? null);
  const shown = rows.slice(0, most);
  const more = rows.length - shown.length;
  return {
    kind: 'list',
    headline,
    facts: [],
    lines: [
      ...shown.map(({ pupil, words }) => `${pupil.name} (${pupil.registrationGroup}): ${words}`),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    context: [
      ...context,
      ...(finding ? [`As at ${longDayWords(finding.asAt)} · ${freshness}`, finding.policy.title] : []),
    ],
    offers: [],
    school: asking.school.id,
    asAt: finding?.asAt ?? '',
    freshness,
    rows: shown,
    more,
  };
}

function row({ pupil, finding }: Examined, words: string): ListRow {
  return {
    pupil: pupilShown(pupil),
    words,
    offers: [
      {
        label: nameAndGroup(pupil),
        action: { kind: 'ask', question: 'stage', about: pupil.id, asAt: finding.asAt },
      },
    ],
  };
}

function ladderWords(ladder: LadderFinding): string {
  const count = ladder.count === null ? '' : `, ${quantityWords(ladder.count)}`;
  return `${stageWords(ladder)}${count}`;
}

function counted(pupils: number): string {
  return pupils === 0 ? 'Nobody' : pupils === 1 ? '1 pupil' : `${pupils} pupils`;
}
