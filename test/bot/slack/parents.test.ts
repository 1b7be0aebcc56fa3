import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ascensionPlan } from '../../../bot/sample-school/ascension-plan.ts';
import { withSlackUsers, workspaceOf } from '../../../bot/serve-workspace.ts';
import { startDoor, type Door, type Road } from './door.ts';

const champion = 'U0ASCENSION';
const teacher = 'U0ASCTEACHER';

describe.each<Road>(['socket', 'http'])('whom it concerns, how long and what for, by %s', (road) => {
  let door: Door;
  beforeAll(async () => {
    door = await startDoor(road, {
      plans: [ascensionPlan()],
      asAt: 'last',
      workspace: (staff) => workspaceOf('Ascension', withSlackUsers(staff)),
    });
  }, 60_000);
  afterAll(() => door.stop());

  test('a notice to one parent, by what they are to the pupil; undone and recorded again', async () => {
    const said = await door.ask('notice to improve issued to Ruby Perrins’ mother', champion);
    expect(said).toMatch(/Recorded for Ruby Perrins \(5A\): notice to improve issued[^]*Parent[^]*Mrs Perrins/);
    expect(await door.press('Undo', champion)).toMatch(/Undone for Ruby Perrins[^]*Mrs Perrins/);
    expect(await door.press('Record it again', champion)).toMatch(/Recorded for Ruby Perrins[^]*Mrs Perrins/);
    expect(await door.ask('log for Ruby Perrins', champion)).toContain('notice to improve issued, Mrs Perrins');
  });

  test('a length chosen', async () => {
    const said = await door.ask('improvement chosen for 4 weeks for Ruby Perrins', champion);
    expect(said).toMatch(/improvement period chosen[^]*Length[^]*4 weeks/);
  });

  test('a notice to an adult of whom only one pupil is a child', async () => {
    const said = await door.ask('penalty notice issued on 9 March to Mr Grosvenor about 9 to 13 February', champion);
    expect(said).toMatch(/Recorded for Jenson Grosvenor[^]*9 March 2026[^]*Mr Grosvenor[^]*9 to 13 February 2026/);
    expect(await door.ask('what next for Jenson Grosvenor', champion)).toMatch(/\(for (Mrs|Mr) Grosvenor/);
    const toTeacher = await door.ask('what next for Jenson Grosvenor', teacher);
    expect(toTeacher).not.toMatch(/(Mrs|Mr) Grosvenor/);
  });

  test('a notice that names no parent: which, or both', async () => {
    const said = await door.ask('penalty notice issued for Ruby Perrins', champion);
    expect(said).toContain('Which parent of Ruby Perrins (5A) does it concern?');
    expect(await door.press('Mr Lee Perrins (father)', champion)).toMatch(/penalty notice issued[^]*Mr Perrins/);
  });

  test('what leave is asked for', async () => {
    const said = await door.ask('leave of absence asked for Ruby Perrins from 4 to 6 May for a wedding', champion);
    expect(said).toMatch(/leave[^]*asked[^]*4 to 6 May 2026[^]*Purpose[^]*a wedding/i);
  });
});
