import type { Severity } from './diagnostic.ts';

interface Entry<Words extends readonly string[]> {
  readonly severity: Severity;
  readonly words: (...args: { [K in keyof Words]: string }) => string;
  /** For DIAGNOSTICS.md: what goes wrong, and what to do. */
  readonly cure: string;
}

function entry<const Args extends readonly string[]>(
  severity: Severity,
  words: (...args: { [K in keyof Args]: string }) => string,
  cure: string,
): Entry<Args> {
  return { severity, words, cure };
}

/** Every diagnostic: its code, severity, wording and cure, in one place. */
export const catalogue = {
  'unexpected-character': entry<['character']>(
    'error',
    (character) => `“${character}” means nothing here`,
    'Take the character out, or put the words in "quotes".',
  ),
  'unclosed-text': entry<[]>(
    'error',
    () => 'this text has no closing quote',
    'End the text with a " on the same line.',
  ),
  'no-such-date': entry<['date']>(
    'error',
    (date) => `the calendar has no ${date}`,
    'Write a date that exists, such as 30 June 2024.',
  ),
  'no-such-time': entry<['time']>('error', (time) => `no clock shows ${time}`, 'Write a time from 00:00 to 23:59.'),
  'misspelt-word': entry<['found', 'meant']>(
    'error',
    (found, meant) => `“${found}” is not a word of the language; did you mean “${meant}”?`,
    'Use the word suggested, or declare the name.',
  ),
  'written-otherwise': entry<['found', 'spelt']>(
    'error',
    (found, spelt) => `“${found}” is not how it is written here; write “${spelt}”`,
    'Write dates as 1 September 2025, times as 09:30, amounts as £80, and “at least 5” for “5 or more”.',
  ),
  'from-compares': entry<['from', 'comparing', 'found']>(
    'error',
    (from, comparing, found) => `“${from}” already means “${comparing}”: “${found}” cannot follow it`,
    'After “from” write the first number that counts: “from 7.5 days absent” is “more than 7”.',
  ),
  'unexpected-word': entry<['found', 'expected']>(
    'error',
    (found, expected) => `${found} cannot stand here; expected ${expected}`,
    'Write what is expected, or take the word out.',
  ),
  'not-a-statement': entry<['found']>(
    'error',
    (found) => `no statement begins with ${found}`,
    'Begin with a declaration (ladder, stage, threshold, letter …), with when, while or where, or with who does what.',
  ),
  'unfinished-statement': entry<['after', 'expected']>(
    'error',
    (after, expected) => `something is missing after ${after}: ${expected}`,
    'Write what is missing.',
  ),
  'missing-opening-brace': entry<[]>(
    'error',
    () => 'the { after this is missing: the lines below are indented, and a } closes them',
    'Open the block with a {.',
  ),
  'missing-brace': entry<[]>('error', () => 'this { has no matching }', 'Close the block with a }.'),
  'extra-brace': entry<[]>('error', () => 'this } closes nothing', 'Take the } out, or open its block.'),
  'subject-not-first': entry<['subject']>(
    'error',
    (subject) => `“${subject}” begins a new sentence, so it must stand first on its line`,
    'Put the sentence on a line of its own; or, if the word belongs to the sentence before, add the comma or “to” that is missing.',
  ),
  'needs-unit': entry<['number', 'units']>(
    'error',
    (number, units) => `${number} of what? Say “${units}”`,
    'Write the unit after the number.',
  ),
  'bare-unit': entry<['unit', 'choices']>(
    'error',
    (unit, choices) => `“${unit}” can mean several things; say ${choices}`,
    'Write which kind of day or week is meant.',
  ),
  'wrong-unit': entry<['unit', 'where', 'fitting']>(
    'error',
    (unit, where, fitting) => `${unit} cannot stand ${where}; say ${fitting}`,
    'Use a unit that fits.',
  ),
  'units-differ': entry<['found', 'wanted']>(
    'error',
    (found, wanted) => `this is in ${found}, and is compared with ${wanted}`,
    'Compare like with like.',
  ),
  'count-needs-class': entry<['unit']>(
    'error',
    (unit) => `which ${unit}? Say absent, unauthorised, authorised, late … or “coded” with the codes`,
    'Write the class before the unit, or the codes after it.',
  ),
  'needs-window': entry<['what']>(
    'error',
    (what) => `${what} over what time? Say “this school year”, “in a rolling 10 school weeks” …`,
    'Write the window after what is counted; where the document prints none, choose one and mark it assumed "…".',
  ),
  'mixed-and-or': entry<[]>(
    'error',
    () => 'this can be read two ways beside what it is joined to; put brackets round one of them',
    'Bracket the part that belongs together.',
  ),
  'unknown-name': entry<['name', 'kinds', 'hint']>(
    'error',
    (name, kinds, hint) => `no ${kinds} is called “${name}”${hint}`,
    'Use a declared name, or declare it.',
  ),
  'unknown-provision': entry<['what', 'provision', 'hint']>(
    'error',
    (what, provision, hint) => `the rulebook ${what} called “${provision}”${hint}`,
    'Use the id of a provision of the rulebook (policies/statutory); “as set in” wants one that sets a share of possible sessions, such as PA-10. att comply lists them.',
  ),
  'departure-unfinished': entry<['provision', 'missing']>(
    'error',
    (provision, missing) =>
      `this departure from ${provision} does not say ${missing}: until it does it counts for nothing`,
    'Write all of it: departs from PROVISION because "why" approved by ROLE on DATE, until DATE.',
  ),
  'departure-refused': entry<['provision', 'why']>(
    'error',
    (provision, why) => `${provision} cannot be departed from: ${why}`,
    'Change what the policy does, so that it meets the provision; only guidance can be departed from, and only while it is guidance.',
  ),
  'departure-lapsed': entry<['provision', 'day']>(
    'warning',
    (provision, day) => `this departure from ${provision} lapsed after ${day}: a breach weighs in full again`,
    'Change what the policy does; or have the departure approved anew, with its new dates; or take it out.',
  ),
  'nothing-to-depart-from': entry<['why']>(
    'warning',
    (why) => `there is nothing to depart from: ${why}`,
    'Take the departure out; or check which provision is meant.',
  ),
  'which-paper': entry<['kind']>(
    'error',
    (kind) => `there is more than one ${kind}: say which`,
    'Write the name of the one meant.',
  ),
  'wrong-kind': entry<['name', 'kind', 'wanted']>(
    'error',
    (name, kind, wanted) => `“${name}” is a ${kind}; ${wanted} is wanted here`,
    'Use a name of the kind wanted.',
  ),
  'not-a-name': entry<['name']>(
    'error',
    (name) => `“${name}” cannot be a name: beside a condition it would read as its opposite`,
    'Choose a name that does not begin with not- or no-.',
  ),
  'duplicate-name': entry<['name', 'kind']>(
    'error',
    (name, kind) => `there is already a ${kind} called “${name}”`,
    'Give one of the two another name.',
  ),
  'not-a-condition': entry<['name', 'kind', 'hint']>(
    'error',
    (name, kind, hint) => `“${name}” is a ${kind}: that alone is no condition; ${hint}`,
    'Say what became of it: sent, held, issued …',
  ),
  'wrong-participle': entry<['kind', 'participle', 'fitting']>(
    'error',
    (kind, participle, fitting) => `a ${kind} is never “${participle}”; it can be ${fitting}`,
    'Use a word that fits the thing.',
  ),
  'does-not-belong': entry<['what', 'where']>(
    'error',
    (what, where) => `${what} cannot stand in ${where}`,
    'Move it to where it belongs.',
  ),
  'no-policy': entry<[]>(
    'error',
    () => 'the file has no policy, trust, framework or cluster at its head',
    'Begin the file with: policy NAME "Title" in force from DATE { … }',
  ),
  'two-policies': entry<[]>('error', () => 'one file holds one policy', 'Put the second policy in a file of its own.'),
  'unknown-layer': entry<['name']>(
    'error',
    (name) => `the policy is under “${name}”, and no file given declares it`,
    'Check the name, or check the folder that holds both files.',
  ),
  'layer-circle': entry<['name']>('error', (name) => `“${name}” is under itself`, 'Take one of the two out.'),
  'not-england': entry<['nation']>(
    'error',
    (nation) => `this is a policy for ${nation}; only England’s law and codes are known here`,
    'Write school in "England", or do not use this program for the policy.',
  ),
  'unknown-school-kind': entry<['found', 'hint']>(
    'error',
    (found, hint) => `“${found}” is no kind or phase of school${hint}`,
    'Kinds: academy, maintained, independent, non-maintained-special. Phases: nursery, infant, junior, primary, middle, secondary, all-through, sixth-form, special, alternative-provision.',
  ),
  'two-school-kinds': entry<['kind', 'other']>(
    'error',
    (kind, other) => `no school is both ${kind} and ${other}`,
    'Keep the kind that the school is; phases may stand beside one another.',
  ),
  'unknown-attendance-code': entry<['code', 'day']>(
    'error',
    (code, day) => `${code} is no attendance code in force on ${day}`,
    'Use a code of the set in force while the policy is.',
  ),
  'time-gap': entry<['from', 'to']>(
    'warning',
    (from, to) => `an arrival at ${from}${to === from ? '' : ` to ${to}`} stands in no row: its mark is undetermined`,
    'Say “by” or “from” so that the rows meet; or leave it, if the document leaves it.',
  ),
  'time-overlap': entry<['from', 'to']>(
    'warning',
    (from, to) => `an arrival at ${from}${to === from ? '' : ` to ${to}`} stands in two rows: its mark is undetermined`,
    'Say “before” or “after” so that the rows do not overlap.',
  ),
  'ladder-climbs': entry<['stage', 'before']>(
    'error',
    (stage, before) => `“${stage}” is reached no later than “${before}”, which stands before it`,
    'Order the stages from the first reached to the last.',
  ),
  'unreachable-stage': entry<['stage', 'why']>(
    'warning',
    (stage, why) => `no pupil can come to “${stage}”: ${why}`,
    'Say when it is entered, or let another stage move to it.',
  ),
  'asks-of-a-pupil': entry<['what']>(
    'error',
    (what) => `“${what}” is so of one pupil, and this is asked of schools`,
    'Say it outside “for each school”, or of something the school itself did.',
  ),
  'refines-looser': entry<['name', 'why']>(
    'error',
    (name, why) => `this is looser than “${name}”, which it refines: ${why}`,
    'Ask at least as much as the layer does; or take “refines” out: then both hold, each by itself.',
  ),
  'refines-untold': entry<['name', 'why']>(
    'warning',
    (name, why) => `it cannot be told whether this is as strict as “${name}”: ${why}; a person must judge`,
    'Say it in the layer’s own measure; or leave it, where a person has judged that it is as strict.',
  ),
  'replaces-stated': entry<['name']>(
    'warning',
    (name) => `“${name}” states something, and still holds beside this`,
    'Take “replaces” out, or write “refines” where this is as strict; only what a layer leaves not stated can be replaced.',
  ),
  'sent-not-declared': entry<['name']>(
    'warning',
    (name) =>
      `“${name}” is sent, and no letter, notice or other paper is called so: it can be logged, and never drafted`,
    'Declare it: letter NAME "its title" { goes to parents }.',
  ),
  'letter-without-template': entry<['letter', 'file']>(
    'warning',
    (letter, file) => `there is no template for “${letter}” (${file})`,
    'Add the file named, or choose a letter that has one; letters/README.md says how a letter is worded.',
  ),
  'never-used': entry<['kind', 'name']>(
    'information',
    (kind, name) => `the ${kind} “${name}” is declared and never used`,
    'Use it, or take it out.',
  ),
  'outside-its-dates': entry<['what', 'to']>(
    'information',
    (what, to) => `${what} lapses on ${to}`,
    'Nothing, if that is meant.',
  ),
  'lacks-cite': entry<['what']>(
    'information',
    (what) => `${what} cites no place in the school’s document`,
    'Add cite "…" with the document’s own heading.',
  ),
  'review-overdue': entry<['day']>(
    'warning',
    (day) => `the policy’s own review was due on ${day}`,
    'Review the policy, and write the new dates.',
  ),
  'dates-cross': entry<['from', 'to']>(
    'error',
    (from, to) => `this ends on ${to}, before it begins on ${from}`,
    'Put the earlier date first.',
  ),
  'refers-to-itself': entry<['name']>(
    'error',
    (name) => `“${name}” turns on itself`,
    'Let what a name means rest on other names only.',
  ),
  'example-fails': entry<['title', 'expected', 'found']>(
    'error',
    (title, expected, found) => `example “${title}”: expected ${expected}; found ${found}`,
    'Change the example or the clause, whichever is wrong.',
  ),
  'not-understood-yet': entry<['what']>(
    'error',
    (what) => `${what} is read but not worked out by this version`,
    'Say it another way, or write it as a note "…".',
  ),
} as const;

export type DiagnosticCode = keyof typeof catalogue;

/** The words of a diagnostic. */
export function wording<Code extends DiagnosticCode>(
  code: Code,
  ...args: Parameters<(typeof catalogue)[Code]['words']>
): string {
  const words: (...given: readonly string[]) => string = catalogue[code].words;
  return words(...args);
}
