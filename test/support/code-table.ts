import { england } from '../../dsl/rulebook/england.generated.ts';
import { codeTableOf } from '../../dsl/rulebook/regime.ts';
import type { CodeTable } from '../../register/attendance-code.ts';

/** England's attendance codes of every day, as the rulebook has them. */
export const codes: CodeTable = codeTableOf(england);
