import { type Address, CHANNELS, type Ms, split, type World } from '@entente/engine';
import { ofItself } from '@entente/engine/statements';
import { type Said, said } from '../error.ts';
import { readTimeText } from '../msel/time.ts';
import { channelOf } from '../msel/vocabulary.ts';
import { type Names, namesOf } from '../out/directory.ts';
import { fromClock, localOf } from '../out/lines.ts';
import { pick } from '../out/text.ts';
import { meant } from '../out/words.ts';

/** What a cell of a workbook that came back means for an exercise or scenario, or why it means nothing. */
export type Read<T> = { readonly ok: T } | { readonly why: Said };

const MOST_RECIPIENTS = 200;
const DAY = 86_400_000;

/** Reads the cells of a workbook as the exercise or scenario names things. */
export class Values {
  readonly names: Names;
  readonly #world: Pick<World, 'seats'>;
  readonly #start: string;

  constructor(world: Pick<World, 'seats'>) {
    this.#world = world;
    this.#start = world.seats.exercise?.start ?? '1970-01-01T00:00Z';
    this.names = namesOf(world, 'en');
  }

  /** ms from STARTEX; undefined for an empty cell. A time of day alone is on the day of `before`. */
  time(text: string, before: string): Read<Ms | undefined> {
    const given = text.trim();
    if (given === '') return { ok: undefined };
    const whole = fromClock(this.#start, given);
    const at = whole ?? this.#written(given, before);
    if (at === undefined || at < 0)
      return {
        why: said(
          `“${given}” is no time after STARTEX. Write it like ${text0(this.#start)}.`,
          `“${given}”은(는) 연습 개시 이후의 시각이 아닙니다. ${text0(this.#start)}처럼 적으십시오.`,
        ),
      };
    return { ok: at };
  }

  #written(text: string, before: string): Ms | undefined {
    const when = readTimeText(text);
    const start = localOf(this.#start);
    if (when.kind === 'offset') return when.ms;
    if (when.kind === 'date' && !when.timeless && when.zone === undefined) return when.ms - start;
    if (when.kind !== 'clock' || when.zone !== undefined || when.day !== undefined) return undefined;
    const day = start + (fromClock(this.#start, before) ?? 0);
    return day - (((day % DAY) + DAY) % DAY) + when.ms - start;
  }

  channel(text: string): Read<(typeof CHANNELS)[number]> {
    const own = meant(text, CHANNELS);
    if (own) return { ok: own };
    const { channel, near } = channelOf(text);
    return near ? { why: said(`“${text}” is no channel.`, `“${text}”은(는) 전달 수단이 아닙니다.`) } : { ok: channel };
  }

  kind(text: string): Read<'contextual' | 'contingency'> {
    const kind = meant(text, ['contextual', 'contingency']);
    return kind ? { ok: kind } : { why: said(`“${text}” is no kind of inject.`, `“${text}”은(는) 상황 유형이 아닙니다.`) };
  }

  /** Every name must be one of the exercise: what is not understood reaches nobody. */
  recipients(text: string): Read<readonly Address[]> {
    const parts = text
      .split(/[;\n,]/)
      .map((p) => p.trim())
      .filter((p) => p !== '');
    const found = parts.map((p) => this.names.address(p));
    const unknown = parts.filter((_, i) => found[i] === undefined || split(found[i] as Address)[0] === 'control');
    if (unknown.length > 0)
      return {
        why: said(
          `“${unknown.join('”, “')}” is no recipient here. Take names from the list, with a semicolon between them.`,
          `“${unknown.join('”, “')}”은(는) 이곳의 수신자가 아닙니다. 목록의 이름을 쌍반점(;)으로 나누어 적으십시오.`,
        ),
      };
    if (found.length > MOST_RECIPIENTS) return { why: said('There are more than 200 recipients.', '수신자가 200명을 넘습니다.') };
    return { ok: [...new Set(found as Address[])] };
  }

  sender(text: string): Read<string> {
    const from = text.trim() === '' ? 'control' : this.names.from(text);
    return from === undefined ? { why: said(`“${text}” is no sender here.`, `“${text}”은(는) 이곳의 발신자가 아닙니다.`) } : { ok: from };
  }

  /** True if what it sends to the public is a report or a statement. */
  tellsPublic(from: string): boolean {
    return ofItself(this.#world, from) !== undefined;
  }

  controller(text: string): Read<Address | undefined> {
    if (text.trim() === '') return { ok: undefined };
    const address = this.names.address(text);
    return address !== undefined && split(address)[0] === 'control'
      ? { ok: address }
      : { why: said(`“${text}” is no controller here.`, `“${text}”은(는) 이곳의 통제관이 아닙니다.`) };
  }

  objective(text: string): Read<string | undefined> {
    if (text.trim() === '') return { ok: undefined };
    const found = this.#world.seats.objectives?.list.find(
      (o) => o.id === text.trim() || ['en', 'ko'].some((l) => pick(o.text, l).trim() === text.trim()),
    );
    return found ? { ok: found.id } : { why: said(`“${text}” is no objective here.`, `“${text}”은(는) 이곳의 연습 목표가 아닙니다.`) };
  }
}

const text0 = (start: string): string => start.slice(0, 16).replace('T', ' ');

/** A text of one or several languages, with one of them written anew. */
export function withText(before: Readonly<Record<string, string>> | string | undefined, language: string | undefined, words: string) {
  if (language === undefined) return words;
  const whole = typeof before === 'string' || before === undefined ? {} : { ...before };
  return Object.fromEntries(Object.entries({ ...whole, [language]: words }).filter(([, w]) => w !== ''));
}
