import type { NamedDecision } from '../onward/onward.ts';
import { b, escaped, toNearest, w } from './html-words.ts';
import type { Report } from './report.ts';
import { clockAt } from './words.ts';

/** How the exercise came out that was rehearsed on, and the decision that took it off the plan. `house`: on the server its own review opens at that. */
export function onwardPanel(report: Report, house: string | undefined): string {
  const { onward, scenario, runs } = report;
  if (!onward) return '';
  const { ended, at, measures, decision, unsought } = onward;
  const from = clockAt(scenario, at);
  if (!ended)
    return `<section class="wide onward"><h2>${w(`From ${from} on`, `${from} 이후`)}</h2><p>${w(`What may still come: ${runs} runs go on from what has happened by then. The blue line is the exercise as it was.`, `그 시점까지의 실제 상황에서 이어 ${runs}회 시행하였습니다. 파란 선은 실제 경과입니다.`)}</p></section>`;
  const came = (measures ?? []).map((m) => `<li class="${m.met ? 'good' : 'late'}">${m.met ? '✓' : '✕'} ${b(m.name)}</li>`).join('');
  const held = measures?.every((m) => m.met);
  const said = !measures
    ? `<p>${w('The scenario says no measure of the joint response, so no decision was looked for.', '시나리오에 공동 대응의 성과 척도가 없어 결정을 찾지 않았습니다.')}</p>`
    : decision
      ? `<p><span class="strong" data-why>${clockAt(scenario, decision.at)} · ${b(decision.who)}: ${b(decision.what)}${about(decision)}</span><br>${w(`Of ${decision.runs} re-runs from just before it ${decision.before} end well; from just after it, ${decision.after}.`, `직전에서 다시 시행하면 ${decision.runs}회 중 ${decision.before}회, 직후에서는 ${decision.after}회가 좋게 끝납니다.`)}</p>${
          decision.nearest === undefined
            ? acts(house, decision)
            : `<p data-about>${acts(house, decision)} <button class="main" type="button" ${toNearest(report, decision.nearest, decision.at)}>${w('Open the nearest run that ended well', '가장 가까운 성공 시행 열기')}</button> <span class="small dim">${w(`re-run ${decision.nearest}, seed ${report.seed}`, `재시행 ${decision.nearest}, 시드 ${report.seed}`)}</span></p>`
        }`
      : held
        ? `<p>${w('The joint response held.', '공동 대응이 유지되었습니다.')}</p>`
        : unsought
          ? `<p>${w('The rehearsal was cancelled, so the decision was not looked for.', '모의가 중단되어 결정을 찾지 않았습니다.')}</p>`
          : `<p>${w('No single decision took it off the plan: no act changed the re-runs by more than chance.', '계획에서 벗어나게 한 단일 결정은 없습니다. 어떤 행위도 재시행 결과를 우연 이상으로 바꾸지 않았습니다.')}</p>`;
  return `<section class="wide onward"><h2>${!decision ? w('How it came out', '연습 결과') : w('The decision that took it off the plan', '계획에서 벗어나게 한 결정')}</h2>
<ul class="came">${came}</ul>${said}
<p class="small dim">${w(`Runs go on from ${from} with simulated seats; the blue line below is the exercise as it was.`, `모의 직책이 ${from}부터 이어 시행하였으며, 아래 파란 선은 실제 경과입니다.`)}</p></section>`;
}

/** The way to the act itself, where it stands in the exercise. */
const acts = (house: string | undefined, { at }: NamedDecision): string =>
  house === undefined ? '' : `<a class="button" href="../../review#at=${at}">${w('See it in the review', '사후 검토에서 보기')}</a>`;

/** What the act was about, in quotation marks; an inject bears its own. */
function about({ about }: NamedDecision): string {
  if (!about) return '';
  return /[“‘]/.test(about.en + about.ko) ? `, ${b(about)}` : `, ${w(`“${escaped(about.en)}”`, `‘${escaped(about.ko)}’`)}`;
}
