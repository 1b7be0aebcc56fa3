import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { SchoolDetails } from '../../letters/draft-fields.ts';
import type { Actor, Role } from './actor.ts';
import { staffSchema } from './staff.schema.ts';

/** A person who may ask, with the Slack user they are. */
export interface StaffMember extends Actor {
  readonly slackUser: string | undefined;
}

export type StaffReading =
  | {
      readonly kind: 'staff';
      readonly staff: readonly StaffMember[];
      /** How each school signs its letters, by school id. */
      readonly schoolDetails: ReadonlyMap<string, SchoolDetails>;
    }
  | { readonly kind: 'problems'; readonly problems: readonly StaffProblem[] };

/** What is wrong with a staff file, and on which line (from 1). */
export interface StaffProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Reads `staff.yaml`; with anything wrong in it, nobody may ask. Roles are written with a space or a hyphen. */
export function readStaff(text: string, file: string): StaffReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = (offset: number, reason: string): StaffProblem => ({
    file,
    line: lines.linePos(offset).line,
    reason,
  });
  if (document.errors.length > 0) {
    return {
      kind: 'problems',
      problems: document.errors.map((error) => problem(error.pos[0], firstLine(error.message))),
    };
  }
  const content = withSpacedRoles(document.toJS());
  if (!fits(content)) {
    const errors = (fits.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return { kind: 'problems', problems: errors.map((error) => problem(offsetOf(document, error), reasonOf(error))) };
  }
  const faults = [...groupless(content.staff), ...repeated(content.staff)];
  if (faults.length > 0) {
    const told = faults.map(({ index, reason }) => problem(offsetAt(document, ['staff', index]), reason));
    return { kind: 'problems', problems: told };
  }
  return {
    kind: 'staff',
    staff: content.staff.map(({ id, name, role, schools, registrationGroups, slackUser }) => ({
      id,
      name: name ?? role,
      role,
      schools,
      registrationGroups: registrationGroups ?? [],
      slackUser,
    })),
    schoolDetails: new Map(
      (content.schools ?? []).map(({ id, signatory, ...details }) => [
        id,
        { ...details, signatory: { role: signatory.role, name: signatory.name ?? '' } },
      ]),
    ),
  };
}

interface StaffContent {
  readonly staff: readonly {
    readonly id: string;
    readonly name?: string;
    readonly role: Role;
    readonly schools: readonly string[];
    readonly registrationGroups?: readonly string[];
    readonly slackUser?: string;
  }[];
  readonly schools?: readonly (Omit<SchoolDetails, 'signatory'> & {
    readonly id: string;
    readonly signatory: { readonly role: string; readonly name?: string };
  })[];
}

const fits = new Ajv2020({ allErrors: true, verbose: true, strictRequired: false }).compile<StaffContent>(staffSchema);

function withSpacedRoles(content: unknown): unknown {
  const staff = (content as { staff?: unknown } | null)?.staff;
  if (!Array.isArray(staff)) return content;
  const spaced = staff.map((entry: unknown) => {
    const role = (entry as { role?: unknown } | null)?.role;
    return typeof role === 'string' ? { ...(entry as object), role: role.replaceAll('-', ' ').toLowerCase() } : entry;
  });
  return { ...(content as object), staff: spaced };
}

interface StaffFault {
  readonly index: number;
  readonly reason: string;
}

/** A tutor without a group would see nobody: more likely a slip than a wish. */
function groupless(staff: StaffContent['staff']): readonly StaffFault[] {
  return staff.flatMap(({ role, registrationGroups = [] }, index) =>
    role === 'tutor' && registrationGroups.length === 0
      ? [{ index, reason: 'a tutor names at least one of registrationGroups' }]
      : [],
  );
}

function repeated(staff: StaffContent['staff']): readonly StaffFault[] {
  const seen = new Set<string>();
  return staff.flatMap(({ id, slackUser }, index) =>
    [`the id ${id}`, ...(slackUser === undefined ? [] : [`the Slack user ${slackUser}`])].flatMap((what) => {
      if (seen.has(what)) return [{ index, reason: `${what} stands here a second time` }];
      seen.add(what);
      return [];
    }),
  );
}

function reasonOf({ keyword, params, instancePath, data }: ErrorObject): string {
  // `/staff/0/registrationGroups/0` is about registrationGroups, `/staff/0` about the entry itself.
  const named = instancePath.split('/').slice(3);
  const what = named.findLast((part) => !/^\d+$/.test(part)) ?? 'this entry';
  if (keyword === 'required') return `${what} does not say ${String(params['missingProperty'])}`;
  if (keyword === 'additionalProperties') return `${what} has no “${String(params['additionalProperty'])}”`;
  if (keyword === 'enum') {
    return `${what} is “${String(data)}”; expected one of ${(params['allowedValues'] as string[]).join(', ')}`;
  }
  if (keyword === 'minItems') return `${what} names none; expected at least one`;
  if (keyword === 'pattern') return `${what} is “${String(data)}”; expected small letters, digits and hyphens`;
  if (keyword === 'type') return `${what} is ${JSON.stringify(data)}; expected ${typeWords[String(params['type'])]}`;
  return `${what} is empty; expected some text`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text (in quotes where it looks like a number)',
  array: 'a list',
  object: 'names with values',
};

function offsetOf(document: Document.Parsed, error: ErrorObject): number {
  return offsetAt(
    document,
    error.instancePath
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  );
}

function offsetAt(document: Document.Parsed, path: readonly (string | number)[]): number {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetAt(document, path.slice(0, -1));
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
