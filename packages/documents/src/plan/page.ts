import { escaped } from './markup.ts';
import type { PlanPaper, PlanRow, Span } from './paper.ts';
import { planPicture } from './picture.ts';
import { stateOf } from './state.ts';
import { onClocks, spanOnClocks } from './times.ts';
import { PLAN_WORDS } from './words.ts';

/** The plan as a page to be printed: its text, its steps, who signed it, what still stands against it. It needs nothing beside itself. */
export function planPage(paper: PlanPaper): string {
  const say = PLAN_WORDS[paper.language];
  const clocks = (at: number): string => onClocks(paper.start, at, paper.capitals);
  const span = (of: Span | undefined): string => (of ? escaped(spanOnClocks(paper.start, of, paper.capitals)) : '');
  const row = (r: PlanRow): string =>
    `<tr><td>${escaped(r.number)}${r.own ? ` ${escaped(say.own)}` : ''}</td><td><b>${escaped(r.text)}</b>${r.decision ? ` <i>${escaped(say.decision)}</i>` : ''}${r.authority === '' ? '' : `<br>${escaped(`${say.authority}: ${r.authority}`)}`}</td><td>${escaped(`${r.letter} ${r.lead}`)}${list(say.support, r.support)}${list(say.tells, r.tells)}</td><td>${escaped(r.begins)}</td><td>${span(r.planned)}</td><td>${span(r.real)}</td><td>${r.latest === undefined ? '' : escaped(clocks(r.latest))}</td><td>${escaped([...stateOf(r, paper), ...slackOf(r, paper)].join(', '))}</td></tr>`;
  const list = (what: string, of: readonly string[]): string => (of.length === 0 ? '' : `<br>${escaped(`${what}: ${of.join(', ')}`)}`);
  const heads = [say.number, say.step, say.lead, say.begins, say.planned, say.actual, say.latest, say.state];
  const mark = `<p class="mark">${escaped(say.exercise)}</p>`;
  return `<!doctype html>
<html lang="${paper.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(paper.title)}</title><style>${STYLE}</style></head><body>
${mark}<p class="label">${escaped(paper.label)}</p>
<h1>${escaped(paper.title)}</h1>
<p>${escaped(`${paper.exercise} · ${paper.forum} · ${say.version(paper.version)} · ${say[paper.state]}`)}</p>
<p class="digest">${escaped(`${say.digest} ${paper.digest}`)}</p>
<ul>${paper.signed.map(({ party, at, how }) => `<li>${escaped(say[how](party, clocks(at)))}</li>`).join('')}</ul>
<p>${escaped(say.asOf(clocks(paper.now)))}</p>
${paper.paragraphs.length === 0 ? '' : `<h2>${escaped(say.text)}</h2><ol>${paper.paragraphs.map((p) => `<li>${escaped(p)}</li>`).join('')}</ol>`}
${paper.brackets.length === 0 ? '' : `<h2>${escaped(say.brackets)}</h2><ul>${paper.brackets.map((b) => `<li>${escaped(`${b.of} · ${b.party}: ${b.words}`)}</li>`).join('')}</ul>`}
<h2>${escaped(say.steps)}</h2>
<table><thead><tr>${heads.map((h) => `<th scope="col">${escaped(h)}</th>`).join('')}</tr></thead><tbody>${paper.rows.map(row).join('\n')}</tbody></table>
<figure>${planPicture(paper)}</figure>
<p class="label">${escaped(paper.label)}</p>${mark}
</body></html>
`;
}

const slackOf = ({ state, slack }: PlanRow, { language }: PlanPaper): string[] => {
  const say = PLAN_WORDS[language];
  return slack === undefined || state === 'done' || state === 'failed' ? [] : [`${say.slack}: ${say.span(slack)}`];
};

const STYLE =
  'body{font:11pt/1.45 system-ui,sans-serif;margin:1.5rem;color:#111;background:#fff}h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.1rem}table{border-collapse:collapse;width:100%;font-size:9pt}th,td{border:1px solid #999;padding:.3rem;text-align:left;vertical-align:top}tr{break-inside:avoid}.mark{font-weight:700;text-align:center;border:2px solid #111;padding:.2rem}.label{font-weight:700}.digest{font-family:monospace;overflow-wrap:anywhere}figure{margin:1rem 0;break-inside:avoid}svg{max-width:100%;height:auto}@page{size:A4 landscape;margin:12mm}';
