/** What a report does by itself: two languages, light and dark, the findings by what to do, the point on the curve, how to open a run, and how to rehearse again. */
export const SCRIPT = `
'use strict';
(function(){
var root=document.documentElement;
function all(q,f){Array.prototype.forEach.call(document.querySelectorAll(q),f);}
function lang(l){root.lang=l;document.title=root.getAttribute('data-title-'+l);all('[data-lang]',function(b){b.textContent=l==='ko'?'English':'한국어';b.lang=l==='ko'?'en':'ko';});all('[data-named-en]',function(b){b.setAttribute('aria-label',b.getAttribute('data-named-'+l));});}
// Within the house language and theme are those that the person chose there; a file from disk follows the browser.
var KEY='entente.preferences',inHouse=!!document.body.dataset.house;
function kept(){try{return inHouse&&JSON.parse(localStorage.getItem(KEY)||'{}')||{};}catch(e){return {};}}
function keep(what,value){if(!inHouse)return;try{var k=kept();k[what]=value;if(what==='language')delete k.writes;localStorage.setItem(KEY,JSON.stringify(k));}catch(e){}}
lang(kept().language||(navigator.language.toLowerCase().indexOf('ko')===0?'ko':'en'));
root.dataset.theme=kept().theme||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');
document.addEventListener('click',function(e){
  var t=e.target.closest('[data-run],[data-lang],[data-theme-button],[data-show],[data-point],[data-all-rows],[data-close],[data-again]');
  if(!t)return;
  if(t.hasAttribute('data-lang')){lang(root.lang==='ko'?'en':'ko');keep('language',root.lang);}
  else if(t.hasAttribute('data-theme-button')){root.dataset.theme=root.dataset.theme==='dark'?'light':'dark';keep('theme',root.dataset.theme);}
  else if(t.hasAttribute('data-show')){
    var call=t.getAttribute('data-show');
    all('[data-show]',function(b){b.setAttribute('aria-pressed',String(b===t));});
    all('[data-call]',function(r){r.hidden=call!=='all'&&r.getAttribute('data-call')!==call;});
  }
  else if(t.hasAttribute('data-point'))point(t.getAttribute('data-point'));
  else if(t.hasAttribute('data-all-rows')){Array.prototype.forEach.call(t.closest('section').querySelectorAll('.calm'),function(r){r.hidden=false;});t.hidden=true;}
  else if(t.hasAttribute('data-close'))t.closest('dialog').close();
  else if(t.hasAttribute('data-again'))document.getElementById('again').showModal();
  else {e.preventDefault();open(t.getAttribute('data-run'),t.getAttribute('data-at'),t.getAttribute('data-clock'),t.getAttribute('data-open'),t);}
});
document.addEventListener('keydown',function(e){
  if((e.key==='Enter'||e.key===' ')&&e.target.hasAttribute&&e.target.hasAttribute('data-point')){e.preventDefault();point(e.target.getAttribute('data-point'));}
});
function point(n){
  all('[data-box]',function(b){b.hidden=b.getAttribute('data-box')!==n;});
  all('[data-point]',function(c){var on=c.getAttribute('data-point')===n;c.setAttribute('aria-pressed',String(on));c.setAttribute('r',on?'6':'4');c.setAttribute('fill',on?'var(--accent)':'var(--surface)');c.setAttribute('stroke',on?'var(--accent)':'var(--ink)');});
}
// The review says what it was opened for. That stays in this tab: no other place is told.
function said(cell,l){
  if(!cell)return '';
  var copy=cell.cloneNode(true);
  Array.prototype.forEach.call(copy.querySelectorAll('[data-l]'),function(s){if(s.getAttribute('data-l')!==l)s.remove();});
  return copy.textContent.trim();
}
function note(path,run,at,t){
  var place=t&&t.closest('tr,[data-about]'),cell=place&&(place.querySelector('[data-why]')||document.querySelector('.onward [data-why]'));
  try{sessionStorage.setItem('entente.opened:'+path,JSON.stringify({run:Number(run),at:Number(at),why:cell?{en:said(cell,'en'),ko:said(cell,'ko')}:undefined,thing:(t&&t.getAttribute('data-thing'))||undefined,back:location.pathname}));}catch(e){}
}
function open(run,at,time,what,t){
  // Within the house the page opens the run itself; a file from disk says how.
  var house=document.body.dataset.house;
  if(house){
    var failed=document.getElementById('failed');failed.textContent='…';
    fetch(house+(what?'/'+what:'/runs/'+run)+'/open',{method:'POST',headers:{'content-type':'application/json'},body:'{}'}).then(function(r){
      if(!r.ok)throw new Error(String(r.status));
      return r.json();
    }).then(function(where){note(where.path,run,at,t);location.assign(where.path+'review'+(Number(at)>0?'#at='+at:''));},function(){
      failed.textContent=root.lang==='ko'?'이 시행을 열지 못했습니다. 로비에서 다시 시도하십시오.':'This run could not be opened. Try again from the lobby.';
    });
    return;
  }
  var d=document.getElementById('how');
  all('#how [data-command]',function(c){c.textContent=c.getAttribute('data-command').replace('RUN',run);});
  all('#how [data-moment]',function(m){m.textContent=time;});
  d.showModal();
}
var begin=document.getElementById('begin-form');
if(begin)(function(){
  var from=begin.elements.from,progress=document.getElementById('progress'),bar=progress.querySelector('progress'),house=document.body.dataset.house,since;
  function two(n){return (n<10?'0':'')+n;}
  function clock(m){var all=Number(begin.dataset.midnight)+m,day=Math.floor(all/1440);return two(Math.floor(all/60)%24)+':'+two(all%60)+(day?' D'+(day+1):'');}
  if(from){
    var shown=begin.querySelector('output'),show=function(){shown.textContent=clock(Number(from.value));from.setAttribute('aria-valuetext',shown.textContent);};
    from.addEventListener('input',show);show();
  }
  function say(en,ko){document.querySelector('[data-said]').textContent=root.lang==='ko'?ko:en;}
  function waiting(on){begin.hidden=on;progress.hidden=!on;}
  function far(r){
    var ko=root.lang==='ko',part=function(q,text){progress.querySelector(q).textContent=text;};
    var step=r.preparing||r;bar.max=step.of;bar.value=step.done;
    part('[data-done]',r.done.toLocaleString('en')+' / '+r.of.toLocaleString('en'));
    progress.querySelector('[data-cancel]').hidden=!!r.reporting;
    if(r.reporting){part('[data-left]',ko?'보고서 작성 중':'Making the report');return;}
    if(r.preparing){part('[data-left]',ko?'준비 중…':'Preparing…');return;}
    if(!since)since={at:Date.now(),done:r.done};
    var left=(r.of-r.done)*(Date.now()-since.at)/(r.done-since.done)/1000;
    part('[data-left]',isFinite(left)?(left<90?(ko?'약 '+Math.ceil(left)+'초 남음':'about '+Math.ceil(left)+' s left'):(ko?'약 '+Math.ceil(left/60)+'분 남음':'about '+Math.ceil(left/60)+' min left')):'');
  }
  function ask(){
    fetch(house).then(function(r){return r.json();}).then(function(card){
      if(card.running){waiting(true);far(card.running);setTimeout(ask,700);return;}
      var was=begin.hidden;waiting(false);since=undefined;
      if(card.failed)say('No report. '+card.failed.text.en,'보고서 없음. '+card.failed.text.ko);
      else if(card.cancelled&&!card.cancelled.done)say('Cancelled before a run was done.','시행이 하나도 끝나기 전에 중단되었습니다.');
      else if(card.cancelled&&card.last&&card.last.of===undefined)say('Cancelled after '+card.cancelled.done+' of '+card.cancelled.of+' runs. The report before has more and stays.',card.cancelled.of+'회 중 '+card.cancelled.done+'회에서 중단했습니다. 시행 횟수가 더 많은 이전 보고서를 그대로 둡니다.');
      else if(card.last&&was){waiting(true);location.assign(house+'/page');}
    },function(){setTimeout(ask,2000);});
  }
  begin.addEventListener('submit',function(e){
    e.preventDefault();say('','');
    var wanted={runs:Number(begin.elements.runs.value)};
    if(from)wanted.at=Number(from.value)*60000;
    if(begin.elements.seed)wanted.seed=Number(begin.elements.seed.value);
    fetch(house,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(wanted)}).then(function(r){
      if(r.ok){waiting(true);ask();return;}
      return r.json().then(function(p){say(p.message||p.detail||String(r.status),({'rehearsal-busy':'이미 사전 모의가 진행 중입니다. 끝나기를 기다리거나 중단하십시오.','rehearsals-full':'서버에서 동시에 진행할 수 있는 사전 모의가 모두 진행 중입니다. 몇 분 뒤에 다시 시도하십시오.','scenario-gone':'이 연습의 시나리오가 목록에 없어 직책의 행동을 알 수 없습니다.','not-started':'연습이 시작되지 않았습니다. 로비에서 시나리오를 모의하십시오.','scenario':'시나리오에 오류가 있어 모의할 수 없습니다. 먼저 오류를 바로잡으십시오.'})[p.code]||String(r.status));});
    },function(){say('The server does not answer. Try again.','서버가 응답하지 않습니다. 다시 시도하십시오.');});
  });
  progress.querySelector('[data-cancel]').addEventListener('click',function(e){e.currentTarget.hidden=true;fetch(house,{method:'DELETE'});});
  if(document.body.hasAttribute('data-running')){waiting(true);ask();}
})();
var form=document.getElementById('run-form');
if(form)form.addEventListener('submit',function(e){e.preventDefault();open(form.elements.run.value,'0',form.dataset.clock);});
})();
`;
