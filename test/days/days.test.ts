import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ascensionPlan } from '../../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../../bot/sample-school/bramhall-plan.ts';
import { normantonPlan } from '../../bot/sample-school/normanton-plan.ts';
import { sampleStaff } from '../../bot/sample-school/sample-staff.ts';
import { uptonPlan } from '../../bot/sample-school/upton-plan.ts';
import { widnesPlan } from '../../bot/sample-school/widnes-plan.ts';
import { withSlackUsers, workspaceOf } from '../../bot/serve-workspace.ts';
import { startDoor, type Door } from '../bot/slack/door.ts';
import { readDay, withSeen, type Step } from './read-day.ts';

// A day of each school, told as questions and records: typed into the stand-in, answered by the real app. UPDATE=1
// writes what is seen into the file: the difference is to be read, beside the school's document.
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'));
const plans = [widnesPlan(70), normantonPlan(), ascensionPlan(), bramhallPlan(), uptonPlan()];
const people = new Map(sampleStaff.map(({ name, slackUser }) => [name, slackUser]));

describe.each(files)('%s', (name) => {
  const path = join(import.meta.dirname, name);
  const text = readFileSync(path, 'utf8');
  const day = readDay(text);
  const seen = new Map<number, readonly string[]>();
  let door: Door;

  beforeAll(async () => {
    door = await startDoor('socket', {
      plans: plans.filter(({ policy }) => policy === day.policy),
      asAt: day.asAt,
      now: `${day.asAt}T16:00:00Z`,
      workspace: (staff) => workspaceOf(day.policy, withSlackUsers(staff)),
    });
  }, 60_000);
  afterAll(async () => {
    await door.stop();
    if (process.env['UPDATE'] === '1') writeFileSync(path, withSeen(text, seen));
  });

  test('holds a day', () => expect(day.steps.length).toBeGreaterThan(9));

  test.each(day.steps)('line $line: $who $does $what', async (step) => {
    const lines = await seenAfter(door, step);
    seen.set(step.line, lines);
    if (process.env['UPDATE'] !== '1') expect(lines).toEqual(step.sees);
  });
});

async function seenAfter(door: Door, { who, does, what }: Step): Promise<readonly string[]> {
  const user = people.get(who);
  if (user === undefined) throw new Error(`nobody in the samples is called ${who}`);
  const printed = does === 'presses' ? await door.press(what, user) : await door.ask(what, user);
  return unreferenced(unescaped(printed))
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Slack's three escapes as a person sees them. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A letter's reference rests on the whole text of the policy: it is not what a day is read for. */
function unreferenced(text: string): string {
  return text.replaceAll(/\bATT-\d{4}-[0-9A-F]{6}\b/g, 'ATT-…');
}
