// Draws the files that injects of this scenario bring, into files/. Run by hand from the repository's root with the
// Chromium that the browser tests use: `node scenarios/extended-deterrence/draw-files.mjs`. All of it is fictional.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const files = join(import.meta.dirname, 'files');
const marking = '<p class="mark">EXERCISE EXERCISE EXERCISE · 연습 연습 연습</p>';
const look = `<style>
  * { box-sizing: border-box; margin: 0; }
  body { font: 15px/1.5 'Noto Sans CJK KR', 'Noto Sans KR', sans-serif; color: #111; background: #fff; }
  .mark { background: #111; color: #fff; text-align: center; font-weight: 700; letter-spacing: .06em; padding: 4px; }
</style>`;

/** Inject 048: where Seoul saw one event. A sketch on a made-up coast, without coordinates. */
const sketch = `<!doctype html><meta charset="utf-8">${look}
<div style="width:900px;height:600px;display:flex;flex-direction:column">${marking}
<svg viewBox="0 0 900 536" style="flex:1" font-family="inherit">
  <rect width="900" height="536" fill="#e3eef6"/>
  <path d="M0 0H262C250 60 300 92 282 150S214 238 248 300 322 372 296 440 330 500 318 536H0Z" fill="#efe9da" stroke="#8a7f63" stroke-width="2"/>
  <path d="M0 214C90 196 176 232 239 258" fill="none" stroke="#555" stroke-width="2" stroke-dasharray="9 6"/>
  <g fill="none" stroke="#33658a" stroke-width="2"><path d="M470 90H800V420H470Z"/><path d="M470 255H800M635 90V420"/></g>
  <g fill="#33658a" font-size="20" font-weight="700"><text x="482" y="118">E-1</text><text x="647" y="118">E-2</text><text x="482" y="283">E-3</text><text x="647" y="283">E-4</text></g>
  <g stroke="#b3261e" stroke-width="4"><path d="M702 166l28 28M730 166l-28 28"/></g>
  <circle cx="716" cy="180" r="34" fill="none" stroke="#b3261e" stroke-width="2" stroke-dasharray="5 5"/>
  <g font-size="17"><text x="640" y="236" fill="#b3261e" font-weight="700">1 · 11:48</text>
  <text x="40" y="120">North · 북측</text><text x="40" y="330">South · 남측</text><text x="470" y="76" fill="#33658a">Area of the draft notice · 항행 경고 초안 수역</text>
  <text x="470" y="452">One event observed. Not to scale.</text><text x="470" y="478">관측된 사건 1건. 축척 없음.</text>
  <text x="470" y="512" font-weight="700">TLP:AMBER+STRICT · as of 11:52 · 11시 52분 현재</text></g>
</svg>${marking}</div>`;

/** Inject 044: the draft notice to shipping, as it was seen. */
const notice = `<!doctype html><meta charset="utf-8"><title>Draft notice to shipping (exercise)</title>${look}
<style>@page { size: A4; margin: 18mm; } main { padding: 10mm 0; } h1 { font-size: 22px; } h2 { font-size: 16px; margin-top: 8mm; }
  table { border-collapse: collapse; margin: 4mm 0; width: 100%; } td { border: 1px solid #888; padding: 2mm 3mm; vertical-align: top; } td:first-child { width: 42mm; font-weight: 700; }
  .stamp { border: 2px solid #b3261e; color: #b3261e; display: inline-block; padding: 1mm 4mm; margin: 4mm 0; font-weight: 700; }</style>
${marking}<main>
<h1>Notice to shipping · 항행 경고</h1>
<p class="stamp">DRAFT, NOT ISSUED · 초안, 미발령</p>
<p>Working translation of a draft held by the maritime office of the North. Fictional; made for this exercise.<br>북측 해사당국이 보유한 초안의 실무 번역본. 연습용 가상 문서임.</p>
<table>
<tr><td>Area<br>수역</td><td>Eastern waters, boxes E-1 to E-4 of the sketch in use<br>동쪽 수역, 사용 중인 요도의 E-1~E-4 구획</td></tr>
<tr><td>Time<br>시각</td><td>11:30 to 12:30, Seoul time, today<br>금일 11시 30분~12시 30분(서울 시각)</td></tr>
<tr><td>Reason<br>사유</td><td>“Activities of the season”<br>“계절 활동”</td></tr>
<tr><td>Request<br>요청</td><td>Ships are asked to keep clear. No reply is awaited.<br>선박은 해당 수역을 피할 것. 회신은 요하지 않음.</td></tr>
</table>
<h2>Collector’s remark · 수집관 의견</h2>
<p>The times were written in by another hand than the text. Two earlier drafts were withdrawn without a trace.<br>시각은 본문과 다른 필체로 기입됨. 앞선 초안 2건은 흔적 없이 회수되었음.</p>
<p style="margin-top:10mm"><b>TLP:AMBER+STRICT</b></p>
</main>${marking}`;

mkdirSync(files, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.ENTENTE_CHROMIUM ?? '/usr/bin/chromium',
  args: '--headless --no-sandbox --disable-gpu --disable-background-networking --disable-sync'.split(' '),
});
const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
await page.setContent(sketch);
writeFileSync(join(files, 'sketch-eastern-waters.png'), await page.screenshot());
await page.setContent(notice);
writeFileSync(join(files, 'draft-notice-to-shipping.pdf'), await page.pdf({ preferCSSPageSize: true, printBackground: true }));
await browser.close();
