import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { isToBeDone, met } from '../../asked.ts';

export function attendanceReturnAndMissingReferral(of: Asked): Answer {
  return {
    attendanceReturn: isToBeDone(of, 'make-attendance-return'),
    missingReferral: isToBeDone(of, 'stockport.make-missing-from-school'),
  };
}

export function sicknessReturnDue(of: Asked): Answer {
  return { due: isToBeDone(of, 'make-sickness-return') };
}

export function healthProvision15(of: Asked): Answer {
  return { triggered: met(of, 'health-provision-level') };
}
