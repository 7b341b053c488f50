import type { Cell } from '../analysis/choices.ts';
import { b, count, mark, toRun, w } from './html-words.ts';
import type { Report } from './report.ts';
import { bothOf, inCell, signed } from './words.ts';

/** Choices against circumstances, with regret, how many circumstances satisfy, and who carries the waiting. */
export function choicesPanel(report: Report): string {
  const { choices } = report;
  if (!choices) return '';
  const cell = ({ share, behind, run }: Cell): string => {
    const note =
      share.of === 0
        ? '–'
        : behind === undefined
          ? w('first', '최선')
          : behind.level
            ? `<span class="dim">${w('level', '대등')}</span>`
            : `<span class="${behind.mean < -0.1 ? 'soon' : 'dim'}">${w(`${signed(behind.mean)} (${signed(behind.low)} to ${signed(behind.high)})`, `${signed(behind.mean)}(${signed(behind.low)}~${signed(behind.high)})`)}</span>`;
    return `<td class="num"><a href="#" ${toRun(report, run)}>${share.of === 0 ? '–' : b(inCell(share))}</a><br><span class="small">${note}</span></td>`;
  };
  const rows = choices.rows.map(
    (row, i) =>
      `<tr${i === choices.least ? ' class="least"' : ''}><td><b data-why>${b(bothOf(row.title))}</b>${i === choices.least ? ` <span class="small strong">${w('least regret', '후회값 최소')}</span>` : ''}</td>${row.cells.map(cell).join('')}<td class="num${row.regret > 0.1 ? ' soon' : ''}">${Math.round(row.regret * 100)}</td><td class="num">${w(`${row.satisfied} of ${row.cells.length}`, `${row.cells.length}개 중 ${row.satisfied}개`)}</td><td class="num">${row.carries ? `${mark(report.parties, row.carries.party)}${w(`${count(row.carries.minutes)} of ${count(row.carries.of)} min`, `${count(row.carries.of)}분 중 ${count(row.carries.minutes)}분`)}` : '–'}</td></tr>`,
  );
  return `<section><h2>${w('What would help: choices against circumstances', '개선 방안: 선택지별·상황별 결과')}</h2> <span class="small dim">${w('how often the response holds, of the runs under these rules, with 95 % interval', '이 규칙에 따른 시행 중 대응이 유지된 비율과 95% 구간')}</span>
<div class="scroll"><table class="choices"><thead><tr><th>${w(`Choice, ${choices.samples.toLocaleString('en')} runs each, same chances`, `선택, 각 ${choices.samples.toLocaleString('en')}회, 동일 난수`)}</th>${choices.circumstances.map((c) => `<th class="num">${b(c)}</th>`).join('')}<th class="num">${w('Most regret', '최대 후회값')}</th><th class="num">${w(`${choices.enough * 100} % held in`, `${choices.enough * 100}% 이상 유지`)}</th><th class="num">${w('Who carries the lateness', '지연 부담')}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>
<p class="foot">${w('Below each share: points behind the first choice, with the 95 % interval of the paired differences, of all pairs of choices together; level where it includes zero. Regret: points below the first choice. Every figure opens a run.', '비율 아래는 최선의 선택과의 차이(%p)와 짝지은 차이의 95% 구간(모든 선택지 쌍을 함께 고려)이며, 0을 포함하면 대등으로 봅니다. 후회값은 최선의 선택과의 차이(%p)입니다. 수치를 누르면 해당 시행이 열립니다.')}</p></section>`;
}
