import type { Policy, Rule } from '../resolve/policy.ts';
import type { Effect, Way } from './change.ts';
import { inItsLayer } from '../resolve/layers.ts';

export const families = 'pupils and families';
export const school = 'the school';

export function effect(way: Way, who: string, words: string, witnesses: Effect['witnesses'] = []): Effect {
  return { way, who: way === 'neither' ? null : who, words: sentence(words), witnesses };
}

export function neither(words: string, witnesses: Effect['witnesses'] = []): Effect {
  return effect('neither', '', words, witnesses);
}

/** What is tighter for one who is asked is so in the other direction for one who is spared it. */
export function opposite(way: Way): Way {
  if (way === 'neither') return way;
  return way === 'tighter' ? 'looser' : 'tighter';
}

export function sentence(words: string): string {
  const first = words.slice(0, 1).toUpperCase() + words.slice(1);
  return /[.?!”]$/.test(first) && !first.endsWith('”') ? first : `${first}.`;
}

/** Names one side has and the other has not, by their titles: `adds a, b`, `leaves out c`. */
export function listChanges(was: readonly string[], is: readonly string[]): { added: string[]; removed: string[] } {
  return {
    added: is.filter((each) => !was.includes(each)),
    removed: was.filter((each) => !is.includes(each)),
  };
}

/** Who is asked: those whose child it is are one with their children. */
export function whoIsAsked(policy: Policy, { subject }: Rule): string {
  const found = [...new Set(subject.map((name) => partyWords(policy, name)))];
  return found.length === 0 ? school : found.join(' and ');
}

const ofFamily: ReadonlySet<string> = new Set(['pupil', 'pupils', 'parents', 'parent', 'family', 'home', 'carers']);

export function partyWords(policy: Policy, name: string): string {
  if (ofFamily.has(name)) return families;
  if (name === 'school') return school;
  if (name === 'local-authority') return 'the local authority';
  const layer = inItsLayer(policy, name);
  const role = layer.policy.roles.find((each) => each.name === layer.name);
  if (role?.adults) return families;
  return role ? `the ${role.title}`.replace(/^the (?=the |all |any )/i, '') : name.replaceAll('-', ' ');
}
