import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, with files in it, where the command is run for real. */
export interface Desk {
  readonly folder: string;
  readonly att: (...args: string[]) => Promise<Ran>;
  readonly write: (name: string, text: string) => void;
}

/** As it is built: what people run, and it starts in half the time. */
const entry = join(import.meta.dirname, '../../dist/att.js');

export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'att-cli-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
    },
    att: (...args) =>
      new Promise((resolve) => {
        const environment = { PATH: process.env['PATH'], HOME: folder };
        execFile(process.execPath, [entry, ...args], { cwd: folder, env: environment }, (error, out, err) => {
          resolve({ exit: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
        });
      }),
  };
}

/** A register as a school exports it: one pupil absent for so many sessions from 4 March 2024, then present to the 28th. */
export function marksCsv(absent: number, pupil = 'A1,Bloggs,Jo,2014-01-02,5,5B'): string {
  const rows = ['upn,surname,forename,date of birth,year group,registration group,date,session,code,minutes late'];
  for (let date = 4; date <= 28; date++) {
    if ([6, 0].includes(new Date(Date.UTC(2024, 2, date)).getUTCDay())) continue;
    for (const session of ['AM', 'PM']) {
      const code = rows.length <= absent ? 'O' : session === 'AM' ? '/' : '\\';
      rows.push(`${pupil},2024-03-${String(date).padStart(2, '0')},${session},${code},`);
    }
  }
  return `${rows.join('\n')}\n`;
}

export const calendarYaml = `school: widnes
start: 2023-09-04
end: 2024-07-19
terms:
  - { name: Spring, from: 2024-01-08, to: 2024-03-28 }
`;

export const adultsCsv = `upn,family,title,forename,surname,relation,parental responsibility,day-to-day care,address line 1,address line 2,address line 3,town,postcode,do not send
A1,F1,Ms,Ada,Bloggs,mother,yes,yes,1 Ferry Lane,,,Widnes,WA8 0AA,no
`;

export const staffYaml = `staff:
  - { id: lead, role: attendance lead, schools: [widnes] }
  - { id: tutor-1a, role: tutor, schools: [widnes], registrationGroups: [1A] }
schools:
  - id: widnes
    name: Widnes Academy
    address: [1 School Lane, Widnes, WA8 0ZZ]
    telephone: 0151 496 0100
    email: office@school.example
    signatory: { role: Head of School }
    contact: { role: Attendance Lead, telephone: 0151 496 0100, email: office@school.example }
`;
