import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { ask } from '../bot/answers/ask.ts';
import { letterOf } from '../bot/answers/letter-text.ts';
import { readStaff } from '../bot/answers/staff.ts';
import { normantonPlan } from '../bot/sample-school/normanton-plan.ts';
import { uptonPlan } from '../bot/sample-school/upton-plan.ts';
import { importSamples, makeSamples } from '../bot/serve-sample.ts';
import { openServices } from '../bot/serve-services.ts';
import { openStore } from '../bot/store/open-database.ts';
import { codeTableOf, england } from '../dsl/index.ts';
import { letterMeta } from '../letters/letter-meta.ts';
import type { Letter } from '../letters/letter.ts';
import { renderSvg } from '../letters/pdf/render-pdf.ts';
import { sampleLetter } from '../test/letters/sample-letter.ts';

/** The pages of letters as pictures, one file a page, in docs/pictures: the four of Widnes, and the first of each other school. */
const folder = new URL('../docs/pictures/', import.meta.url);
const papers = ['stage-1-letter', 'stage-2-letter', 'stage-3-letter', 'formal-warning'] as const;
/** Letters of the sample schools, asked for as a person would, by the staff id. */
const asked = [
  ['normanton-lead', 'letter nearing for Ella Tomlin'],
  ['normanton-lead', 'letter written warning for Kian Fairburn'],
  ['normanton-lead', 'letter lateness for Callum Rushworth'],
  ['juniors-lead', 'letter joint parenting contract for Tyler Ferris'],
] as const;
/** A4 in points, as Typst lays its pages below one another. */
const page = { width: 595.28, height: 841.89 };

for (const name of readdirSync(folder)) {
  if (name.startsWith('letter-') && name.endsWith('.png')) rmSync(new URL(name, folder));
}
for (const paper of papers) draw(sampleLetter(paper));
for (const letter of await letters()) draw(letter);

/** The letter to the first adult of each draft. */
async function letters(): Promise<readonly Letter[]> {
  const samples = makeSamples([normantonPlan(), uptonPlan()]);
  const staff = readStaff(samples['staff.yaml'], 'staff.yaml');
  if (staff.kind === 'problems') throw new Error(staff.problems.map(({ reason }) => reason).join('\n'));
  const store = await openStore({ path: ':memory:' });
  const now = () => '2026-11-01T10:00:00Z';
  await importSamples(store, samples, { codes: codeTableOf(england), at: now() });
  const { services } = await openServices({ store, schoolDetails: staff.schoolDetails, now });
  const drafted: Letter[] = [];
  for (const [who, question] of asked) {
    const actor = staff.staff.find(({ id }) => id === who)!;
    const answer = await ask(services, question, { actor, place: { id: 'pictures', kind: 'direct message' } });
    const record = answer.kind === 'draft' ? await store.letter(answer.letters[0]!.id) : undefined;
    if (!record) throw new Error(`${question}: ${JSON.stringify(answer).slice(0, 300)}`);
    drafted.push(letterOf(record));
  }
  await store.close();
  return drafted;
}

function draw(letter: Letter): void {
  const svg = renderSvg(letter.body, letterMeta(letter));
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);
  const pages = Math.round(height / page.height);
  const name = letter.paper.replace(/^widnes\.|-letter$/g, '').replace('.', '-');
  for (let index = 0; index < pages; index++) {
    const view = `0 ${(height / pages) * index} ${page.width} ${height / pages}`;
    const one = svg
      .replace(/viewBox="[^"]*"/, `viewBox="${view}"`)
      .replace(/ width="[\d.]+(pt)?"/, ` width="${page.width}"`)
      .replace(/ height="[\d.]+(pt)?"/, ` height="${height / pages}"`);
    const png = new Resvg(one, { fitTo: { mode: 'width', value: 1000 }, background: 'white' }).render().asPng();
    writeFileSync(new URL(`letter-${name}-${index + 1}.png`, folder), png);
  }
}
