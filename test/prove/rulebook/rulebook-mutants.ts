import type { Provision, Rulebook } from '../../../dsl/index.ts';
import type { ListItem, Relation, Value } from '../../../dsl/rulebook/rulebook.ts';
import { addDays } from '../../../register/day.ts';

/** The rulebook with one provision changed by one step. */
export interface RulebookMutant {
  readonly provision: string;
  /** `30 minutes becomes 31`. */
  readonly change: string;
  readonly rulebook: Rulebook;
}

/** Every change by one step of every provision that is compared: its value, its relation, its first and its last day. */
export function rulebookMutants(rulebook: Rulebook): readonly RulebookMutant[] {
  return rulebook.provisions.flatMap((provision) => {
    const { id, relation, level, from, to } = provision;
    if (relation === 'states' || level === 'local' || level === 'information') return [];
    const changed = (change: string, becomes: Partial<Provision>): RulebookMutant => ({
      provision: id,
      change: `${change} (level ${level})`,
      rulebook: {
        ...rulebook,
        provisions: rulebook.provisions.map((each) => (each === provision ? { ...provision, ...becomes } : each)),
      },
    });
    return [
      ...valuesBeside(relation, provision.value).map(({ change, value }) => changed(change, { value })),
      ...exchanged(relation, provision.value).map((other) =>
        changed(`“${relation}” becomes “${other}”`, { relation: other }),
      ),
      ...[-1, 1].flatMap((step) => [
        ...(from === undefined ? [] : [changed(`its first day ${stepWords(step)}`, { from: addDays(from, step) })]),
        ...(to === undefined ? [] : [changed(`its last day ${stepWords(step)}`, { to: addDays(to, step) })]),
      ]),
    ];
  });
}

function stepWords(step: number): string {
  return step < 0 ? 'a day earlier' : 'a day later';
}

interface Beside {
  readonly change: string;
  readonly value: Value;
}

function valuesBeside(relation: Relation, value: Value): readonly Beside[] {
  switch (value.kind) {
    case 'quantity': {
      const flipped = value.boundary === 'included' ? 'excluded' : 'included';
      return [
        ...stepped(value),
        ...(value.in === undefined
          ? []
          : stepped(value.in).map(({ change, value: within }) => ({ change, value: { ...value, in: within } }))),
        ...(value.boundary === undefined
          ? []
          : [{ change: `its boundary becomes ${flipped}`, value: { ...value, boundary: flipped } as const }]),
      ];
    }
    case 'window':
      return [
        ...stepped(value),
        {
          change: 'its window runs otherwise',
          value: { ...value, runs: value.runs === 'rolling' ? 'fixed' : 'rolling' },
        },
      ];
    case 'range':
      return [
        ...stepped(value.least).map((least) => ({ ...least, value: { ...value, least: least.value } })),
        ...stepped(value.most).map((most) => ({ ...most, value: { ...value, most: most.value } })),
      ];
    case 'payment':
      return value.steps.flatMap((step, index) => {
        const withStep = (each: typeof step): Value => ({ ...value, steps: value.steps.with(index, each) });
        return [
          ...stepped(step.amount).map(({ change, value: amount }) => ({
            change,
            value: withStep({ ...step, amount }),
          })),
          ...stepped(step.within).map(({ change, value: within }) => ({
            change,
            value: withStep({ ...step, within }),
          })),
        ];
      });
    case 'codes':
      return [
        ...value.codes.map((code) => ({
          change: `${code} is dropped`,
          value: { ...value, codes: value.codes.filter((each) => each !== code) },
        })),
        ...['G', 'I', 'C2']
          .filter((code) => !value.codes.includes(code))
          .slice(0, 1)
          .map((code) => ({
            change: `${code} is added`,
            value: { ...value, codes: [...value.codes, code] },
          })),
      ];
    case 'list':
      return [
        ...value.items.map((item, index) => ({
          change: `“${item.name}” is dropped`,
          value: { ...value, items: value.items.toSpliced(index, 1) },
        })),
        // What a policy must not say is no list that a further thing would complete.
        ...(relation === 'forbids'
          ? []
          : [
              {
                change: 'a further item is added',
                value: { ...value, items: [...value.items, furtherItem(relation)] },
              },
            ]),
      ];
    case 'truth':
      return [{ change: `${value.holds} becomes ${!value.holds}`, value: { ...value, holds: !value.holds } }];
    case 'any of':
      return value.values.flatMap((each, index) =>
        valuesBeside(relation, each).map(({ change, value: other }) => ({
          change,
          value: { ...value, values: value.values.with(index, other) },
        })),
      );
    case 'words':
    case 'field':
      return [];
  }
}

/** A step more and a step less; nothing is less than nought. */
function stepped<Counted extends { readonly number: number; readonly unit: string }>(
  value: Counted,
): readonly { readonly change: string; readonly value: Counted }[] {
  return [value.number + 1, value.number - 1]
    .filter((number) => number >= 0)
    .map((number) => ({ change: `${value.number} ${value.unit} becomes ${number}`, value: { ...value, number } }));
}

/** The other relations that the same value can stand in; of one that can stand in no other, that it is only held and shown. */
function exchanged(relation: Relation, value: Value): readonly Relation[] {
  const group = groups.find((each) => each.of(value) && each.relations.includes(relation));
  if (!group) return ['states'];
  // To be one code, and to be one of a list of one, are the same.
  const alone = value.kind === 'codes' && value.codes.length === 1;
  return group.relations.filter((each) => each !== relation && !(alone && each === 'one of'));
}

const groups: readonly { readonly of: (value: Value) => boolean; readonly relations: readonly Relation[] }[] = [
  { of: ({ kind }) => kind === 'quantity' || kind === 'any of', relations: ['at most', 'at least', 'exactly'] },
  { of: ({ kind }) => kind === 'codes', relations: ['exactly', 'includes', 'forbids', 'one of'] },
  { of: ({ kind }) => kind === 'list', relations: ['includes', 'forbids', 'one of'] },
];

/** Where all is to be said, what nobody says; where nothing else may be, what anybody says. */
function furtherItem(relation: Relation): ListItem {
  const said = relation === 'one of' ? Array.from('abcdefghijklmnopqrstuvwxyz', (each) => `${each}*`) : ['unheard-of'];
  return { name: 'a further item', said };
}
