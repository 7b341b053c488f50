import { join } from 'node:path';
import { overflowOf } from '@entente/engine';
import { loadFolder, type Metrics, type Play, PlayError, runPlay } from '@entente/scenario';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT } from '../fault.ts';
import type { Texts } from '../language.ts';
import { recordLines, writeLines } from '../record.ts';
import type { Result, Verb } from '../verb.ts';
import { folderOf, problemLines, problemsAsJson } from './check.ts';

const LARGEST_SEED = 0xffffffff;

/** `play SCENARIO`: a recorded play on a virtual clock gives the same record as a live exercise. */
export const play: Verb = {
  name: 'play',
  argument: '<scenario>',
  about: (t) => t('play.about'),
  argumentAbout: (t) => t('argument.scenario'),
  choices: (t) => [
    { flags: '--play <name>', about: t('play.option.play') },
    { flags: '--seed <n>', about: t('play.option.seed'), read: (text) => seedOf(text, t) },
    { flags: '--out <dir>', about: t('play.option.out') },
  ],
  async run(subject, options, terminal): Promise<Result> {
    const { t } = terminal;
    const folder = folderOf(subject);
    const { scenario, plays, problems, files } = await loadFolder(folder);
    const broken = problems.filter((p) => p.severity === 'error');
    const wanted = options.play as string | undefined;
    const inTheWay = broken.filter((p) => !p.file.startsWith('plays/') || wanted === undefined || p.file.startsWith(`plays/${wanted}.`));
    if (!scenario || inTheWay.length > 0) {
      const result = { ok: false, errors: broken.length, problems: problemsAsJson(inTheWay, terminal) };
      terminal.result(result, problemLines(inTheWay, folder, terminal));
      return result;
    }
    const chosen = choose(plays, wanted, folder, t);
    const seed = (options.seed as number | undefined) ?? 1;
    const progress = terminal.progress(t('play.progress'));
    const played = attempt(
      () => runPlay(scenario, chosen, { seed, ...(files ? { files } : {}), onProgress: (done, of) => progress.step(done, of) }),
      folder,
      t,
    );
    progress.end();
    const path = typeof options.out === 'string' ? join(options.out, 'record.jsonl') : undefined;
    if (path) await writeLines(path, recordLines(played.records), t);
    const faults = played.world.clock.faults.map(({ at, what }) => ({ at, what }));
    const fault = faults[0] && t('play.fault', { time: clockOf(faults[0].at), what: whatOf(faults[0].what, t) });
    const result = {
      ok: faults.length === 0,
      ...(fault ? { error: { code: 'fault-recorded', message: fault }, faults } : {}),
      scenario: scenario.id,
      play: chosen.play,
      seed,
      record: { hash: played.hash, events: played.events, ...(path ? { path } : {}) },
      metrics: played.metrics,
    };
    const head = t('play.done', { play: chosen.play, seed, events: t('count.events', { count: played.events }) });
    terminal.result(result, [
      head,
      ...(fault ? [fault] : []),
      ...metricLines(played.metrics, t),
      t('play.hash', { hash: played.hash }),
      ...(path ? [t('play.written', { path })] : []),
    ]);
    return result;
  },
};

/** Scenario ms as hours, minutes and seconds from STARTEX. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((n) => String(n).padStart(2, '0')).join(':');
}

function seedOf(text: string, t: Texts): number {
  const seed = Number(text);
  if (!/^\d{1,10}$/.test(text) || seed > LARGEST_SEED) throw new RangeError(t('play.badSeed'));
  return seed;
}

function choose(plays: readonly Play[], wanted: string | undefined, folder: string, t: Texts): Play {
  const found = wanted === undefined ? plays[0] : plays.find((p) => p.play === wanted);
  if (found) return found;
  if (plays.length === 0) throw new Fault(INPUT_AT_FAULT, 'no-plays', t('play.none', { folder }));
  throw new Fault(
    COMMAND_LINE_WRONG,
    'unknown-play',
    t('play.unknown', { name: wanted ?? '', names: plays.map((p) => p.play).join(', ') }),
  );
}

/** A play that the exercise refuses to follow is the author's to mend. */
function attempt<T>(act: () => T, folder: string, t: Texts): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PlayError)) throw error;
    const place = `${join(folder, error.file)}:${error.line}`;
    throw new Fault(INPUT_AT_FAULT, error.rejection ?? 'play-stuck', `${t('play.stuck', { place })} ${error.message}`);
  }
}

function metricLines(metrics: Metrics, t: Texts): string[] {
  const { injects, expected, messages, sharing, consultation, spoken, silentSeats } = metrics;
  return [
    t('play.injects', { released: injects.released, total: injects.total, skipped: injects.skipped, unreleased: injects.unreleased }),
    t('play.expected', { ...expected }),
    t('play.messages', { count: messages.total }),
    ...sharingLines(sharing, t),
    ...consultationLines(consultation, t),
    ...planLines(metrics, t),
    ...spokenLines(spoken, t),
    ...(silentSeats.length > 0 ? [t('play.silent', { seats: silentSeats.join(', ') })] : []),
  ];
}

/** What was shared and asked, how long it took those who needed it, and what went wrong; nothing where no items are in play. */
function sharingLines({ items, releases, requests, latency, neededButWithheld, overShared }: Metrics['sharing'], t: Texts): string[] {
  if (items === 0 && requests.made === 0) return [];
  const minutes = (ms: number): string => t('play.minutes', { count: Math.round(ms / 60_000) });
  const listed = (list: readonly { readonly item: string; readonly party: string; readonly ms: number | null }[]): string =>
    list.map(({ item, party, ms }) => `${item} → ${party}${ms === null ? '' : ` (${minutes(ms)})`}`).join(', ');
  const { medianMs, ...counts } = requests;
  const came = latency.filter((l) => l.ms !== null);
  const never = latency.filter((l) => l.ms === null);
  return [
    t('play.sharing', { items, releases }),
    t('play.requests', { ...counts, granted: counts.granted + counts.conditions }),
    ...(medianMs === null ? [] : [t('play.answered', { time: minutes(medianMs) })]),
    ...(came.length === 0 ? [] : [t('play.came', { list: listed(came) })]),
    ...(never.length === 0 ? [] : [t('play.never', { list: listed(never) })]),
    ...(neededButWithheld.length === 0
      ? []
      : [t('play.withheld', { list: neededButWithheld.map((n) => `${n.expected} ← ${n.item}`).join(', ') })]),
    ...(overShared.length === 0 ? [] : [t('play.overshared', { list: overShared.map((o) => `${o.item} → ${o.party}`).join(', ') })]),
  ];
}

/** Who asked before deciding, who answered when, and what was agreed; nothing where nobody consulted or decided. */
function consultationLines(
  { matters, decisions, answers, agreement, silenceBroken, bracketed, voidSignatures }: Metrics['consultation'],
  t: Texts,
): string[] {
  if (matters === 0 && decisions.taken === 0) return [];
  const minutes = (ms: number): string => t('play.minutes', { count: Math.round(ms / 60_000) });
  const listed = (list: Metrics['consultation']['decisions']['unasked']): string =>
    list.map(({ party, subject, by }) => `${party}: ${subject}${by === undefined ? '' : ` (${minutes(by)})`}`).join(', ');
  const after = decisions.unasked.filter((d) => d.by !== undefined);
  const never = decisions.unasked.filter((d) => d.by === undefined);
  const due = decisions.asked + decisions.unasked.length;
  const agreed = agreement.reached.length + agreement.passed;
  const counts = { given: answers.given, asked: answers.asked, late: answers.late.length, passed: answers.passed };
  return [
    t('play.matters', { matters, agreed, broken: silenceBroken.length, decisions: decisions.taken }),
    ...(due === 0 ? [] : [t('play.asked', { asked: decisions.asked, due })]),
    ...(after.length === 0 ? [] : [t('play.unasked', { list: listed(after) })]),
    ...(never.length === 0 ? [] : [t('play.neverAsked', { list: listed(never) })]),
    ...(answers.asked === 0 ? [] : [t('play.positions', counts)]),
    ...(answers.medianMs === null ? [] : [t('play.positionsTook', { time: minutes(answers.medianMs) })]),
    ...(agreement.medianMs === null ? [] : [t('play.agreementTook', { time: minutes(agreement.medianMs) })]),
    ...(bracketed.length + voidSignatures.length === 0
      ? []
      : [t('play.bracketed', { count: bracketed.length, void: voidSignatures.length })]),
  ];
}

/** What became of each plan: how soon it was agreed, against what, and how its steps went; nothing where no plan was drafted. */
function planLines({ planning, execution }: Metrics, t: Texts): string[] {
  const minutes = (ms: number): string => t('play.minutes', { count: Math.round(ms / 60_000) });
  const drafted = planning.filter((b) => b.plans.length > 0);
  return drafted.flatMap(({ board, scenario, plans, toSigned, options, compared, apart }) => {
    const agreed =
      toSigned !== null
        ? t('play.plan.agreed', { time: minutes(toSigned) })
        : t(plans.some((p) => p.agreed !== null) ? 'play.plan.agreedUnasked' : 'play.plan.not');
    return [
      t('play.board', { board: scenario ?? board, options, compared, apart, agreed }),
      ...plans.flatMap(({ text, versions, dissent }) => [
        t('play.plan.text', { versions, ...dissent }),
        ...execution.filter((run) => run.text === text).flatMap((run) => runLines(run, minutes, t)),
      ]),
    ];
  });
}

function runLines({ unsigned, steps, parties }: Metrics['execution'][number], minutes: (ms: number) => string, t: Texts): string[] {
  const listed = (of: (p: (typeof parties)[number]) => string | undefined): string => parties.flatMap((p) => of(p) ?? []).join(', ');
  const onTime = listed((p) => (p.total === 0 ? undefined : `${p.party} ${p.onTime}/${p.total}`));
  const lost = listed((p) => (p.lostMs === 0 ? undefined : `${p.party} ${minutes(p.lostMs)}`));
  const hindered = listed((p) => (p.hinderedMs === 0 ? undefined : `${p.party} ${minutes(p.hinderedMs)}`));
  return [
    t(unsigned ? 'play.run.unsigned' : 'play.run', { ...steps }),
    t('play.run.parties', { list: onTime }),
    ...(lost === '' ? [] : [t('play.run.lost', { list: lost })]),
    ...(hindered === '' ? [] : [t('play.run.hindered', { list: hindered })]),
  ];
}

/** What was said in public, what parted the sides, and how long each repair took; nothing where nobody spoke. */
function spokenLines(figures: Metrics['spoken'], t: Texts): string[] {
  const { statements, reports, verdicts, repairs, uncoded, stillRepeat, from } = figures;
  if (statements === 0 && reports === 0) return [];
  const minutes = (ms: number): string => t('play.minutes', { count: Math.round(ms / 60_000) });
  const name = (said: Metrics['spoken']['uncoded'][number]): string => said.name ?? `${said.by ?? ''} ${clockOf(said.at)}`;
  const listed = (flag: string): string =>
    verdicts
      .filter((v) => v.verdict === flag && v.judged !== 'dismissed')
      .map((v) => `${name(v.with)} ↔ ${name(v.said)} (${v.topics.join(', ')})`)
      .join('; ');
  const flags = ['contradictory', 'ambiguous', 'off-line', 'misquotation', 'inference', 'compatible'] as const;
  const took = (ms: number | null): string => (ms === null ? t('play.notReached') : minutes(ms));
  const { firstLineMs, correctionMs, alignmentMs } = figures;
  const times = { from: from ? name(from) : '', first: took(firstLineMs), correction: took(correctionMs), aligned: took(alignmentMs) };
  const weight = (r: (typeof repairs)[number]): string =>
    r.weighs === undefined || r.weighs === 'as-much' ? '' : `, ${t(`play.weighs.${r.weighs}`)}`;
  const put = repairs.map((r) => `${name(r.said)} (${minutes(r.ms)}${weight(r)})`).join(', ');
  return [
    t('play.said', { statements, reports, uncoded: uncoded.length }),
    ...flags.flatMap((flag) => (listed(flag) === '' ? [] : [t(`play.verdict.${flag}`, { list: listed(flag) })])),
    ...(from ? [t('play.aligned', times)] : []),
    ...(put === '' ? [] : [t('play.repairs', { list: put })]),
    ...(stillRepeat.length === 0 ? [] : [t('play.repeat', { list: stillRepeat.map(name).join(', ') })]),
  ];
}

function whatOf(what: string, t: Texts): string {
  const most = overflowOf(what);
  return most === undefined ? what : t('play.overflow', { most });
}
