/** The look of a report: the house’s tokens, in one file that needs nothing else. */
export const STYLE = `
:root{--canvas:#F2F4F6;--surface:#FFF;--sunken:#E8EBEF;--line:#D7DCE2;--line-strong:#727C89;--ink:#14181F;--ink-2:#434C58;--ink-3:#59626E;--accent:#1A5BC4;--on-accent:#FFF;--accent-soft:#E5EDFA;--late:#B01218;--late-soft:#FBE7E6;--soon:#7A4700;--soon-soft:#FFF0CF;--met:#17653A;--met-soft:#E1F2E7;--p1:#086A66;--p2:#733399;--p3:#73540A;--p4:#2C4A86;--on-party:#FFF;--band:#A9B3BF;--over:#B08A4A}
html[data-theme=dark]{--canvas:#0E1115;--surface:#161A20;--sunken:#20262E;--line:#2D3540;--line-strong:#7D8896;--ink:#ECEFF3;--ink-2:#B9C2CC;--ink-3:#9AA5B1;--accent:#8DB9FF;--on-accent:#0A1A33;--accent-soft:#1A2B47;--late:#FF9C95;--late-soft:#43191B;--soon:#F4C66E;--soon-soft:#392B10;--met:#80D5A2;--met-soft:#143422;--p1:#5CCBC2;--p2:#D0A6EC;--p3:#E0BD64;--p4:#9DB8F2;--on-party:#0E1115;--band:#4B5663;--over:#9A7A3C}
*{box-sizing:border-box;margin:0}
body{font:400 14px/20px "Noto Sans Variable","Noto Sans KR Variable","Noto Sans","Noto Sans KR",sans-serif;color:var(--ink);background:var(--canvas);min-height:100vh;display:flex;flex-direction:column;font-variant-numeric:tabular-nums}
html[lang=en] [data-l=ko],html[lang=ko] [data-l=en]{display:none!important}
html[lang=ko] body{line-height:22px;word-break:keep-all;overflow-wrap:anywhere}
h1{font-size:24px;line-height:32px;font-weight:600}h2{font-size:16px;line-height:26px;font-weight:600;display:inline}
.small{font-size:12px;line-height:16px}.dim{color:var(--ink-2)}.strong{font-weight:600}.late{color:var(--late);font-weight:600}.soon{color:var(--soon);font-weight:600}
.marking{height:24px;background:#FFD21F;color:#14181F;display:flex;align-items:center;justify-content:center;gap:16px;font-size:12px;white-space:nowrap;overflow:hidden}
.marking b{letter-spacing:.12em;font-weight:700}.marking::before,.marking::after{content:"";height:24px;width:72px;flex:none;background:repeating-linear-gradient(135deg,#14181F 0 5px,transparent 5px 12px)}.marking::before{margin-right:auto}.marking::after{margin-left:auto}
header{background:var(--surface);border-bottom:1px solid var(--line);padding:8px 16px;display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
header .grow{flex:1}
main{display:grid;grid-template-columns:1fr 1fr;gap:16px;padding:16px;max-width:1440px;margin:0 auto;align-items:start;align-content:start;width:100%;flex:1 0 auto}
main section{background:var(--surface);border:1px solid var(--line);border-radius:8px;min-width:0;padding:12px 16px}
.col{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;align-content:start;min-width:0}
main>.wide{grid-column:1/-1}
@media(max-width:1100px){main{grid-template-columns:minmax(0,1fr)}}
button,.button,input{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--line-strong);border-radius:4px;padding:4px 12px;min-height:32px;text-decoration:none}
input{width:84px}button:hover,.button:hover{background:var(--sunken)}
button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
a,button.link{color:var(--accent);font-weight:600;text-decoration:none;border:0;border-bottom:1px solid var(--accent);border-radius:0;background:none;padding:0;min-height:24px;font-size:12px;white-space:nowrap;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.chip{border-radius:4px;padding:2px 8px;font-size:12px;line-height:16px;font-weight:600;background:var(--sunken)}.chip.bad{background:var(--late-soft);color:var(--late)}.chip.cut{background:var(--soon-soft);color:var(--soon)}.chip.good{background:var(--met-soft);color:var(--met)}
.verdict h1{margin-bottom:4px}.verdict b{color:var(--accent)}.verdict a.share{font-size:inherit}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:6px 8px 6px 0;vertical-align:top;border-top:1px solid var(--line)}th{font-size:12px;line-height:16px;font-weight:600}thead th{border-top:0}
td.num,th.num{text-align:right;white-space:nowrap}
td.found{text-align:right;max-width:45%;overflow-wrap:anywhere}
.tabs{float:right;display:inline-flex}.tabs button{border-radius:0;margin-left:-1px;font-size:12px;padding:2px 10px;min-height:28px}.tabs button[aria-pressed=true]{background:var(--accent-soft);border-color:var(--accent);color:var(--accent);font-weight:600}
.findings td:first-child{width:64px;font-size:12px;color:var(--ink-2)}.findings td:nth-child(2){width:26px}.findings td:last-child{text-align:right}
svg text{fill:var(--ink-2);font:400 11px "Noto Sans","Noto Sans KR",sans-serif}svg{display:block;max-width:100%}
.load td{padding:2px 8px 2px 0;vertical-align:middle}.load .name{width:220px;padding-left:22px;text-indent:-22px}.mark{text-indent:0}details{margin:4px 0 8px}.deadlines td{vertical-align:middle}.deadlines svg{max-width:none}.choices td:first-child{min-width:150px}
.mark{display:inline-flex;width:16px;height:16px;align-items:center;justify-content:center;font-size:10px;font-weight:700;color:var(--on-party);margin-right:6px;vertical-align:-3px}
.p1{background:var(--p1);border-radius:50%}.p2{background:var(--p2)}.p3{background:var(--p3);clip-path:polygon(25% 0,75% 0,100% 50%,75% 100%,25% 100%,0 50%)}.p4{background:var(--p4);clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}.p0{background:var(--ink-3);border-radius:4px}
tr.least td{background:var(--accent-soft)}
.two{display:grid;grid-template-columns:minmax(220px,1fr) 1fr;gap:16px}@media(max-width:700px){.two{grid-template-columns:1fr}}
circle.point{cursor:pointer}
dialog{border:1px solid var(--line-strong);border-radius:8px;background:var(--surface);color:var(--ink);padding:16px;max-width:640px;margin:auto}dialog code{display:block;background:var(--sunken);padding:8px;border-radius:4px;margin:8px 0;overflow-wrap:anywhere}
.begin{max-width:720px}.begin p{margin:8px 0}.begin input[type=range]{padding:0;border:0}.begin input[type=range],.begin progress{width:100%;display:block;accent-color:var(--accent)}[hidden]{display:none!important}
.came{list-style:none;padding:4px 0;display:flex;flex-wrap:wrap;gap:4px 16px}.came .good{color:var(--met);font-weight:600}
.foot{padding-top:8px;color:var(--ink-2);font-size:12px;line-height:16px}
.scroll{overflow-x:auto}
@media(max-width:600px){
main{padding:8px;gap:8px}.col{gap:8px}main section{padding:12px}h1{font-size:20px;line-height:28px}
.tabs{float:none;display:flex;margin-top:8px}
.findings tr{display:grid;grid-template-columns:auto auto 1fr;border-top:1px solid var(--line)}.findings tr[hidden]{display:none}.findings td{border-top:0}.findings td:first-child{width:auto}.findings td:nth-child(3){grid-row:2;grid-column:1/-1;padding-top:0}
.load thead,.deadlines thead{display:none}.deadlines svg{width:100%;height:auto}
.load tr,.deadlines tr{display:grid;grid-template-columns:1fr auto;border-top:1px solid var(--line)}.load tr[hidden]{display:none}
.load td,.deadlines td{border-top:0}.load .name{width:auto;padding-left:22px}.load td:nth-child(2),.deadlines td:nth-child(2){grid-row:2;grid-column:1/-1;padding-top:0}
}
@media print{button,.tabs,header form{display:none}}
`;
