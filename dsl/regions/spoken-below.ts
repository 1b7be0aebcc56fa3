import { clausesOf } from '../resolve/clauses.ts';
import type { Policy } from '../resolve/policy.ts';

const fieldsOfNames: ReadonlySet<string> = new Set(['name', 'ladder', 'period', 'review', 'service', 'paper']);

/** A condition, or part of one, of a layer above as the policy below says it: the layer's own names carry its id. */
export function spokenBelow<Part extends object>(policy: Policy, layer: Policy, part: Part): Part {
  return layer.id === policy.id ? part : renamed(part, (name) => nameBelow(layer, `${layer.id}.`, name));
}

/** A name of a layer with its prefix; one that the layer does not declare stands for itself. */
export function nameBelow(layer: Policy | undefined, prefix: string, name: string): string {
  return layer && prefix !== '' && declaredBy(layer).has(name) ? prefix + name : name;
}

function renamed<Part extends object>(part: Part, rename: (name: string) => string): Part {
  const entries = Object.entries(part).map(([field, value]: [string, unknown]) => {
    if (field === 'place') return [field, value];
    if (typeof value === 'string') return [field, fieldsOfNames.has(field) ? rename(value) : value];
    if (Array.isArray(value)) return [field, value.map((each) => (isObject(each) ? renamed(each, rename) : each))];
    return [field, isObject(value) ? renamed(value, rename) : value];
  });
  return Object.fromEntries(entries) as Part;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const declared = new WeakMap<Policy, ReadonlySet<string>>();

function declaredBy(policy: Policy): ReadonlySet<string> {
  let known = declared.get(policy);
  if (!known) declared.set(policy, (known = new Set(clausesOf(policy).map(({ name }) => name))));
  return known;
}
