import type { Ms, Text } from '@entente/engine';
import { progress } from './html-head.ts';
import { escaped, w } from './html-words.ts';
import { POLICY } from './policy.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { bothOf, clockAt } from './words.ts';

export interface ToBegin {
  readonly title: Text;
  readonly start: string;
  /** How far the exercise has come. */
  readonly now: Ms;
  /** The moment that is offered. */
  readonly at: Ms;
  readonly ended: boolean;
  /** Where the rehearsal is asked for. */
  readonly house: string;
  readonly running: boolean;
  /** The server’s own fonts. */
  readonly fonts?: string | undefined;
}
const MINUTE = 60_000;

/** The page on which a rehearsal begins that goes on from an exercise, and on which one waits for it. */
export function htmlToBegin({ title, start, now, at, ended, house, running, fonts = '' }: ToBegin): string {
  const { en, ko } = bothOf(title);
  const last = Math.floor(now / MINUTE);
  const chosen = Math.min(last, Math.floor(at / MINUTE));
  const midnight = Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
  const name = en === ko ? escaped(en) : w(escaped(en), escaped(ko));
  const strip = `<div class="marking"><b>EXERCISE EXERCISE EXERCISE</b><span>${name}, ${w('rehearsal', '사전 모의')}</span></div>`;
  const about = ended
    ? w(
        'Simulated seats play on from there, again and again. The report draws the exercise over what could have come, and names the decision that took it off the plan.',
        '모의 직책이 그 시점부터 여러 차례 이어 시행합니다. 보고서에는 가능했던 범위 위에 실제 경과를 표시하고, 계획에서 벗어나게 한 결정을 밝힙니다.',
      )
    : w(
        'What may still come? Simulated seats play on from there, again and again; nothing of it touches the exercise.',
        '앞으로 무엇이 벌어질 수 있는지, 모의 직책이 그 시점부터 여러 차례 이어 시행합니다. 진행 중인 연습에는 영향이 없습니다.',
      );
  return `<!doctype html>
<html lang="en" data-title-en="${escaped(en)}: rehearse from here" data-title-ko="${escaped(ko)}: 이 시점부터 모의">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(en)}: rehearse from here</title>
<style>${fonts}${STYLE}</style></head>
<body data-house="${escaped(house)}"${running ? ' data-running' : ''}>
${strip}
<header><a class="button" href="../../${ended ? 'review' : ''}">← ${ended ? w('Review', '검토') : w('Exercise', '연습')}</a><h1>${w('Rehearse from here', '이 시점부터 모의')}</h1><div class="strong">${name}</div><span class="grow"></span>
<button data-lang type="button">한국어</button> <button data-theme-button type="button">${w('Light or dark', '밝게·어둡게')}</button></header>
<main><section class="wide begin">
<p>${about}</p>
<form id="begin-form" data-midnight="${midnight}">
<p><label for="from">${w('From', '시작 시점')} <output class="strong" for="from">${clockAt({ start }, chosen * MINUTE)}</output></label><input id="from" name="from" type="range" min="0" max="${last}" step="1" value="${chosen}"></p>
<p><label>${w('Runs', '시행 횟수')} <input name="runs" type="number" min="1" max="5000" value="200"></label></p>
<p><button class="main">${w('Rehearse', '모의 시작')}</button></p></form>
${progress()}
</section></main>
${strip}
<script>${SCRIPT}</script>
</body></html>
`;
}
