import { type Both, both, bothOf, ofRuns, ruleWords } from '../report/words.ts';
import { UNJUDGED } from '../run/columns.ts';
import { faultWords, UNFIT } from '../run/fault.ts';
import type { Runs } from '../workers/pool.ts';
import { deadlineFindings } from './deadlines.ts';
import { CALLS, type Finding, KINDS } from './finding.ts';
import { injectFindings } from './injects.ts';
import { loadFindings } from './loads.ts';
import { atMost, isRule, type Looked, look, outOf, PROVED } from './looked.ts';
import { planFindings } from './plans.ts';
import { Rows } from './table.ts';

/** A choice is said to change nothing only where its effect is, with 95 %, no larger than this. */
const MOST_EFFECT = 0.2;

/** What will go wrong with the exercise, as these runs tell. `count`: looks at so many of them only, and not at how much waited. */
export function findingsOf(runs: Runs, count?: number): Finding[] {
  const looked = look(runs, new Rows(runs, count));
  const found = [
    ...faults(looked),
    ...injectFindings(looked),
    ...milestones(looked),
    ...deadlineFindings(looked),
    ...planFindings(looked),
    ...objectives(looked),
    ...consultations(looked),
    ...choices(looked),
    ...(count === undefined ? [...refusals(looked), ...loadFindings(looked)] : []),
  ];
  const rank = (f: Finding): number => CALLS.indexOf(f.call) * 100 + KINDS.indexOf(f.kind);
  return found
    .map((f, i) => ({ f, i }))
    .sort((a, b) => rank(a.f) - rank(b.f) || b.f.count / b.f.of - a.f.count / a.f.of || a.i - b.i)
    .map(({ f }) => f);
}

function faults({ runs, rows, naming }: Looked): Finding[] {
  const met = runs.faults.filter((f) => f.run <= rows.count);
  const [first] = met;
  if (!first) return [];
  return [
    {
      kind: 'fault',
      call: 'mend',
      about: 'fault',
      text: { en: `Runs meet a fault: ${faultWords(first, naming).en}.`, ko: `시행 중 오류 발생: ${faultWords(first, naming).ko}` },
      evidence: outOf(met.length, rows.count),
      count: met.length,
      of: rows.count,
      proved: false,
      run: first.run,
      at: first.at,
    },
  ];
}

function milestones(looked: Looked): Finding[] {
  const { scenario, rows, naming, never, runs } = looked;
  return scenario.milestones.flatMap((m, i): Finding[] => {
    const { count } = rows.which(runs.plan.columns.milestones.from + i, (v) => !Number.isNaN(v));
    if (count > 0) return [];
    const proved = never.milestones.has(m.id);
    const name = naming.milestone(m.id);
    return [
      {
        kind: proved ? 'never-reached' : 'not-reached',
        call: proved ? 'mend' : 'know',
        about: m.id,
        text: proved
          ? { en: `Milestone “${name.en}” can never be reached.`, ko: `이정표 ‘${name.ko}’: 도달할 수 없음` }
          : { en: `Milestone “${name.en}” was not reached.`, ko: `이정표 ‘${name.ko}’: 한 번도 도달하지 않음` },
        evidence: proved ? PROVED : atMost(looked),
        count: rows.count,
        of: rows.count,
        proved,
        run: 1,
        at: scenario.duration,
      },
    ];
  });
}

/** Objectives that no expected action tries, or only such as nobody was asked for or the record cannot see. */
function objectives({ scenario, rows, runs, samples }: Looked): Finding[] {
  return scenario.objectives.flatMap((objective): Finding[] => {
    const tasks = new Set(objective.tasks.map((t) => t.id));
    const own = scenario.expects.flatMap((e, i) =>
      e.objective === objective.id || (e.task !== undefined && tasks.has(e.task)) ? [{ e, i }] : [],
    );
    const untried = new Uint8Array(rows.count);
    const blind = new Set<string>();
    for (let r = 0; r < rows.count; r++) {
      const tried = own.some(({ e, i }) => {
        const slack = rows.at(r, runs.plan.columns.slack.from + i);
        if (slack === UNJUDGED) blind.add(e.number ?? e.id);
        return !Number.isNaN(slack) && slack !== UNJUDGED;
      });
      if (!tried) untried[r] = 1;
    }
    const share = samples.share(rows.count, (r) => untried[r] === 1);
    if (share.share <= 0.5) return [];
    const where = ofRuns(share, rows.count);
    const name = bothOf(objective.text);
    const why: Both =
      own.length === 0
        ? { en: 'no expected action tries it', ko: '이를 확인하는 예상조치가 없음' }
        : blind.size > 0
          ? {
              en: `nobody judges ${[...blind].slice(0, 3).join(', ')}`,
              ko: `${[...blind].slice(0, 3).join(', ')}을(를) 판정하는 이가 없음`,
            }
          : { en: 'its expected actions are not asked for', ko: '해당 예상조치의 시한이 시작되지 않음' };
    return [
      {
        kind: 'not-exercised',
        call: 'decide',
        about: objective.id,
        text: {
          en: `“${name.en}” is not exercised in ${where.en}: ${why.en}.`,
          ko: `‘${name.ko}’: ${where.ko}에서 연습되지 않음(${why.ko})`,
        },
        evidence: outOf(share.count, rows.count),
        count: share.count,
        of: rows.count,
        proved: own.length === 0,
        run: untried.indexOf(1) + 1,
        at: scenario.duration,
      },
    ];
  });
}

/** Sides that decide before they have asked, where they had undertaken to ask. */
function consultations({ scenario, rows, runs, samples }: Looked): Finding[] {
  const from = runs.plan.columns.decisions.from;
  const due = rows.which(from, (v) => v > 0);
  const late = rows.which(from + 1, (v) => v > 0);
  const never = rows.which(from + 2, (v) => v > 0);
  if (due.count === 0 || !isRule(due.count, rows)) return [];
  const found: Finding[] = [];
  const say = (what: typeof late, text: Both): void => {
    if (what.count / due.count < 0.25) return;
    const at = rows.at(what.first, from + 4);
    found.push({
      kind: 'consults-late',
      call: 'know',
      about: 'consultation',
      text,
      evidence: outOf(what.count, due.count),
      count: what.count,
      of: due.count,
      proved: false,
      run: what.first + 1,
      at: Number.isNaN(at) ? scenario.duration : at,
    });
  };
  const where = (column: number): Both => {
    const share = samples.share(
      rows.count,
      (r) => rows.at(r, column) > 0,
      (r) => rows.at(r, from) > 0,
    );
    return ofRuns(share, rows.count, { en: 'that have such a decision', ko: '그러한 결정이 있는' });
  };
  say(late, { en: `A side decides before it has consulted in ${where(from + 1).en}.`, ko: `${where(from + 1).ko}에서 협의에 앞서 결정함` });
  say(never, { en: `A side decides and never consults in ${where(from + 2).en}.`, ko: `${where(from + 2).ko}에서 협의 없이 결정함` });
  return found;
}

/** Choices that change no measure, whatever is chosen. */
function choices({ scenario, rows, runs, samples }: Looked): Finding[] {
  const { columns } = runs.plan;
  if (columns.measureList.length === 0) return [];
  return columns.chanceRules.flatMap((key, i): Finding[] => {
    const side = Array.from({ length: rows.count }, (_, r): boolean | undefined => {
      const asked = rows.at(r, columns.asked.from + i);
      return asked === 0 ? undefined : rows.at(r, columns.did.from + i) / asked >= 0.5;
    });
    const [yes, no] = [true, false].map((which) => side.filter((s) => s === which).length) as [number, number];
    if (yes < 50 || no < 50) return [];
    const apart = columns.measureList.map((_, m) =>
      samples.difference(
        rows.count,
        (r) => rows.at(r, columns.measures.from + m) === 1,
        (r) => side[r],
      ),
    );
    // A difference that these runs could not have seen is no proof that there is none.
    const most = Math.max(...apart.map((d) => Math.max(d.high, -d.low)));
    if (apart.some((d) => !d.level) || most > MOST_EFFECT) return [];
    return [
      {
        kind: 'no-effect',
        call: 'know',
        about: key,
        text: {
          en: `Whatever is chosen by ${ruleWords(key).en} changes no measure.`,
          ko: `${ruleWords(key).ko}에 따른 선택은 어느 성과 척도에도 영향이 없음`,
        },
        evidence: { en: `at most ${Math.ceil(most * 100)} points, 95 % sure`, ko: `최대 ${Math.ceil(most * 100)}%p(신뢰수준 95%)` },
        count: yes,
        of: yes + no,
        proved: false,
        run: side.indexOf(true) + 1,
        at: scenario.duration,
      },
    ];
  });
}

/** Rules of the scenario’s own that the exercise refuses more often than not. */
function refusals({ rows, runs, naming }: Looked): Finding[] {
  return runs.refused.flatMap((r): Finding[] => {
    if (!/^(behaviour|option) /.test(r.rule) || r.rule.includes('step') || r.count < rows.count / 2) return [];
    const seat = naming.post(r.seat);
    return [
      {
        kind: 'refused',
        call: 'mend',
        about: `${r.rule} ${r.seat}`,
        text: {
          en:
            r.code === UNFIT
              ? `${seat.en} can do nothing by ${ruleWords(r.rule).en}: its fields do not fit ${r.command}.`
              : `${seat.en} tries ${r.command} by ${ruleWords(r.rule).en}, and is refused (${r.code}).`,
          ko:
            r.code === UNFIT
              ? `${seat.ko}: ${ruleWords(r.rule).ko}의 내용이 ${r.command}에 맞지 않아 아무것도 하지 못함`
              : `${seat.ko}: ${ruleWords(r.rule).ko}에 따른 ${r.command} 명령이 거부됨(사유: ${r.code})`,
        },
        evidence: both((l) => (l === 'en' ? `${r.count} times` : `${r.count}회`)),
        count: Math.min(r.count, rows.count),
        of: rows.count,
        proved: false,
        run: r.run,
        at: r.at,
      },
    ];
  });
}
