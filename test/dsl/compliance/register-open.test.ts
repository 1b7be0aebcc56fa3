import { describe, expect, test } from 'vitest';
import { standingOf, standingOfFile } from './standing-of.ts';

/** Both sessions; the afternoon begins at 13:00. */
function registers(morning: string, afternoon = 'afternoon from 13:00 { arriving after 13:20 is U }'): string {
  return `school day {\n  morning from 08:45 {\n${morning}\n  }\n  ${afternoon}\n}`;
}

function closing(time: string): string {
  return registers(`arriving after 08:55 but by ${time} is L\narriving after ${time} is U`);
}

const lastOfOld = '2024-08-18';
const firstOfNew = '2024-08-19';

describe('REG-OPEN-30, the register open at most 30 minutes', () => {
  test('late for 31 minutes, and no word on what follows', () => {
    expect(standingOf(registers('arriving by 09:16 is L'), 'REG-OPEN-30', firstOfNew).standing).toBe('breaches');
  });

  test('says both numbers, the clause and the guidance', () => {
    expect(standingOf(closing('09:30'), 'REG-OPEN-30', firstOfNew)).toMatchObject({
      standing: 'breaches',
      why: 'The morning register can be marked L until 45 minutes after the session begins; the guidance allows 30 minutes.',
      policyText: 'arriving after 09:30 is U',
      clause: { policy: 'school', id: 'morning', cite: null, line: 5 },
      provisionText: 'The register closes no more than 30 minutes after the session begins',
      value: 'at most 30 minutes',
      level: 'statutory guidance',
      citation: 'Working together to improve school attendance (August 2024), about ¶290',
      confidence: 'confirmed second-hand',
    });
  });

  test('a session without its times keeps the whole from being a pass', () => {
    const row = standingOf(registers('arriving after 09:15 is U', 'afternoon not stated'), 'REG-OPEN-30', firstOfNew);
    expect(row).toMatchObject({
      standing: 'silent',
      why: 'The policy does not say when the afternoon register closes.',
    });
    expect(row.beside.map((each) => each.policyText)).toEqual(['arriving after 09:15 is U']);
  });

  test('an afternoon open too long breaches, whatever the morning does', () => {
    const policy = registers('arriving after 09:15 is U', 'afternoon from 13:00 { arriving after 13:31 is U }');
    expect(standingOf(policy, 'REG-OPEN-30', firstOfNew).why).toContain(
      'The afternoon register can be marked L until 31',
    );
  });

  test('a session whose beginning is not stated', () => {
    const policy = 'school day {\n  morning { arriving after 09:15 is U }\n  afternoon not stated\n}';
    expect(standingOf(policy, 'REG-OPEN-30', firstOfNew)).toMatchObject({
      standing: 'silent',
      why: 'The policy does not say when the session begins, so how long the morning register stays open is unknown.',
    });
  });

  test('a policy without a school day', () => {
    expect(standingOf('', 'REG-OPEN-30', firstOfNew)).toMatchObject({
      standing: 'silent',
      why: 'The policy does not say when its registers close.',
      clause: null,
      policyText: null,
    });
  });

  test('a named time says when registers close where no row does', () => {
    const policy = (time: string) =>
      `school day {\n  time closes "Registers close" ${time}\n  morning from 08:45 {\n arriving by 08:55 is present\n arriving after 08:55 is L\n }\n afternoon from 13:00 { arriving after 13:30 is U }\n}`;
    expect(standingOf(policy('09:15'), 'REG-OPEN-30', firstOfNew).standing).toBe('meets');
    expect(standingOf(policy('09:16'), 'REG-OPEN-30', firstOfNew).standing).toBe('breaches');
  });

  test('rows that keep the 30 minutes, and a named time that does not', () => {
    const policy = `school day {\n  time closes "Registers close" 09:20\n  morning from 08:45 { arriving after 09:15 is U }\n  afternoon from 13:00 { arriving after 13:20 is U }\n}`;
    const row = standingOf(policy, 'REG-OPEN-30', firstOfNew);
    expect(row.standing).toBe('contradicts itself');
    expect(row.why).toMatch(/until 30 minutes .* But elsewhere: “Registers close” stands at 35 minutes/);
  });

  test('a school’s own times stand in place of its framework’s', () => {
    const above = closing('09:45');
    expect(standingOf(closing('09:15'), 'REG-OPEN-30', firstOfNew, above).standing).toBe('meets');
    expect(standingOf('', 'REG-OPEN-30', firstOfNew, above)).toMatchObject({
      standing: 'breaches',
      clause: { policy: 'council' },
    });
  });

  test('a clause out of its own dates is not there', () => {
    const policy = `school day {\n  morning from 08:45 {\n arriving after 09:30 is U in force from 1 September 2020 to 18 August 2024\n arriving after 09:15 is U in force from 19 August 2024\n }\n afternoon from 13:00 { arriving after 13:20 is U }\n}`;
    expect(standingOf(policy, 'REG-OPEN-30', firstOfNew).standing).toBe('meets');
    expect(standingOf(policy, 'REG-OPEN-OLD', lastOfOld).why).toContain('45 minutes');
  });
});

describe('REG-OPEN-OLD, 30 minutes or the form time or first lesson', () => {
  test('30 minutes keep it on either measure', () => {
    expect(standingOf(closing('09:15'), 'REG-OPEN-OLD', lastOfOld).standing).toBe('meets');
  });

  test('31 minutes may still lie within the first lesson, which no policy states: silent, not a breach', () => {
    const row = standingOf(closing('09:16'), 'REG-OPEN-OLD', lastOfOld);
    expect(row.standing).toBe('silent');
    expect(row.why).toMatch(
      /or the length of the form time or first lesson .*, whose length the policy does not state\.$/,
    );
    expect(row.confidence).toBe('from memory, not confirmed');
  });
});

describe('Widnes and Halton', () => {
  test('on the day it came into force: open 45 minutes, complete within 30', () => {
    expect(standingOfFile('widnes', 'REG-OPEN-OLD', '2023-11-22')).toMatchObject({
      standing: 'contradicts itself',
      level: 'non-statutory guidance',
      clause: { policy: 'widnes', id: 'complete-by' },
    });
  });

  test('45 minutes on 1 September 2024, the afternoon still unsaid', () => {
    const row = standingOfFile('widnes', 'REG-OPEN-30', '2024-09-01');
    expect(row).toMatchObject({ standing: 'breaches', policyText: 'arriving after 09:30 is unauthorised' });
    expect(row.beside.map((each) => each.policyText)).toEqual([
      'time complete-by "Registers are accurately completed" 09:15',
      'time closes "Registers close" 09:30',
      'afternoon not stated',
    ]);
  });

  test('a framework takes no register', () => {
    expect(standingOfFile('halton', 'REG-OPEN-30', '2024-09-01').standing).toBe('not applicable');
  });
});
