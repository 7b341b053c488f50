import { durationText, type ScenarioInput } from '@entente/engine';
import { ImportError, type Said, said } from '../error.ts';
import { type Addressed, addressesOf } from './addresses.ts';
import { type Link, linkEvents } from './links.ts';
import { Ids, nameKey } from './names.ts';
import { noteOf } from './note.ts';
import type { Meaning } from './reading.ts';
import { type EventRow, type LeftOut, sayOf, whyAside } from './rows.ts';
import { type Entity, Senders } from './senders.ts';
import type { Setting } from './setting.ts';
import { firstLine, joinedText, rowName, textColumns } from './speech.ts';
import { CHANNEL_KO, channelOf, kindOf, meansNothing } from './vocabulary.ts';

export type Inject = NonNullable<ScenarioInput['injects']>[number];
type Expected = NonNullable<ScenarioInput['expects']>[number];
type Objective = NonNullable<ScenarioInput['objectives']>[number];

/** What the rows of a sheet become. */
export interface Events {
  readonly injects: Inject[];
  readonly expects: Expected[];
  readonly entities: Entity[];
  readonly objectives: Objective[];
  /** Rows that looked like events and are none. */
  readonly named: LeftOut[];
  /** Rows that reach nobody until a person has named their recipients. */
  readonly waiting: LeftOut[];
  readonly imported: number;
  /** What each row became. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
}

export interface Outcome {
  readonly inject?: Inject;
  readonly info: readonly string[];
  readonly expects: { by: string; text: string }[];
  /** Why it waits for a hand. */
  readonly waits?: Said;
}

export const MAX_EVENTS = 5_000;
const MAX_TEXT = 20_000;
const MAX_OBJECTIVES = 100;

/** Before any work is done on them. */
export function boundEvents(count: number): void {
  if (count > MAX_EVENTS)
    throw new ImportError(
      'too-many-injects',
      said(
        `The sheet has ${count} events; an exercise can hold ${MAX_EVENTS}.`,
        `상황이 ${count}개입니다. 한 연습에는 ${MAX_EVENTS}개까지 둘 수 있습니다.`,
      ),
      said('Split the sheet into several exercises.', '여러 연습으로 나누십시오.'),
    );
}

/** Turns rows into injects and expected actions. Each row becomes at least one of them, or is named. */
export function readEvents(rows: readonly EventRow[], setting: Setting): Events {
  const events = new Reader(setting);
  for (const row of rows) events.read(row);
  linkEvents(events, setting.guesses);
  return events;
}

class Reader implements Events {
  readonly injects: Inject[] = [];
  readonly expects: Expected[] = [];
  readonly objectives: Objective[] = [];
  readonly named: LeftOut[] = [];
  readonly waiting: LeftOut[] = [];
  readonly outcomes = new Map<number, Outcome>();
  imported = 0;
  readonly #setting: Setting;
  readonly #eventIds = new Ids();
  readonly #senders: Senders;
  readonly #numbers = new Set<string>();
  readonly #objectiveIds = new Map<string, string>();

  readonly links: Link[] = [];

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#senders = new Senders(setting);
  }

  get entities(): Entity[] {
    return this.#senders.entities;
  }

  read(row: EventRow): void {
    const to = addressesOf(row, this.#setting);
    // What players should do must not be told to them: a row that says nothing else is an expected action.
    const delivered = this.#text(row, 'title') || this.#text(row, 'text') || (row.marks ?? '');
    const expected = delivered === '' || (kindOf(this.#text(row, 'type')) === 'expected' && !row.marks);
    const by = expected ? this.#actor(row, to) : undefined;
    const note = noteOf(row, this.#setting, {
      objectiveUsed: this.objectives.length < MAX_OBJECTIVES,
      waits: to.waits !== undefined,
      spoken: textColumns(row),
    });
    const reason = this.#whyNone(row) ?? (expected && !by ? noActor(to.waits) : undefined);
    if (reason || note.length > MAX_TEXT) {
      this.named.push({
        row: row.row,
        reason: reason ?? said('Its notes hold more than 20,000 characters together.', '참고 내용이 모두 20,000자를 넘습니다.'),
      });
      return;
    }
    this.imported++;
    if (by) this.#expect(row, note, by);
    else this.#inject(row, note, to);
  }

  #text(row: EventRow, role: Meaning): string {
    if (role === 'text') return row.fix?.text ?? joinedText(row);
    const text = sayOf(row, role);
    return role === 'expected' && meansNothing(text) ? '' : text;
  }

  #whyNone(row: EventRow): Said | undefined {
    const to = this.#setting.recipients.get(row.row);
    if (to?.control && !to.waits && !to.everyone && !to.public && to.names.length === 0)
      return said(
        'It is addressed to control only, so nothing of it reaches a player.',
        '통제단에만 보내는 것이어서 참가자에게 전달되지 않습니다.',
      );
    return undefined;
  }

  /** Who should do what a row expects: the first whom it names, or its sender; nobody if neither is certain. */
  #actor(row: EventRow, to: Addressed): string | undefined {
    const { cast } = this.#setting;
    const sender = cast.find({ name: this.#text(row, 'from') });
    const first = to.addresses.find((a) => a.includes(':')) ?? (typeof sender === 'string' ? sender : undefined);
    return first ?? (to.waits ? undefined : this.#firstCell());
  }

  #inject(row: EventRow, note: string, to: Addressed): void {
    const { guesses } = this.#setting;
    const number = this.#number(row);
    const text = this.#text(row, 'text') || this.#text(row, 'title') || (row.marks ?? '').toUpperCase();
    const title = this.#text(row, 'title') || firstLine(text);
    if (!this.#text(row, 'title'))
      guesses.make(
        'title',
        (r) => said(`${r.en}: the title is the beginning of the text.`, `${r.ko}: 내용의 첫 부분을 제목으로 삼았습니다.`),
        said('The row has no title.', '제목이 없기 때문입니다.'),
        row.row,
      );
    const word = this.#text(row, 'channel');
    const { channel, near } = channelOf(word);
    if (near)
      guesses.make(
        `channel=${channel}/${nameKey(word)}`,
        (r) =>
          said(
            `${r.en}: “${word.slice(0, 60)}” is delivered as ${channel}.`,
            `${r.ko}: “${word.slice(0, 60)}”은(는) ${CHANNEL_KO[channel]}(으)로 전달합니다.`,
          ),
        said('That is the nearest channel there is.', '가장 가까운 전달 수단이기 때문입니다.'),
        row.row,
      );
    const kind = kindOf(this.#text(row, 'type')) === 'contingency' ? 'contingency' : 'contextual';
    const waits = to.waits ?? this.#whyUnread(row) ?? (row.state === 'waits' ? this.#whyHeld(row) : undefined);
    if (waits) this.waiting.push({ row: row.row, reason: waits });
    const id = this.#eventIds.take(`i-${number}`, `i-row-${rowName(row)}`);
    const inject: Inject = {
      id,
      number,
      ...this.#when(row, kind, waits !== undefined),
      ...(kind === 'contingency' ? { kind } : {}),
      channel,
      from: this.#senders.of(row, this.#text(row, 'from'), to.addresses.includes('public')),
      to: [...to.addresses],
      ...(to.addresses.includes('public') ? { label: 'TLP:CLEAR' as const } : {}),
      title,
      text,
      ...(note ? { control: note } : {}),
      ...this.#objective(row),
    };
    this.injects.push(inject);
    const outcome: Outcome = { inject, info: to.info ?? [], expects: [], ...(waits ? { waits } : {}) };
    this.outcomes.set(row.row, outcome);
    const expected = this.#text(row, 'expected');
    // Whose it is nobody can say either: it stands in the controller's note.
    if (expected && !to.waits) outcome.expects.push(this.#respond(row, id, expected, to.addresses));
  }

  /** A text that the sheet could not work out is not there: what is left of the row is not all that players should get. */
  #whyUnread(row: EventRow): Said | undefined {
    if (row.fix?.text !== undefined || row.fix?.waits === false) return undefined;
    const texts = (row.table.header.columns.get('text') ?? []).map((c) => c.index);
    const lost = row.source.asides?.find((a) => (a.kind === 'error' || a.kind === 'formula') && texts.includes(a.column));
    if (!lost) return undefined;
    const why = whyAside(lost);
    return said(`Its text is not there: it waits for a hand. ${why.en}`, `내용을 읽을 수 없어 통제관이 직접 부여합니다. ${why.ko}`);
  }

  #whyHeld(row: EventRow): Said {
    const status = sayOf(row, 'status');
    return row.fix?.waits || status === ''
      ? said('It waits for a hand, as was chosen.', '선택한 대로 통제관이 직접 부여합니다.')
      : said(`Its status is “${status}”: it waits for a controller's hand.`, `상태가 “${status}”이어서 통제관이 직접 부여합니다.`);
  }

  /** The expected answer to an inject: by its first recipient, within half an hour. */
  #respond(row: EventRow, inject: string, text: string, to: readonly string[]): { by: string; text: string } {
    this.#setting.guesses.make(
      'expected',
      said(
        'An expected action is due from the first recipient of its event within 30 minutes, and a controller judges it.',
        '예상조치는 그 상황의 첫 수신자가 30분 안에 할 일로 두고 통제관이 판정합니다.',
      ),
      said(
        'The sheet does not say by whom, by when and how it is seen.',
        '누가, 언제까지, 무엇으로 확인하는지는 시트에 적혀 있지 않기 때문입니다.',
      ),
    );
    const by = to.find((a) => a.includes(':')) ?? this.#firstCell();
    this.expects.push({
      id: this.#eventIds.take(inject.replace(/^i-/, 'e-'), `e-row-${rowName(row)}`),
      after: { event: inject },
      by,
      text,
      within: 'PT30M',
      ...this.#objective(row),
    });
    return { by, text };
  }

  /** A row that is an expected action itself. */
  #expect(row: EventRow, note: string, by: string): void {
    if (note)
      this.#setting.guesses.make(
        'expected-note',
        (r) => said(`${r.en}: notes on expected actions were left out.`, `${r.ko}: 예상조치에 붙은 참고는 옮기지 않았습니다.`),
        said(
          'An expected action has no place for them; its text is what the controller judges by.',
          '예상조치에는 참고를 둘 곳이 없고, 통제관은 그 내용으로 판정하기 때문입니다.',
        ),
        row.row,
      );
    const number = this.#number(row);
    const parts = [this.#text(row, 'title'), this.#text(row, 'text'), this.#text(row, 'expected')].filter(
      (t, i, all) => t && all.indexOf(t) === i,
    );
    const at = this.#setting.time.at.get(row.row);
    const before = this.injects.at(-1)?.id;
    const timed = at !== undefined && at >= 0;
    if (!timed)
      this.#setting.guesses.make(
        'expected-when',
        (r) =>
          said(
            `${r.en}: the expected action follows the event above it, or STARTEX.`,
            `${r.ko}: 예상조치를 윗행의 상황(없으면 연습 개시)에 이어 두었습니다.`,
          ),
        said('It has no time of its own after STARTEX.', '연습 개시 뒤의 시각이 따로 적혀 있지 않기 때문입니다.'),
        row.row,
      );
    this.outcomes.set(row.row, { info: [], expects: [{ by, text: parts.join('\n').slice(0, MAX_TEXT) }] });
    const when = timed ? { at: durationText(at) } : before ? { after: { event: before } } : { at: 'PT0S' };
    this.expects.push({
      id: this.#eventIds.take(`e-${number}`, `e-row-${rowName(row)}`),
      number,
      ...when,
      by,
      text: parts.join('\n').slice(0, MAX_TEXT),
      within: 'PT30M',
      ...this.#objective(row),
    });
  }

  #firstCell(): string {
    return `cell:${this.#setting.cast.parties[0]?.cells[0]?.id}`;
  }

  /** Before STARTEX, without a time, or held ready: it waits for a hand. */
  #when(row: EventRow, kind: 'contextual' | 'contingency', open: boolean): { at?: string; manual?: true } {
    const { guesses, time } = this.#setting;
    const at = time.at.get(row.row);
    if (at === undefined) {
      const after = time.after.get(row.row);
      if (after) {
        this.links.push({ row: row.row, number: after.number, ms: after.ms, held: open });
        return { manual: true };
      }
      if (row.when.kind === 'none')
        guesses.make(
          'no-time',
          (r) =>
            said(
              `${r.en}: no time is given; the event waits for a controller's hand.`,
              `${r.ko}: 시각이 없어 통제관이 직접 부여하도록 하였습니다.`,
            ),
          said('The time cell names no time.', '시각 칸에 시각이 적혀 있지 않기 때문입니다.'),
          row.row,
        );
      return { manual: true };
    }
    if (at < 0) {
      guesses.make(
        'before',
        (r) =>
          said(
            `${r.en}: before STARTEX; the event waits for a controller's hand.`,
            `${r.ko}: 연습 개시 전이어서 통제관이 직접 부여하도록 하였습니다.`,
          ),
        said('The clock of an exercise begins at STARTEX.', '연습 시계는 연습 개시부터 움직이기 때문입니다.'),
        row.row,
      );
      return { manual: true };
    }
    if (kind === 'contingency')
      guesses.make(
        'contingency',
        (r) =>
          said(
            `${r.en}: a contingency inject comes due at its time and waits for a controller's hand.`,
            `${r.ko}: 예비상황은 제 시각이 되면 통제관의 부여를 기다립니다.`,
          ),
        said('It is held ready in case players do not act.', '참가자가 조치하지 않을 때를 위한 것이기 때문입니다.'),
        row.row,
      );
    return { at: durationText(at), ...(kind === 'contingency' || open ? { manual: true as const } : {}) };
  }

  /** The number people use, made unique; the sheet's row if it has none. */
  #number(row: EventRow): string {
    const { guesses } = this.#setting;
    const given = this.#text(row, 'number').replace(/\s+/g, ' ');
    const usable = given !== '' && given.length <= 20;
    if (!usable)
      guesses.make(
        'number',
        (r) =>
          said(
            `${r.en}: numbered by the row of the sheet (R${rowName(row)} and so on).`,
            `${r.ko}: 시트의 행 번호를 번호로 삼았습니다(R${rowName(row)} 등).`,
          ),
        said('The row has no number, or one longer than 20 characters.', '번호가 없거나 20자를 넘기 때문입니다.'),
        row.row,
      );
    const base = usable ? given : `R${rowName(row)}`;
    let number = base;
    for (let n = 2; this.#numbers.has(number); n++) number = `${base.slice(0, 14)}-${n}`;
    if (number !== base)
      guesses.make(
        'duplicate',
        (r) =>
          said(`${r.en}: the number occurs before; a second one was made of it.`, `${r.ko}: 앞에 같은 번호가 있어 뒤에 숫자를 붙였습니다.`),
        said('Every event needs a number of its own.', '상황마다 번호가 달라야 하기 때문입니다.'),
        row.row,
      );
    this.#numbers.add(number);
    return number;
  }

  #objective(row: EventRow): { objective?: string } {
    const text = this.#text(row, 'objective').split(/[;\n]/)[0]?.trim() ?? '';
    const key = nameKey(text);
    if (key === '' || meansNothing(text)) return {};
    const known = this.#objectiveIds.get(key);
    if (known) return { objective: known };
    if (this.objectives.length >= MAX_OBJECTIVES) return {};
    const id = `o${this.objectives.length + 1}`;
    this.#objectiveIds.set(key, id);
    this.objectives.push({ id, text });
    return { objective: id };
  }
}

const noActor = (why: Said | undefined): Said =>
  said(
    `It is an expected action, and who should do it is not certain. ${why?.en ?? ''}`.trim(),
    `예상조치인데 누가 할 일인지 확실하지 않습니다. ${why?.ko ?? ''}`.trim(),
  );
