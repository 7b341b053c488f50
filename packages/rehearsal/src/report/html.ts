import type { Finding, FindingKind } from '../findings/finding.ts';
import { BINS, HIGHEST } from '../run/columns.ts';
import type { Enough } from './enough.ts';
import { boxPanel } from './html-box.ts';
import { choicesPanel } from './html-choices.ts';
import { dialogs, header } from './html-head.ts';
import { onwardPanel } from './html-onward.ts';
import { b, count, escaped, mark, named, openRun, toRun, w } from './html-words.ts';
import { POLICY } from './policy.ts';
import type { DeadlineLine, LoadLine, Report } from './report.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import type { Verdict } from './verdict.ts';
import { type Both, clockAt, inCell, LANGUAGES, minutes, percent, pointsWithInterval, withInterval } from './words.ts';

/** The report as one file that opens from disk: no request leaves it. `house`: the address of its rehearsal on the server that shows it, which opens runs itself; `fonts`: the server’s own. */
export function htmlOf(report: Report, { house, fonts = '' }: { house?: string; fonts?: string } = {}): string {
  const title = report.scenario.title;
  const strip = `<div class="marking"><b>EXERCISE EXERCISE EXERCISE</b><span>${b(title)}, ${w('rehearsal', '사전 모의')}</span></div>`;
  return `<!doctype html>
<html lang="en" data-title-en="${escaped(title.en)}: rehearsal" data-title-ko="${escaped(title.ko)}: 사전 모의">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(title.en)}: rehearsal</title>
<style>${fonts}${STYLE}</style></head>
<body${house === undefined ? '' : ` data-house="${escaped(house)}"`}>
${strip}
${header(report, house)}
<main>
${onwardPanel(report, house)}
${verdictPanel(report)}
<div class="col">
${findingsPanel(report)}
${deadlinesPanel(report)}
${boxPanel(report)}
</div>
<div class="col">
${loadPanel(report)}
${choicesPanel(report)}
${enoughPanel(report)}
</div>
</main>
${strip}
${dialogs(report, house)}
<script>${SCRIPT}</script>
</body></html>
`;
}

function verdictPanel(report: Report): string {
  const { verdict } = report;
  if (!verdict)
    return `<section class="wide verdict"><h1>${w(`${report.findings.length} findings in ${count(report.runs)} runs.`, `${count(report.runs)}회 시행, 발견 사항 ${report.findings.length}건`)}</h1>
<p class="dim">${w('The scenario says no measure of the joint response (rehearsal, measures), so nothing is said of whether it fails.', '시나리오에 공동 대응의 성과 척도(rehearsal의 measures)가 없어 실패 여부는 판단하지 않습니다.')} ${SEATS}</p></section>`;
  const { movers, joint, best } = verdict;
  const moves =
    movers.length === 0
      ? w('No single assumption moves it beyond chance.', '우연의 범위를 넘어 결과를 좌우하는 가정은 없습니다.')
      : `${w('Most moved by', '결과를 가장 크게 좌우하는 가정:')} ${movers.map((m) => `<b>${b(m.name)}</b>: ${b(pointsWithInterval(m))}`).join('; ')}.`;
  const level = (best?.level ?? []).map(b).join(', ');
  const help = best
    ? ` ${w('With', '')} <b>${b(best.title)}</b>${w(' it fails in', ' 선택 시 이 규칙에 따른 시행의')} <b>${b(withInterval(best.fails))}</b>${w(' of the runs under these rules', '에서 실패')}${level && w('; level with it: ', '(대등한 선택: ')}${level}${level && w('', ')')}.`
    : '';
  return `<section class="wide verdict">
<h1>${w('As it stands, the joint response fails in ', '현재대로라면 이 규칙에 따른 시행의 ')}${typical(report, verdict)}${w(' of the runs under these rules.', '에서 공동 대응이 실패합니다.')}</h1>
<p>${moves}${help}</p>
<p class="dim">${w('It holds where', '유지 조건:')} ${joint.map((j) => b(j)).join(w(' and ', ', '))}. ${SEATS}</p>
${
  report.measures.filter((m) => m.party !== undefined).length === 0
    ? ''
    : `<p class="small dim">${w('Of the runs under these rules:', '이 규칙에 따른 시행 중')} ${report.measures
        .filter((m) => m.party !== undefined)
        .map(
          (m) =>
            `${mark(report.parties, m.party)}${b(m.name)}: ${m.holds.share === 1 ? b(withInterval(m.holds)) : `<a href="#" ${toRun(report, m.run)}>${b(withInterval(m.holds))}</a>`}`,
        )
        .join(' · ')}</p>`
}
</section>`;
}
/** The share that fails, which opens a run that does. */
function typical(report: Report, verdict: Verdict): string {
  const share = `<b>${b(withInterval(verdict.fails))}</b>`;
  return report.typical === undefined ? share : `<a class="share" href="#" ${toRun(report, report.typical)}>${share}</a>`;
}
const SEATS = w('Simulated seats know only what their seat holds.', '모의 직책은 해당 직책이 가진 정보만 압니다.');

const SIGNS: Readonly<Record<FindingKind, string>> = {
  fault: '⚠',
  'never-released': '⊘',
  'never-asked': '⊘',
  'never-reached': '⊘',
  'always-missed': '◆',
  blocked: '▼',
  refused: '✕',
  'no-finish': '◣',
  overload: '▲',
  idle: '◌',
  'not-exercised': '◇',
  'never-missed': '◁',
  'consults-late': '■',
  'no-effect': '=',
  'not-released': '○',
  'not-asked': '○',
  'not-reached': '○',
};
const CALLS = { mend: { en: 'Mend', ko: '보완' }, decide: { en: 'Decide', ko: '판단' }, know: { en: 'Know', ko: '참고' } } as const;
const called = (call: Finding['call']): string => b(CALLS[call]);

function findingsPanel(report: Report): string {
  const { findings } = report;
  const of = (call: Finding['call']): number => findings.filter((f) => f.call === call).length;
  const tabs = [
    `<button data-show="all" aria-pressed="true" type="button">${w('All', '전체')} ${findings.length}</button>`,
    ...(['mend', 'decide', 'know'] as const).map(
      (c) => `<button data-show="${c}" aria-pressed="false" type="button">${called(c)} ${of(c)}</button>`,
    ),
  ];
  const row = (f: Finding): string =>
    `<tr data-call="${f.call}"><td>${called(f.call)}</td><td aria-hidden="true"${f.call === 'mend' ? ' class="late"' : ''}>${SIGNS[f.kind]}</td><td><span data-why>${b(f.text)}</span> <span class="small dim">${b(f.evidence)}</span></td><td>${openRun(report, f.run, f.at, f.thing)}</td></tr>`;
  const none = `<p>${w('No findings: these runs show nothing to mend.', '발견 사항 없음: 보완할 사항이 나타나지 않았습니다.')}</p>`;
  return `<section class="findings"><div><h2>${w('What will go wrong with the exercise', '연습에서 예상되는 문제')}</h2><span class="tabs">${tabs.join('')}</span></div>
${findings.length === 0 ? none : `<table><tbody>${findings.map(row).join('\n')}</tbody></table>`}</section>`;
}

/** So many lines of a list are shown; the others come with a press. */
const CALM = 12;
function loadPanel(report: Report): string {
  const lines = report.load.filter((l) => l.seat !== 'control');
  const scale = Math.max(report.limit + 2, ...lines.map((l) => l.most));
  const row = (l: LoadLine, i: number): string =>
    `<tr${i >= CALM ? ' class="calm" hidden' : ''}><td class="name">${mark(report.parties, l.party)}<span data-why>${b(bare(report, l))}</span></td><td>${envelope(report, l, scale)}</td><td class="num small${l.most > report.limit ? ' soon' : ''}"><a href="#" ${toRun(report, l.run, l.at)}>${l.most}${l.most === HIGHEST ? '+' : ''} ${w('at', '·')} ${clockAt(report.scenario, l.at)}</a></td></tr>`;
  return `<section class="load"><h2>${w('Load per seat', '직책별 부담')}</h2> <span class="small dim">${w(`things waiting · line: half of the runs · band: 10 to 90 % · dotted: limit of ${report.limit}`, `대기 건수 · 선: 중앙값 · 띠: 10~90% · 점선: 기준 ${report.limit}건`)}${report.onward ? w(' · blue: as it was', ' · 파란 선: 실제') : ''}</span>
<table><thead><tr><th></th><th>${moves(report)}</th><th class="num">${w('one run in ten', '10회 중 1회')}</th></tr></thead><tbody>${lines.map(row).join('\n')}</tbody></table>
${lines.length > CALM ? `<button class="link" data-all-rows type="button">${w(`${lines.length - CALM} calmer seats`, `부담이 적은 직책 ${lines.length - CALM}개`)}</button>` : ''}</section>`;
}

/** A name beside the mark of its party says its letter no more. */
function bare({ parties }: Report, { name, party }: LoadLine): LoadLine['name'] {
  const letter = `${parties.find((p) => p.id === party)?.letter} `;
  const of = (text: string): string => (text.startsWith(letter) ? text.slice(letter.length) : text);
  return { en: of(name.en), ko: of(name.ko) };
}

const WIDTH = 330;
function moves(report: Report): string {
  if (report.moves.length === 0) return '';
  const x = (at: number): number => Math.round((at / report.scenario.duration) * WIDTH);
  const texts = report.moves.map(
    (m, i) =>
      `<text x="${x(m.from) + 3}" y="11" data-l="en">${i + 1}</text><text x="${x(m.from) + 3}" y="11" data-l="ko">${i + 1}</text><line x1="${x(m.from)}" x2="${x(m.from)}" y1="0" y2="14" stroke="var(--line)"/>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} 14" width="${WIDTH}" height="14" aria-hidden="true">${texts.join('')}</svg>`;
}

function envelope({ limit }: Report, line: LoadLine, scale: number): string {
  const H = 34;
  const x = (bin: number): string => ((bin / (BINS - 1)) * WIDTH).toFixed(1);
  const y = (n: number): string => (H - 2 - (n / scale) * (H - 4)).toFixed(1);
  const path = (list: readonly number[]): string => list.map((n, i) => `${x(i)},${y(n)}`).join(' ');
  const band = `${path(line.ninth)} ${line.tenth
    .map((n, i) => `${x(i)},${y(n)}`)
    .reverse()
    .join(' ')}`;
  const over = line.ninth.some((n) => n > limit)
    ? `<clipPath id="c${line.seat.replace(/\W/g, '-')}"><rect x="0" y="0" width="${WIDTH}" height="${y(limit)}"/></clipPath><polygon points="${band}" fill="var(--over)" clip-path="url(#c${line.seat.replace(/\W/g, '-')})"/>`
    : '';
  return `<svg viewBox="0 0 ${WIDTH} ${H}" width="${WIDTH}" height="${H}" role="img" ${named(`most: ${line.most} in one run in ten, ${Math.max(...line.half)} in half of them`, `최대: 10회 중 1회에서 ${line.most}건, 중앙값 ${Math.max(...line.half)}건`)}><polygon points="${band}" fill="var(--band)" opacity=".6"/>${over}<line x1="0" x2="${WIDTH}" y1="${y(limit)}" y2="${y(limit)}" stroke="var(--line-strong)" stroke-dasharray="1 3"/><polyline points="${path(line.half)}" fill="none" stroke="var(--ink)" stroke-width="1.5"/>${line.course === undefined ? '' : `<polyline points="${path(line.course)}" fill="none" stroke="var(--accent)" stroke-width="2"/>`}</svg>`;
}

function deadlinesPanel(report: Report): string {
  const { deadlines } = report;
  if (deadlines.length === 0) return '';
  const far = Math.max(10, ...deadlines.map((d) => Math.min(90, Math.max(Math.abs(d.low), Math.abs(d.high)))));
  const W = 220;
  const x = (minutes: number): number => Math.round(W / 2 + (Math.max(-far, Math.min(far, minutes)) / far) * (W / 2 - 4));
  const tick = (at: number, anchor: string, en: string, ko: string): string =>
    `<text x="${at}" y="12" text-anchor="${anchor}" data-l="en">${en}</text><text x="${at}" y="12" text-anchor="${anchor}" data-l="ko">${ko}</text>`;
  const most = Math.round(far);
  const axis = `<svg viewBox="0 0 ${W} 16" width="${W}" height="16">${tick(0, 'start', `${most} min late`, `${most}분 초과`)}${tick(W / 2, 'middle', 'deadline', '시한')}${tick(W, 'end', `${most} min left`, `${most}분 여유`)}</svg>`;
  const row = (d: DeadlineLine, i: number): string =>
    `<tr${i >= CALM ? ' class="calm" hidden' : ''}><td data-why><b>${escaped(d.number)}</b> ${b(d.name)}</td><td><svg viewBox="0 0 ${W} 22" width="${W}" height="22" role="img" ${slackNamed(d)}><rect x="0" y="0" width="${W / 2}" height="22" fill="var(--late-soft)"/><line x1="${W / 2}" x2="${W / 2}" y1="0" y2="22" stroke="var(--late)"/><rect x="${x(d.low)}" y="8" width="${Math.max(2, x(d.high) - x(d.low))}" height="6" fill="var(--ink-2)"/><rect x="${x(d.half) - 1}" y="4" width="3" height="14" fill="var(--ink)"/></svg></td><td class="num${d.missed.share >= 0.9 ? ' late' : ''}">${d.missed.count === 0 ? w('never', '없음') : `<a href="#" ${toRun(report, d.run, d.at, `expected:${d.number}`)}>${b(inCell(d.missed))}</a>`}</td></tr>`;
  return `<section class="deadlines"><h2>${w('Deadlines and their slack', '시한과 여유')}</h2> <span class="small dim">${w('minutes before or after, of what was done · bar: 10 to 90 % · line: half of the runs · missed: of the runs under these rules that ask for it, with 95 % interval', '이행된 경우의 시한 전후(분) · 막대: 10~90% · 선: 중앙값 · 초과: 이 규칙에 따라 이를 요구하는 시행 중 비율과 95% 구간')}</span>
<table><thead><tr><th></th><th>${axis}</th><th class="num">${w('missed', '초과')}</th></tr></thead><tbody>${deadlines.map(row).join('\n')}</tbody></table>
${deadlines.length > CALM ? `<button class="link" data-all-rows type="button">${w(`${deadlines.length - CALM} more, missed less`, `초과가 적은 시한 ${deadlines.length - CALM}건`)}</button>` : ''}</section>`;
}

/** The slack of a deadline in words, for whoever does not see its bar. */
function slackNamed({ low, half, high }: DeadlineLine): string {
  const at = (n: number): Both => {
    const { en, ko } = minutes(Math.abs(n));
    return n < 0 ? { en: `${en} late`, ko: `${ko} 초과` } : { en: `${en} left`, ko: `${ko} 여유` };
  };
  const [from, middle, to] = [at(low), at(half), at(high)];
  return named(
    `half of the runs: ${middle.en}; 10 to 90 %: ${from.en} to ${to.en}`,
    `중앙값 ${middle.ko}, 10~90%: ${from.ko}부터 ${to.ko}까지`,
  );
}

/** The failing share in both halves as the runs go on, drawn over what it spans and no less than ten points. */
function halves(report: Report, { course, apart, settled }: Enough): string {
  const [W, H, L] = [300, 96, 40];
  const all = course.flatMap((c) => [c.odd, c.even]);
  const middle = (Math.min(...all) + Math.max(...all)) / 2;
  const half = Math.max(0.05, (Math.max(...all) - Math.min(...all)) / 2 + 0.01);
  const bottom = Math.max(0, Math.min(1 - 2 * half, middle - half));
  const top = Math.min(1, bottom + 2 * half);
  const x = (runs: number): string => (L + (runs / report.runs) * (W - L - 4)).toFixed(1);
  const y = (share: number): string => (8 + ((top - share) / (top - bottom)) * (H - 28)).toFixed(1);
  const line = (of: 'odd' | 'even'): string => course.map((c) => `${x(c.runs)},${y(c[of])}`).join(' ');
  const ticks = [bottom, top].map(
    (s) =>
      `<line x1="${L}" x2="${W}" y1="${y(s)}" y2="${y(s)}" stroke="var(--line)"/>${LANGUAGES.map((l) => `<text x="${L - 6}" y="${Number(y(s)) + 4}" text-anchor="end" data-l="${l}">${percent(Math.round(s * 100) / 100)[l]}</text>`).join('')}`,
  );
  const still =
    settled === undefined
      ? ''
      : `<line x1="${x(settled)}" x2="${x(settled)}" y1="4" y2="${H - 18}" stroke="var(--accent)" stroke-dasharray="3 3"/>`;
  return `<svg viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" role="img" ${named(`the failing share of both halves, apart by ${(apart * 100).toFixed(1)} points`, `두 표본의 실패 비율, 차이 ${(apart * 100).toFixed(1)}%p`)}>${ticks.join('')}${still}<polyline points="${line('odd')}" fill="none" stroke="var(--ink)" stroke-width="1.5"/><polyline points="${line('even')}" fill="none" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="4 3"/><text x="${L}" y="${H - 4}">0</text><text x="${W}" y="${H - 4}" text-anchor="end">${count(report.runs)}</text></svg>`;
}

function enoughPanel(report: Report): string {
  const { enough, assertions } = report;
  const picture = enough && enough.course.length > 1 ? halves(report, enough) : '';
  const said = !enough
    ? w('Too few runs to say.', '판단하기에 시행 수가 적습니다.')
    : `<b>${enough.yes ? w('Yes.', '충분함.') : w('Not yet.', '아직 부족함.')}</b> ${enough.said.map(b).join(' ')}`;
  const rows = assertions.map(
    (a) =>
      `<tr><td${a.ok ? '' : ' class="late"'}><span role="img" ${a.ok ? named('holds', '충족') : named('fails', '불충족')}>${a.ok ? '✓' : '✕'}</span></td><td>${b(a.text)}</td><td class="found${a.ok ? '' : ' late'}">${b(a.found)}</td></tr>`,
  );
  return `<section><h2>${w('Are these enough runs?', '시행 수가 충분한가?')}</h2><div class="two"><div><p>${said}</p><p class="small dim">— ${w('failing in odd samples', '홀수 표본의 실패 비율')}<br>- - ${w('failing in even samples', '짝수 표본의 실패 비율')}</p></div><div>${picture}</div></div>
${assertions.length === 0 ? '' : `<h2>${w('Assertions', '단언')}</h2><table><tbody>${rows.join('\n')}</tbody></table>`}</section>`;
}
