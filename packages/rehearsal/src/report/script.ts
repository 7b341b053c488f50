/** What a report does by itself: two languages, light and dark, the findings by what to do, the point on the curve, and how to open a run. */
export const SCRIPT = `
'use strict';
(function(){
var root=document.documentElement;
function all(q,f){Array.prototype.forEach.call(document.querySelectorAll(q),f);}
function lang(l){root.lang=l;document.title=root.getAttribute('data-title-'+l);all('[data-lang]',function(b){b.textContent=l==='ko'?'English':'한국어';});}
// Within the house language and theme are those that the person chose there; a file from disk follows the browser.
var KEY='entente.preferences',inHouse=!!document.body.dataset.house;
function kept(){try{return inHouse&&JSON.parse(localStorage.getItem(KEY)||'{}')||{};}catch(e){return {};}}
function keep(what,value){if(!inHouse)return;try{var k=kept();k[what]=value;if(what==='language')delete k.writes;localStorage.setItem(KEY,JSON.stringify(k));}catch(e){}}
lang(kept().language||(navigator.language.toLowerCase().indexOf('ko')===0?'ko':'en'));
root.dataset.theme=kept().theme||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');
document.addEventListener('click',function(e){
  var t=e.target.closest('[data-run],[data-lang],[data-theme-button],[data-show],[data-point],[data-all-seats],[data-close]');
  if(!t)return;
  if(t.hasAttribute('data-lang')){lang(root.lang==='ko'?'en':'ko');keep('language',root.lang);}
  else if(t.hasAttribute('data-theme-button')){root.dataset.theme=root.dataset.theme==='dark'?'light':'dark';keep('theme',root.dataset.theme);}
  else if(t.hasAttribute('data-show')){
    var call=t.getAttribute('data-show');
    all('[data-show]',function(b){b.setAttribute('aria-pressed',String(b===t));});
    all('[data-call]',function(r){r.hidden=call!=='all'&&r.getAttribute('data-call')!==call;});
  }
  else if(t.hasAttribute('data-point'))point(t.getAttribute('data-point'));
  else if(t.hasAttribute('data-all-seats')){all('.calm',function(r){r.hidden=false;});t.hidden=true;}
  else if(t.hasAttribute('data-close'))t.closest('dialog').close();
  else {e.preventDefault();open(t.getAttribute('data-run'),t.getAttribute('data-at'),t.getAttribute('data-clock'),t.getAttribute('data-open'));}
});
document.addEventListener('keydown',function(e){
  if((e.key==='Enter'||e.key===' ')&&e.target.hasAttribute&&e.target.hasAttribute('data-point')){e.preventDefault();point(e.target.getAttribute('data-point'));}
});
function point(n){
  all('[data-box]',function(b){b.hidden=b.getAttribute('data-box')!==n;});
  all('[data-point]',function(c){var on=c.getAttribute('data-point')===n;c.setAttribute('aria-pressed',String(on));c.setAttribute('r',on?'6':'4');c.setAttribute('fill',on?'var(--accent)':'var(--surface)');c.setAttribute('stroke',on?'var(--accent)':'var(--ink)');});
}
function open(run,at,time,what){
  // Within the house the page opens the run itself; a file from disk says how.
  var house=document.body.dataset.house;
  if(house){
    var failed=document.getElementById('failed');failed.textContent='…';
    fetch(house+(what?'/'+what:'/runs/'+run)+'/open',{method:'POST',headers:{'content-type':'application/json'},body:'{}'}).then(function(r){
      if(!r.ok)throw new Error(String(r.status));
      return r.json();
    }).then(function(where){location.assign(where.path+'review'+(Number(at)>0?'#at='+at:''));},function(){
      failed.textContent=root.lang==='ko'?'이 시행을 열지 못했습니다. 로비에서 다시 시도하십시오.':'This run could not be opened. Try again from the lobby.';
    });
    return;
  }
  var d=document.getElementById('how');
  all('#how code',function(c){c.textContent=c.getAttribute('data-command').replace('RUN',run);});
  all('#how [data-moment]',function(m){m.textContent=time;});
  d.showModal();
}
var begin=document.getElementById('begin-form');
if(begin)(function(){
  var from=begin.elements.from,shown=begin.querySelector('output'),progress=document.getElementById('progress'),bar=progress.querySelector('progress');
  function two(n){return (n<10?'0':'')+n;}
  function clock(m){var all=Number(begin.dataset.midnight)+m,day=Math.floor(all/1440);return (day?'D'+(day+1)+' ':'')+two(Math.floor(all/60)%24)+':'+two(all%60);}
  function show(){shown.textContent=clock(Number(from.value));from.setAttribute('aria-valuetext',shown.textContent);}
  from.addEventListener('input',show);show();
  var house=document.body.dataset.house;
  function say(en,ko){document.getElementById('failed').textContent=root.lang==='ko'?ko:en;}
  function ask(){
    fetch(house).then(function(r){return r.json();}).then(function(card){
      if(card.running){begin.hidden=true;progress.hidden=false;bar.max=card.running.of;bar.value=card.running.done;progress.querySelector('[data-done]').textContent=card.running.done+' / '+card.running.of;setTimeout(ask,700);return;}
      if(card.failed){begin.hidden=false;progress.hidden=true;say('There is no report: '+card.failed.message,'보고서를 만들지 못했습니다: '+card.failed.message);return;}
      if(card.last&&begin.hidden)location.assign(house+'/page');
      else{begin.hidden=false;progress.hidden=true;}
    },function(){setTimeout(ask,2000);});
  }
  begin.addEventListener('submit',function(e){
    e.preventDefault();say('','');
    fetch(house,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({at:Number(from.value)*60000,runs:Number(begin.elements.runs.value)})}).then(function(r){
      if(r.ok){begin.hidden=true;progress.hidden=false;ask();return;}
      return r.json().then(function(p){say(p.message||p.detail||String(r.status),({'rehearsal-busy':'다른 모의가 진행 중입니다. 끝나기를 기다리거나 취소하십시오.','scenario-gone':'이 연습의 시나리오가 목록에 없어 직책의 행동을 알 수 없습니다.','not-started':'연습이 시작되지 않았습니다. 로비에서 시나리오를 모의하십시오.'})[p.code]||String(r.status));});
    });
  });
  progress.querySelector('[data-cancel]').addEventListener('click',function(){fetch(house,{method:'DELETE'}).then(function(){begin.hidden=false;progress.hidden=true;});});
  if(document.body.hasAttribute('data-running')){begin.hidden=true;progress.hidden=false;ask();}
})();
var form=document.getElementById('run-form');
if(form)form.addEventListener('submit',function(e){e.preventDefault();open(form.elements.run.value,'0',form.dataset.clock);});
})();
`;
