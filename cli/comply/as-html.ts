import { formatDay } from '../../register/day.ts';
import type { Standing } from '../../dsl/index.ts';
import type { ShownRow } from '../standing-row.ts';
import { byArea } from './areas.ts';
import { pageStyle } from './page-style.ts';
import {
  clauseWords,
  datesWords,
  departureWords,
  isDoubted,
  standingMeanings,
  standingsGravestFirst,
} from './standing-words.ts';
import type { ComplyTable } from './table.ts';

/** The table as one page that needs nothing else: both texts side by side, and what is not surely known marked. */
export function complyHtml({ policy, day, rows, remarks, counts }: ComplyTable): string {
  const title = `${policy.title}: beside the law and guidance of ${formatDay(day)}`;
  const doubted = rows.filter(isDoubted).length;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<header>
<h1>${text(policy.title)}</h1>
<p class="day">beside the law and guidance in force on <strong>${formatDay(day)}</strong></p>
${remarks.map((each) => `<p class="remark">${text(each)}</p>\n`).join('')}<dl class="counts">
${standingsGravestFirst.map((standing) => countOf(standing, counts[standing])).join('')}</dl>
</header>
<main>
${byArea(rows).map(areaOf).join('')}</main>
<footer>
<p>${rows.length} provisions are in force on this day for schools in England. ${doubtWords(doubted)} This shows what a text says; it is not legal advice.</p>
</footer>
</body>
</html>
`;
}

function countOf(standing: Standing, number: number | undefined): string {
  if (number === undefined) return '';
  return `<div class="${classOf(standing)}"><dt><span class="number">${number}</span> ${text(standing)}</dt><dd>${text(standingMeanings[standing])}</dd></div>\n`;
}

function areaOf({ area, rows }: { readonly area: string; readonly rows: readonly ShownRow[] }): string {
  return `<table>
<caption>${text(area)}</caption>
<thead><tr><th scope="col">Provision</th><th scope="col">Standing</th><th scope="col">The policy says</th><th scope="col">The law says</th></tr></thead>
<tbody>
${rows.map(rowOf).join('')}</tbody>
</table>
`;
}

function rowOf(row: ShownRow): string {
  return `<tr id="${row.provision}" class="${classOf(row.standing)}">
<th scope="row">${row.provision}<span>${text(row.provisionText)}</span></th>
<td><strong class="standing">${text(row.standing)}</strong></td>
<td>${policyCell(row)}</td>
<td>${lawCell(row)}</td>
</tr>
`;
}

function policyCell(row: ShownRow): string {
  const clause = clauseWords(row);
  const departure = departureWords(row);
  const besides = row.beside.filter(({ policyText }) => policyText !== null);
  return [
    row.policyText === null ? '' : `<blockquote>${text(row.policyText)}</blockquote>`,
    clause === '' ? '' : `<p class="cite">${text(clause)}</p>`,
    `<p>${text(row.why)}</p>`,
    departure === undefined ? '' : `<p class="departure">${text(departure)}</p>`,
    besides.length === 0
      ? ''
      : `<details open><summary>also</summary><ul>${besides.map((each) => besideItem(row, each)).join('')}</ul></details>`,
  ].join('');
}

/** A further clause with its line, and what it amounts to unless that is said above. */
function besideItem({ why: above }: ShownRow, { clause, policyText, why }: ShownRow['beside'][number]): string {
  const place = clause === null ? '' : ` (${text(clause.policy)} line ${clause.line})`;
  return `<li><q>${text(policyText ?? '')}</q>${place}${why === '' || above.includes(why) ? '' : `: ${text(why)}`}</li>`;
}

function lawCell(row: ShownRow): string {
  const citation = row.link === null ? text(row.citation) : `<a href="${text(row.link)}">${text(row.citation)}</a>`;
  const doubt = isDoubted(row) ? ` <span class="doubt">${text(row.confidence)}</span>` : '';
  return `<p>${text(row.value)}</p><p class="cite">${citation}</p><p class="cite">${text(row.level)}, ${text(datesWords(row))}${doubt}</p>`;
}

function doubtWords(doubted: number): string {
  if (doubted === 0) return 'Each was read in its own text.';
  return `Of ${doubted} the text itself was not read, as is marked beside them: read the source before relying on it.`;
}

function classOf(standing: Standing): string {
  return standing.replace(/[^a-z]+/g, '-');
}

/** For text and for attributes in double quotes. */
function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
