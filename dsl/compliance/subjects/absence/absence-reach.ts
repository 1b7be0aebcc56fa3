import type { Condition, Policy, Rule } from '../../../resolve/policy.ts';
import { inLayer } from '../../reading/notice-before.ts';

/**
 * Which days of an absence a rule stands on. `first`: from its first day. `later`: after it, or once contact has failed.
 * `open`: nothing ties it to an absence. `fewer`: only for some pupils or on some occasions, so for no absence as such.
 */
export type AbsenceReach = 'first' | 'later' | 'open' | 'fewer';

/** Of a rule of this policy, by all that it stands under. What stands at a stage, or after a review, is not for every absence. */
export function absenceReach(policy: Policy, rule: Rule): AbsenceReach {
  if (rule.stage || rule.review !== undefined || rule.paper !== undefined || rule.gate) return 'fewer';
  const conditions = [
    ...rule.blocks.map(({ condition }) => condition),
    ...rule.guards.filter(({ kind }) => kind === 'if').map(({ condition }) => condition),
  ];
  const followed = new Map<string, AbsenceReach>();
  return allOf(conditions.map((condition) => reachOf(policy, condition, followed)));
}

const narrowestFirst: readonly AbsenceReach[] = ['fewer', 'later', 'first', 'open'];

function allOf(parts: readonly AbsenceReach[]): AbsenceReach {
  return narrowestFirst.find((reach) => parts.includes(reach)) ?? 'open';
}

/** Any one of them will do, so the widest counts. */
function anyOf(parts: readonly AbsenceReach[]): AbsenceReach {
  const widestFirst: readonly AbsenceReach[] = ['first', 'later', 'open', 'fewer'];
  return widestFirst.find((reach) => parts.includes(reach)) ?? 'fewer';
}

/** `followed`: what named thresholds came to; one that comes round to itself is for no absence as such. */
function reachOf(policy: Policy, condition: Condition, followed: Map<string, AbsenceReach>): AbsenceReach {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.parts.map((part) => reachOf(policy, part, followed)));
    case 'any':
      return anyOf(condition.parts.map((part) => reachOf(policy, part, followed)));
    case 'readings':
      return allOf(condition.readings.map((reading) => reachOf(policy, reading, followed)));
    case 'today':
      return 'class' in condition.of && ['attended', 'present', 'late', 'possible'].includes(condition.of.class)
        ? 'fewer'
        : 'first';
    case 'not':
    case 'unless':
    case 'everyone':
      return 'open';
    case 'compare':
      return condition.measure.kind === 'elapsed' && condition.measure.since.name === 'absence' ? 'later' : 'fewer';
    case 'happened': {
      if (condition.comparator === 'exactly' && condition.number === 0) return 'open';
      const { name, done } = condition.event;
      return /contact|call|visit|text/.test(name) && (done === 'failed' || done === 'tried' || done === 'missed')
        ? 'later'
        : 'fewer';
    }
    case 'named': {
      const group = inLayer(policy, condition.name, ({ thresholds }) => thresholds);
      const key = `${group?.policy.id}.${group?.found.name}`;
      if (!group) return 'fewer';
      const known = followed.get(key);
      if (known) return known;
      followed.set(key, 'fewer');
      const reach = reachOf(group.policy, group.found.condition, followed);
      followed.set(key, reach);
      return reach;
    }
    default:
      return 'fewer';
  }
}
