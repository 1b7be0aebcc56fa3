/** The policy language as the rest of the project sees it. Tests aside, nothing outside dsl/ imports any other file of it. */

export type { Source } from './text/source.ts';
export type { Span } from './text/span.ts';
export type { Diagnostic, Fix, Severity, TextEdit } from './text/diagnostic.ts';
export type { DiagnosticCode } from './text/catalogue.ts';
export { catalogue } from './text/catalogue.ts';
export { didYouMean } from './text/did-you-mean.ts';
export { lineStarts, lineText, placeAt } from './text/source.ts';
export { printDiagnostic } from './text/print-diagnostic.ts';
export { frame } from './text/frame.ts';
export { headline, keyed, numbered, paints } from './text/house-form.ts';
export { usualWidth, wrap } from './text/wrap.ts';

export type { Citation, Provision, Rulebook } from './rulebook/rulebook.ts';
export { england } from './rulebook/england.generated.ts';
export { codeTableOf, provisionOn, regimeOn } from './rulebook/regime.ts';
export { citationText } from './rulebook/citation.ts';

export type { Policy } from './resolve/policy.ts';
export type { PolicySet } from './check/read-policies.ts';
export { headOf, readPolicies } from './check/read-policies.ts';
export type { PolicyHead } from './check/layer-order.ts';
export { layerOrder } from './check/layer-order.ts';

export type {
  BesideClause,
  FileEdit,
  PolicyClause,
  Standing,
  StandingDeparture,
  StandingFix,
  StandingRow,
} from './compliance/standing.ts';
export { standings, weightOf } from './compliance/standing.ts';
export type { Asked } from './compliance/asked-of.ts';
export { askedOf } from './compliance/asked-of.ts';
export { checkCompliance } from './compliance/compliance.ts';
export type { ChangeDay, StandingChange } from './compliance/standing-changes.ts';
export { differs as standingDiffers, standingChanges } from './compliance/standing-changes.ts';

export type { ClauseChange, Effect, PolicyChange, StandingDay, StandingMove, Way } from './diff/change.ts';
export { diffPolicies } from './diff/diff-policies.ts';

export type { ComparisonSettings, RegionComparison, Side, Witness, WitnessCase } from './regions/comparison.ts';
export { compareConditions } from './regions/compare-conditions.ts';

export type { CompiledPolicy } from './compile/compiled-policy.ts';
export type { PupilCase } from './compile/timeline.ts';
export { compilePolicy } from './compile/compile.ts';

export type * from './evaluate/finding.ts';
export type { FindingPart } from './evaluate/evaluate.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { ServiceEntry, ServiceNow } from './evaluate/directory.ts';
export { policyServices, servicesFor } from './evaluate/directory.ts';
export type { Task } from './evaluate/tasks.ts';
export { tasksOf } from './evaluate/tasks.ts';
export type { MeetingParty, MeetingPeople } from './evaluate/meetings.ts';
export { meetingOf } from './evaluate/meetings.ts';
export { adultsCovered, recipientsOf } from './evaluate/recipients.ts';
export { reviewDayInRange } from './evaluate/reviews.ts';
export type * from './evaluate/school-finding.ts';
export type { SchoolCase } from './evaluate/evaluate-school.ts';
export type * from './evaluate/family-finding.ts';
export { checkFamily } from './evaluate/check-family.ts';
export { evaluateSchool } from './evaluate/evaluate-school.ts';
export type { Explanation } from './evaluate/explain.ts';
export {
  explain,
  explainLadder,
  explainNext,
  explainQuantity,
  explainReason,
  groupSessions,
} from './evaluate/explain.ts';
export { explainNeed, explainNeeds } from './evaluate/explain-need.ts';
export type { ClassRewardFinding, ClassTally } from './evaluate/classes.ts';
export { classRewards } from './evaluate/classes.ts';
export type { ClassMember, ClassRegisters, DatedClassReward } from './evaluate/class-tallies.ts';
export { classRewardsAt } from './evaluate/class-tallies.ts';
export type { FineFinding } from './evaluate/fines.ts';
export { finesDue } from './evaluate/fines.ts';
export { markOptions } from './evaluate/paper-marks.ts';
export type { LeaveFinding } from './evaluate/leave.ts';
export { leaveFindings } from './evaluate/leave.ts';
export type { SupposedMark } from './evaluate/suppose-marks.ts';
export { attended, codeAt, isAhead, sessionsBetween, supposeMarks } from './evaluate/suppose-marks.ts';
export type { FindingChange } from './evaluate/finding-changes.ts';
export { findingChanges } from './evaluate/finding-changes.ts';
export type { CountDetail, ThresholdDetail } from './evaluate/threshold-detail.ts';
export { thresholdDetails } from './evaluate/threshold-detail.ts';
export type { LeavingDay } from './evaluate/leaving-days.ts';
export type { ShownCondition } from './evaluate/shown-condition.ts';
export type { NoticeBar, NoticeDetail, NoticeSentence } from './evaluate/notice-detail.ts';
export { noticeDetails } from './evaluate/notice-detail.ts';
export { bandAt } from './evaluate/bands.ts';
export type { PaperMark } from './evaluate/paper-marks.ts';
export { paperMark } from './evaluate/paper-marks.ts';
export type { ArrivalMark, PolicyJudgement, PolicyPaper, PolicyStage, PolicyTime } from './evaluate/describe.ts';
export {
  arrivalMark,
  arrivalRules,
  recordedTimes,
  policyJudgements,
  policyPapers,
  policyStages,
  policyTimes,
} from './evaluate/describe.ts';

export type { PolicyEvent } from './evaluate/policy-events.ts';
export { policyEvents } from './evaluate/policy-events.ts';

export type { ExampleResult } from './cases/examples.ts';
export { runExamples } from './cases/examples.ts';

export { formatPolicy } from './format/format.ts';

export type { Highlight, HighlightKind } from './service/highlight.ts';
export type { Hover } from './service/hover.ts';
export type { LanguageService } from './service/language-service.ts';
export type { StandingDiagnostic } from './service/standing-diagnostics.ts';
export { provisionHelp } from './service/provision-help.ts';
export type { OutlineEntry } from './service/outline.ts';
export { createLanguageService } from './service/language-service.ts';
export type { BrokenExample, Cure, CuredPolicies, LeftBreach } from './service/cure-policies.ts';
export { curePolicies } from './service/cure-policies.ts';
export { applyEdits } from './text/apply-edits.ts';
