import { b, count, escaped, named, w } from './html-words.ts';
import type { Report } from './report.ts';
import { clockAt } from './words.ts';

/** What was rehearsed, how it stands, and what can be done with it. */
export function header(report: Report, house: string | undefined): string {
  const { onward, scenario, runs } = report;
  return `<header>
${house === undefined ? '' : ways(report)}
<h1>${w('Rehearsal', '사전 모의')}</h1>
<div><div class="strong">${b(scenario.title)}</div><div class="small dim">${of(report)}</div></div>
${chips(report)}
<span class="grow"></span>
<form id="run-form" data-clock="${clockAt(scenario, 0)}"><label class="small">${w('Run', '시행')} <input name="run" type="number" min="1" max="${runs}" value="1"></label> <button>${w('Open', '열기')}</button></form>
${house === undefined ? '' : `<a class="button" href="${escaped(house)}/runs.csv" download>CSV</a> <a class="button" href="${escaped(house)}/report.html" download>${w('HTML file', 'HTML 파일')}</a>`}
${house === undefined || onward ? '' : `<button data-again type="button">${w('Rehearse again…', '다시 시행…')}</button>`}
<span id="failed" role="alert" class="late"></span>
<button data-lang type="button">한국어</button>
<button data-theme-button type="button">${w('Light or dark', '밝게·어둡게')}</button>
</header>`;
}

function ways({ onward }: Report): string {
  const back = onward ? '../../' : '/';
  const other = onward ? ` <a class="button" href="page?at=${onward.at}">${w('From another moment', '다른 시점부터')}</a>` : '';
  return `<a class="button" href="${back}">← ${onward ? w('Exercise', '연습') : w('Lobby', '로비')}</a>${other}`;
}

function of({ runs, of, seed }: Report): string {
  return of === undefined
    ? w(`${count(runs)} runs, seed ${seed}`, `${count(runs)}회 시행, 시드 ${seed}`)
    : w(`${count(runs)} of ${count(of)} runs, cancelled, seed ${seed}`, `${count(of)}회 중 ${count(runs)}회 시행 후 중단, 시드 ${seed}`);
}

function chips({ assertions, of }: Report): string {
  const cut = of === undefined ? '' : `<span class="chip cut">${w('cut short', '중단됨')}</span>`;
  if (assertions.length === 0) return cut;
  const failed = assertions.filter((a) => !a.ok).length;
  const said =
    failed > 0
      ? `<span class="chip bad">✕ ${w(`${failed} of ${assertions.length} assertions fail`, `단언 ${assertions.length}건 중 ${failed}건 불충족`)}</span>`
      : `<span class="chip good">✓ ${w(`${assertions.length} ${assertions.length === 1 ? 'assertion holds' : 'assertions hold'}`, `단언 ${assertions.length}건 충족`)}</span>`;
  return `${cut} ${said}`;
}

/** How a run is opened from a file; and, within the house, how a rehearsal begins anew. */
export function dialogs(report: Report, house: string | undefined): string {
  const { scenario, runs, of = runs, seed, onward } = report;
  const command = `./entente rehearse scenarios/${scenario.id} --runs ${of} --seed ${seed} --run RUN --out run`;
  const again =
    house === undefined || onward
      ? ''
      : `<dialog id="again" ${named('Rehearse again', '다시 시행')}><p class="strong">${w('Rehearse again', '다시 시행')}</p>
<p>${w('More runs make every share more certain; another seed shows whether it was luck. The new report takes the place of this one.', '시행 횟수를 늘리면 비율이 더 정확해지고, 시드를 바꾸면 우연이었는지 확인할 수 있습니다. 새 보고서가 이 보고서를 대신합니다.')}</p>
<form id="begin-form"><p><label>${w('Runs', '시행 횟수')} <input name="runs" type="number" min="1" max="20000" value="${of}" required></label> <label>${w('Seed', '시드')} <input name="seed" type="number" min="0" max="4294967295" value="${seed}" required></label></p>
<p><button class="main">${w('Rehearse', '모의 시작')}</button> <button data-close type="button">${w('Close', '닫기')}</button></p></form>
${progress()}</dialog>`;
  // What goes on from an exercise is played again where its record lies.
  const how = onward
    ? `<p>${w('The runs go on from an exercise, and open in its own review: Rehearse from here. Look for', '이 시행은 실제 연습에서 이어진 것이므로 해당 연습의 사후 검토에서 ‘이 시점부터 모의’로 여십시오. 확인할 시행과 시각:')} ${w('run', '시행')} <b data-command="RUN"></b>, <b data-moment></b>.</p>`
    : `<p>${w('This plays the run again and writes its record, which any review opens; look at', '아래 명령은 해당 시행을 다시 진행하여 기록을 남기며, 검토 화면에서 열 수 있습니다. 확인할 시각:')} <b data-moment></b>.</p>
<code data-command="${escaped(command)}"></code>`;
  return `<dialog id="how" ${named('Open this run', '이 시행 열기')}><p class="strong">${w('Open this run', '이 시행 열기')}</p>
${how}<button data-close type="button">${w('Close', '닫기')}</button></dialog>
${again}`;
}

/** How far it has come, and the way to end it. */
export const progress = (): string =>
  `<div id="progress" hidden><p class="strong">${w('Rehearsing', '모의 진행 중')} <span data-done></span></p><progress ${named('Rehearsal', '사전 모의')}></progress><p data-left class="small dim"></p><p><button type="button" data-cancel>${w('Cancel, and report what is done', '중단하고 끝난 시행만 보고')}</button></p></div>
<p data-said role="alert" class="late"></p>`;
