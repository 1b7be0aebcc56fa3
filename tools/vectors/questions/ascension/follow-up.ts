import type { DutyFinding } from '../../../../dsl/index.ts';
import type { Asked } from '../../asked.ts';
import { isOpen, one, ruleNamed, toBeDone } from '../../asked.ts';

type Answer = Readonly<Record<string, unknown>>;

function duty(of: Asked, id: string): DutyFinding | undefined {
  ruleNamed(of, id);
  return of.finding().duties.find((each) => each.id === id && toBeDone.includes(each.state));
}

/** What is asked of the school, by who is contacted. */
const asking = {
  primary: 'elements.call-primary-contact',
  voice: 'elements.leave-a-voice-message-where-possible',
  emergency: 'elements.contact-emergency-contacts',
  office: 'elements.contact-parents-2',
  daily: 'elements.call-parents',
  officer: 'elements.inform-yot-officer',
  monitoring: 'elements.monitoring.formal.call-parents',
  meeting: 'elements.monitoring.formal.hold-formal-meeting',
} as const;

/** What the school may do, in the vectors' words. */
const options: readonly (readonly [rule: string, words: string])[] = [
  ['visit-home', 'home visit'],
  ['contact-childrens-services', "Dudley Children's Services"],
  ['contact-elements-police-officers', 'police'],
];

export function followUpDue(of: Asked): Answer {
  const { primary, voice, emergency, office, daily, officer, monitoring, meeting } = asking;
  const due = (id: string): boolean => duty(of, id) !== undefined;
  const first = duty(of, primary);
  const steps = [
    ...(due(voice) ? ['leave voice message where possible'] : []),
    ...(due(emergency) ? ['contact emergency contacts'] : []),
  ];
  return {
    due: [primary, emergency, office, daily, officer, monitoring].some(due),
    first: first && `${first.act.verb} ${first.act.objects[0]?.title}`,
    by: first?.due && `${first.due.words.replace('that ', '')} of the first day`,
    steps,
    may: options.filter(([rule]) => isOpen(of, rule)).map(([, words]) => words),
    reportTo: duty(of, officer)?.act.objects.map(({ title }) => title),
    action: due(monitoring) ? 'telephone contact' : due(daily) ? 'call the parent' : undefined,
    alsoRequired: duty(of, meeting)?.act.objects[0]?.title,
  };
}

/** The channels that stand in the words of the sentence, in the vectors' words for them. */
const channels: readonly string[] = ['email', 'phone'];

export function weeklyContactDue(of: Asked): Answer {
  const contact = duty(of, 'elements.contact-parents-4');
  const words = contact?.about.map(({ title }) => title).join(' ') ?? '';
  return { due: contact !== undefined, channels: contact && channels.filter((each) => words.includes(each)) };
}

/** The letter of the trust's monitoring that is due; null for none. */
export function letterDue(of: Asked): Answer {
  const ladder = one(of.finding().ladders, 'elements.monitoring').id;
  const due = of.finding().letters.find(({ id, state }) => id.startsWith(ladder.split('.')[0]!) && state === 'due');
  return { letter: due?.title ?? null };
}

export function informLA(of: Asked): Answer {
  const inform = duty(of, 'elements.inform-local-authority');
  return { due: inform !== undefined, to: inform?.act.objects[0]?.title };
}
