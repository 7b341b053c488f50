import type { DiscoveredBox, Discovery } from '../analysis/discovery.ts';
import { b, escaped, named, toRun, w } from './html-words.ts';
import type { Report } from './report.ts';
import { minutes, withInterval } from './words.ts';

/** Under which conditions it fails: the whole curve, the box of the chosen point in plain words, and more for analysts. */
export function boxPanel(report: Report): string {
  const { discovery, verdict } = report;
  if (!verdict) return '';
  const head = `<h2>${w('When does it fail?', '어떤 조건에서 실패하는가?')}</h2>`;
  if (!discovery)
    return `<section>${head}<p class="dim">${w('Too few failures, or nothing uncertain, to say under which conditions it fails.', '실패 시행이 적거나 불확실 요인이 없어 조건을 말할 수 없습니다.')}</p></section>`;
  return `<section>${head} <span class="small dim">${w(`${discovery.failures.toLocaleString('en')} failures of ${report.runs.toLocaleString('en')} · you choose the point, the box follows`, `${report.runs.toLocaleString('en')}회 중 실패 ${discovery.failures.toLocaleString('en')}회 · 점을 고르면 조건이 바뀝니다`)}</span>
<div class="two"><div>${curve(discovery)}</div><div>${discovery.course.map((box, i) => boxText(report, discovery, box, i)).join('')}</div></div></section>`;
}

function curve({ course, chosen }: Discovery): string {
  const [W, H, L, B] = [300, 240, 34, 34];
  const low = Math.min(...course.map((c) => c.density));
  const bottom = Math.min(0.5, Math.floor(low * 10) / 10);
  // All failures stand on the left, as coverage falls to the right.
  const x = (coverage: number): number => Math.round(L + (1 - coverage) * (W - L - 12));
  const y = (density: number): number => Math.round(H - B - ((density - bottom) / Math.max(0.1, 1 - bottom)) * (H - B - 12));
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (c) =>
      `<line x1="${x(c)}" x2="${x(c)}" y1="8" y2="${H - B}" stroke="var(--line)"/><text x="${x(c)}" y="${H - B + 14}" text-anchor="middle">${c * 100}</text>`,
  );
  const heights = [bottom, (1 + bottom) / 2, 1].map(
    (d) => `<text x="${L - 4}" y="${y(d) + 4}" text-anchor="end">${Math.round(d * 100)}</text>`,
  );
  const points = course.map(
    (box, i) =>
      `<circle class="point" tabindex="0" role="button" aria-pressed="${i === chosen}" ${pointNamed(box)} data-point="${i}" cx="${x(box.coverage)}" cy="${y(box.density)}" r="${i === chosen ? 6 : 4}" fill="${i === chosen ? 'var(--accent)' : 'var(--surface)'}" stroke="${i === chosen ? 'var(--accent)' : 'var(--ink)'}" stroke-width="1.5"/>`,
  );
  return `<p class="small">${w('of the runs in the box, how many fail, %', '조건에 해당하는 시행의 실패 비율(%)')}</p><svg viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" role="group">${grid.join('')}${heights.join('')}${points.join('')}</svg><p class="small">${w('of all failures, how many lie in the box, %', '전체 실패 중 조건에 해당하는 비율(%)')}</p>`;
}

function pointNamed(box: DiscoveredBox): string {
  const [covers, fails] = [withInterval(box.covers), withInterval(box.fails)];
  return named(`${covers.en} of the failures, ${fails.en} of its runs fail`, `전체 실패의 ${covers.ko}, 해당 시행의 ${fails.ko} 실패`);
}

function boxText(report: Report, discovery: Discovery, box: DiscoveredBox, i: number): string {
  const rows = box.limits.map(({ input, low, high }, n) => {
    const a = discovery.assumptions[input]!;
    const value = (v: number): string => (a.unit === 'minutes' ? b(minutes(v)) : String(Math.round(v * 1000) / 1000));
    const p = box.quasiP[n] as number;
    const words =
      a.unit === 'yes-no'
        ? (low ?? 0) > 0
          ? `<b>${b(a.name)}</b>`
          : `${w('not', '')} <b>${b(a.name)}</b>${w('', ' 아님')}`
        : [
            ...(low === undefined ? [] : [`${b(a.name)} ${w('at least', '최소')} <b>${value(low)}</b>`]),
            ...(high === undefined ? [] : [`${b(a.name)} ${w('at most', '최대')} <b>${value(high)}</b>`]),
          ].join(', ');
    return `<tr><td>${n + 1}</td><td>${words}</td><td class="num${p > 0.01 ? ' soon' : ''}">${p < 0.001 ? '&lt; 0.001' : p.toFixed(3)}</td><td class="num">${w(`${box.again[n]} of ${discovery.resamples}`, `${discovery.resamples}회 중 ${box.again[n]}회`)}</td></tr>`;
  });
  const table =
    rows.length === 0
      ? `<p class="dim">${w('All runs: no limit yet.', '전체 시행: 조건 없음.')}</p>`
      : `<table><thead><tr><th></th><th></th><th class="num">${w('could be chance', '우연 가능성')}</th><th class="num">${w('came back', '재현')}</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<details><summary class="small">${w('For analysts', '분석자용')}</summary><p class="small dim">${w('“Could be chance” is quasi-p: the binomial chance of as many failures in the box without that limit. “Came back”: of so many resamples of the runs, in how many PRIM set a limit there again. Peeling 5 % at once, no box under 5 % of the runs. The box was looked for in these same runs, so that its intervals are narrower than they would be on new ones.', '‘우연 가능성’은 유사 p값(quasi-p)으로, 그 조건이 없어도 실패가 그만큼 나올 가능성을 이항분포로 구한 값입니다. ‘재현’은 시행을 다시 추출하여 분석했을 때 같은 조건이 나타난 횟수입니다. PRIM은 시행의 5%씩 덜어 내며, 조건 상자는 시행의 5% 이상을 포함합니다. 같은 시행에서 찾은 조건이므로 구간은 새로운 시행에서보다 좁게 나타납니다.')}</p></details>`;
  const [covers, fails] = [withInterval(box.covers), withInterval(box.fails)];
  const open = `<p data-about><button class="main" type="button" ${toRun(report, box.run)}>${w(`Open run ${box.run}`, `시행 ${box.run} 열기`)}</button> <span class="small dim" data-why>${w('a typical failure', '대표적인 실패')}</span></p>`;
  return `<div data-box="${i}"${i === discovery.chosen ? '' : ' hidden'}><p class="strong">${w(`In this box lie ${escaped(covers.en)} of the failures; of its runs under these rules ${escaped(fails.en)} fail.`, `전체 실패의 ${escaped(covers.ko)}가 이 조건에 해당하며, 이 규칙에 따른 시행 중 이 조건에 해당하는 시행의 ${escaped(fails.ko)}가 실패합니다.`)}</p>${table}${open}</div>`;
}
