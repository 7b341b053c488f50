import type { ScenarioInput } from '@entente/engine';
import { said } from '../error.ts';
import { nameKey } from './names.ts';
import { isControl } from './recipient-words.ts';
import type { EventRow } from './rows.ts';
import type { Setting } from './setting.ts';
import { entityKind, meansNothing } from './vocabulary.ts';

export type Entity = NonNullable<ScenarioInput['entities']>[number];

/** The key of the outlet that reports what nobody outside sends; no name in a sheet is folded to it. */
const NEWS = ' news';

/** Who sends the rows of a sheet: recipients of it, control, and entities outside, made as they come. */
export class Senders {
  readonly entities: Entity[] = [];
  readonly #setting: Setting;
  readonly #senders = new Map<string, string>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** `name`: what the row says of its sender. `open`: it goes to the public. */
  of(row: EventRow, name: string, open: boolean): string {
    const from = this.#sender(row, name);
    return open ? this.#aloud(row, from) : from;
  }

  /** To the public an outlet reports: a sender outside is one; what a participant or control says in public, the news tell. */
  #aloud(row: EventRow, from: string): string {
    const entity = this.entities.find((e) => e.id === from);
    if (entity) {
      if (entity.kind !== 'media') entity.kind = 'public';
      return from;
    }
    this.#setting.guesses.make(
      'public-sender',
      (r) => said(`${r.en}: reported by “News”.`, `${r.ko}: ‘뉴스’ 명의로 보도합니다.`),
      said(
        'To the public an outlet reports, and the sender is none.',
        '일반 공개는 매체의 보도로 하는데 발신자가 매체가 아니기 때문입니다.',
      ),
      row.row,
    );
    const known = this.#senders.get(NEWS);
    if (known !== undefined) return known;
    const id = this.#setting.ids.take('News', 'entity-news');
    this.#senders.set(NEWS, id);
    this.entities.push({ id, name: 'News', kind: 'media' });
    return id;
  }

  #sender(row: EventRow, name: string): string {
    const key = nameKey(name);
    if (key === '' || meansNothing(name) || isControl(name)) return 'control';
    // A sender that may be one of several seats speaks in its own name, as somebody outside.
    const seated = this.#setting.cast.find({ name });
    const known = typeof seated === 'string' ? seated : this.#senders.get(key);
    if (known) return known;
    if (this.entities.length >= 200 || name.length > 200) {
      this.#setting.guesses.make(
        'sender',
        (r) => said(`${r.en}: sent by control.`, `${r.ko}: 통제단이 보내는 것으로 하였습니다.`),
        said(
          'The sender is too long to be a name, or there are more than 200 of them.',
          '발신자가 이름으로 보기에 너무 길거나 200개를 넘기 때문입니다.',
        ),
        row.row,
      );
      return 'control';
    }
    const id = this.#setting.ids.take(name, `entity-${this.entities.length + 1}`);
    this.#senders.set(key, id);
    this.entities.push({ id, name, kind: entityKind(name) });
    return id;
  }
}
