import type { AttendanceCode, CodeTable } from '../../register/attendance-code.ts';
import type { SessionSet } from '../resolve/policy.ts';
import { isAbsent, isAttended, isPossible } from '../../register/attendance-code.ts';

/** The classes of session that a policy counts, each in a slot, and which codes belong to each. */
export interface ClassTable {
  slotOf(set: SessionSet): number;
  /** By slot: 1 where the code behind a register's byte belongs to the class. */
  members(codes: CodeTable): readonly Uint8Array[];
}

export function classTable(): ClassTable {
  const slots = new Map<string, { readonly slot: number; readonly set: SessionSet }>();
  const byCodes = new WeakMap<CodeTable, readonly Uint8Array[]>();
  return {
    slotOf(set) {
      const key = 'class' in set ? set.class : `coded ${set.codes.toSorted().join(' ')}`;
      let found = slots.get(key);
      if (!found) slots.set(key, (found = { slot: slots.size, set }));
      return found.slot;
    },
    members(codes) {
      let tables = byCodes.get(codes);
      if (!tables || tables.length !== slots.size) {
        tables = [...slots.values()].map(({ set }) => membersOf(codes, set));
        byCodes.set(codes, tables);
      }
      return tables;
    },
  };
}

export function membersOf(codes: CodeTable, set: SessionSet): Uint8Array {
  const table = new Uint8Array(256);
  codes.codes.forEach((code, index) => (table[index + 1] = belongs(code, set) ? 1 : 0));
  return table;
}

export function belongs(code: AttendanceCode, set: SessionSet): boolean {
  if ('codes' in set) return set.codes.includes(code.code);
  switch (set.class) {
    case 'absent':
      return isAbsent(code.meaning);
    case 'attended':
      return isAttended(code.meaning);
    case 'present':
      return code.meaning === 'present';
    case 'late':
      return code.late;
    case 'authorised':
      return code.meaning === 'authorised absence';
    case 'unauthorised':
      return code.meaning === 'unauthorised absence';
    case 'possible':
      return isPossible(code.meaning);
  }
}
