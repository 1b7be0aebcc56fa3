import type { CaseLog } from '../../register/case-log.ts';
import type { SchoolPolicy } from './services.ts';

/**
 * A log kept under one policy by the names that another knows. What a layer declares stands bare under that layer alone,
 * and with its id before it under every policy below.
 */
export function logUnder(asked: SchoolPolicy, kept: SchoolPolicy, log: CaseLog): CaseLog {
  if (asked.policy.id === kept.policy.id) return log;
  const above = kept.compiled.layers.map(({ prefix }) => prefix).filter((prefix) => prefix !== '');
  const own = `${asked.policy.id}.`;
  const known = (name: string): string => {
    const whole = above.some((prefix) => name.startsWith(prefix)) ? name : `${kept.policy.id}.${name}`;
    return whole.startsWith(own) ? whole.slice(own.length) : whole;
  };
  return { entries: log.entries.map((entry) => ({ ...entry, name: known(entry.name) })) };
}
