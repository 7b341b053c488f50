import type { Condition, Ms, Scenario, Text } from '@entente/engine';
import type { Share } from '../analysis/shares.ts';
import { said } from '../run/plan.ts';
import { conditionWords } from './conditions.ts';

export interface Both {
  readonly en: string;
  readonly ko: string;
}
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

export const both = (of: (language: Language) => string): Both => ({ en: of('en'), ko: of('ko') });
export const bothOf = (text: Text): Both => both((l) => said(text, l));

/** A name as such, in quotation marks; one that quotes already stays as it is. */
export const quoted = ({ en, ko }: Both): Both => ({ en: /“/.test(en) ? en : `“${en}”`, ko: /‘/.test(ko) ? ko : `‘${ko}’` });

/** A scenario time as the clock on the wall shows it where the exercise begins. */
export function clockAt(scenario: Pick<Scenario, 'start'>, at: Ms): string {
  const start = /T(\d\d):(\d\d)/.exec(scenario.start);
  const minutes = Number(start?.[1] ?? 0) * 60 + Number(start?.[2] ?? 0) + Math.floor(at / 60_000);
  const day = Math.floor(minutes / 1440);
  const clock = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return day === 0 ? clock : `${clock} D${day + 1}`;
}

/** So many of a hundred; Korean puts no space before the sign. */
export function percent(share: number): Both {
  const p = share * 100;
  const said = p > 0 && p < 1 ? '< 1' : p > 99 && p < 100 ? '> 99' : `${Math.round(p)}`;
  return { en: `${said} %`, ko: `${said}%` };
}

/** A share with its 95 % interval, in whole points; what it is a share of is for the sentence around it. */
export function withInterval({ share, low, high }: Pick<Share, 'share' | 'low' | 'high'>): Both {
  const [said, from, to] = [percent(share), Math.round(low * 100), Math.round(high * 100)];
  return { en: `${said.en} (${from}–${to} %)`, ko: `${said.ko}(95% 구간 ${from}~${to}%)` };
}

/** “40 % (34–46 %) of the runs under these rules”: of which of them it is, where it is not of all. */
export function ofRuns(share: Share, runs: number, which?: Both): Both {
  const { en, ko } = withInterval(share);
  const of = share.of.toLocaleString('en');
  return which === undefined || share.of === runs
    ? { en: `${en} of the runs under these rules`, ko: `이 규칙에 따른 시행의 ${ko}` }
    : { en: `${en} of the ${of} runs under these rules ${which.en}`, ko: `이 규칙에 따라 ${which.ko} 시행 ${of}회의 ${ko}` };
}

/** A share in a table whose head says that brackets hold the 95 % interval. */
export function inCell({ share, low, high }: Pick<Share, 'share' | 'low' | 'high'>): Both {
  const [said, between] = [percent(share), [low, high].map((n) => Math.round(n * 100))];
  return { en: `${said.en} (${between.join('–')})`, ko: `${said.ko}(${between.join('~')})` };
}

/** A difference between shares in points, with its 95 % interval. */
export function pointsWithInterval({ points, low, high }: { points: number; low: number; high: number }): Both {
  const [by, from, to] = [signed(points), signed(low), signed(high)];
  return { en: `${by} points (${from} to ${to})`, ko: `${by}%p(95% 구간 ${from}~${to}%p)` };
}

/** A difference in whole points, with its sign. */
export function signed(share: number): string {
  const points = Math.round(share * 100);
  return points === 0 ? '0' : `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
}

const SECONDS_COUNT_S = 600;
/** A length of time, to the minute; to the second below ten minutes, where half a minute is much. */
export function length(ms: Ms): Both {
  const exact = Math.round(Math.abs(ms) / 1000);
  const whole = exact < SECONDS_COUNT_S ? exact : Math.round(exact / 60) * 60;
  const parts = [
    [Math.floor(whole / 3600), 'h', '시간'],
    [Math.floor(whole / 60) % 60, 'min', '분'],
    [whole % 60, 's', '초'],
  ] as const;
  const said = whole === 0 ? parts.slice(2) : parts.filter(([n]) => n > 0);
  return { en: said.map(([n, en]) => `${n} ${en}`).join(' '), ko: said.map(([n, , ko]) => `${n}${ko}`).join(' ') };
}

/** Minutes as a number says them: halves below ten, whole ones above. */
export function minutes(n: number): Both {
  const said = Math.abs(n) < 10 ? Math.round(n * 10) / 10 : Math.round(n);
  return { en: `${said} min`, ko: `${said}분` };
}

/** A rule by where it stands in the scenario, counted from 1 as people count; the house’s own, and those of recordings, by their name. */
export function ruleWords(key: string): Both {
  const [, whose, b, n] = /^(behaviour|option) (\d+) rule (\d+)$/.exec(key) ?? [];
  const [, recording, step] = /^(.+) step (\d+)$/.exec(key) ?? [];
  if (recording !== undefined) {
    const [name, nth] = [/^play (.+)$/.exec(recording)?.[1], Number(step) + 1];
    return name === undefined
      ? { en: `step ${nth} of a behaviour’s recording`, ko: `행동(behaviours) 기록의 단계 ${nth}` }
      : { en: `step ${nth} of the recording “${name}”`, ko: `진행 기록 ‘${name}’의 단계 ${nth}` };
  }
  const [, waits] = /^(?:seat|control) (.+)$/.exec(key) ?? [];
  if (waits !== undefined) return { en: `the house’s own rule on “${waits}”`, ko: `‘${waits}’에 대한 기본 규칙` };
  if (whose === undefined) return { en: `rule “${key}”`, ko: `규칙 ‘${key}’` };
  const [behaviour, rule] = [Number(b) + 1, Number(n) + 1];
  return whose === 'behaviour'
    ? { en: `rule ${rule} of behaviour ${behaviour}`, ko: `행동(behaviours) ${behaviour}의 규칙 ${rule}` }
    : { en: `rule ${rule} of an option’s behaviour ${behaviour}`, ko: `선택지의 행동(behaviours) ${behaviour}의 규칙 ${rule}` };
}

const FIXED: Readonly<Record<string, Both>> = {
  control: { en: 'Lead control', ko: '통제단장' },
  everyone: { en: 'everyone', ko: '모든 참가측' },
  public: { en: 'the public', ko: '일반 공개' },
};

/** Names of what a scenario has, in both languages. */
export class Naming {
  readonly #scenario: Scenario;
  readonly #seats: ReadonlyMap<string, Both>;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#seats = new Map(
      scenario.parties.flatMap((p) =>
        p.cells.flatMap((c) => [
          [`cell:${c.id}`, both((l) => `${letterOf(p)} ${said(c.name, l)}`)] as const,
          ...c.seats.map((s) => [`seat:${s.id}`, both((l) => `${letterOf(p)} ${said(s.name, l)}`)] as const),
        ]),
      ),
    );
  }

  inject(id: string): Both {
    const found = this.#scenario.injects.find((i) => i.id === id);
    return both(
      (l) => `${found?.number ?? id}${found ? ` ${l === 'en' ? '“' : '‘'}${said(found.title, l)}${l === 'en' ? '”' : '’'}` : ''}`,
    );
  }
  number(id: string): string {
    return this.#scenario.injects.find((i) => i.id === id)?.number ?? id;
  }
  expected(id: string): Both {
    const found = this.#scenario.expects.find((e) => e.id === id);
    return both((l) => `${found?.number ?? id}${found ? `, ${said(found.text, l)}` : ''}`);
  }
  milestone(id: string): Both {
    const found = this.#scenario.milestones.find((m) => m.id === id);
    return bothOf(found?.name ?? id);
  }
  post(address: string): Both {
    const fixed = FIXED[address];
    if (fixed) return fixed;
    const party = this.#scenario.parties.find((p) => address === `party:${p.id}`);
    if (party) return bothOf(party.name);
    const entity = this.#scenario.entities.find((e) => address === `entity:${e.id}`);
    return entity ? bothOf(entity.name) : (this.#seats.get(address) ?? { en: address, ko: address });
  }

  /** A condition in words. */
  condition(when: Condition): Both {
    const terms = { scenario: this.#scenario, time: (at: Ms) => clockAt(this.#scenario, at) };
    return both((language) => conditionWords(when, { ...terms, language, who: (address) => this.post(address)[language] }));
  }
  /** What something waits for: an inject or expected action, or a milestone. */
  cause({ event, milestone }: { readonly event?: string | undefined; readonly milestone?: string | undefined }): Both | undefined {
    if (milestone !== undefined) return quoted(this.milestone(milestone));
    if (event === undefined) return undefined;
    return this.#scenario.expects.some((e) => e.id === event) ? this.expected(event) : this.inject(event);
  }
}

export const letterOf = (party: Scenario['parties'][number]): string => party.letter ?? party.id.charAt(0).toUpperCase();
