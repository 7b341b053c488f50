import type { Card, Entry, Facts, Line } from './judged.ts';
import { Marking, type PolicyOnRecord } from './marking.ts';
import { type Directory, kindOf, People } from './people.ts';
import { lastMade } from './versions.ts';

/**
 * The law’s own judge of who may be given an item’s words, written from docs/sharing.md, docs/sharing-rules.md and the
 * words of TLP 2.0. It reads plain events, keeps its own book of who holds what, and imports nothing of the rooms: it
 * is asked of what they did, never of what they think.
 */

/** Every breach of the law in a record, in words: what, at which line, who should not have had it. Empty if there is none. */
export function wordsAstray(record: readonly Line[]): string[] {
  const judge = new Judge();
  // A part, or a sanitised version, is told to be one right after it was given; so are the bytes behind a file’s address.
  for (const { event } of record) if (event.type === 'ItemDerived' || event.type === 'AttachmentKept') judge.announce(event as Facts);
  for (const [n, line] of record.entries()) judge.hear(line, n + 1);
  return judge.found;
}

/** Events about items that nobody but lead control may have. */
const CONTROLS = new Set(['ItemPlanned', 'InjectPlanned', 'ItemWithheld']);

const NOTED = new Set([
  'ItemPlanned',
  'ItemGiven',
  'ItemRevised',
  'ItemTranslated',
  'ItemDerived',
  'ItemReleased',
  'ItemRecalled',
  'RecallMade',
  'OnwardGranted',
]);

class Judge {
  readonly found: string[] = [];
  readonly #course = new Map<string, Entry[]>();
  readonly #makings = new Map<string, Facts>();
  readonly #words = new Map<string, Set<string>>();
  readonly #bytes = new Map<string, string>();
  #people = new People({ parties: [], cells: [], entities: [] });
  #opened: Pick<Directory, 'parties'> = { parties: [] };
  #marking = new Marking({ id: 'tlp', levels: [], categories: [], clearances: {} });
  #clients: Readonly<Record<string, readonly string[]>> = {};
  #begun = false;
  #where = '';

  announce(event: Facts): void {
    if (event.attachment !== undefined) this.#bytes.set(event.attachment, event.content ?? '');
    else if (!this.#makings.has(event.item)) this.#makings.set(event.item, event);
  }

  hear({ event, at, to, by: actor }: Line, n: number): void {
    const e: Entry = { ...(event as Facts), viewers: this.#people.closed(to), at, actor };
    this.#where = `${n} ${e.type}`;
    if (e.type === 'ExerciseOpened') this.#opened = event as unknown as Pick<Directory, 'parties'>;
    if (e.type === 'DirectoryGiven') this.#people = new People({ ...(event as unknown as Directory), parties: this.#opened.parties });
    if (e.type === 'SharingRulesGiven') {
      const rules = event as unknown as { policy: PolicyOnRecord; clients: Readonly<Record<string, readonly string[]>> };
      this.#marking = new Marking(rules.policy);
      this.#clients = rules.clients;
    }
    if (e.type === 'PersonSeated') this.#begun = true;
    this.#ask(e);
    this.#note(e);
  }

  #ask(e: Entry): void {
    if (e.type === 'ItemGiven') this.#given(e);
    else if (e.type === 'ItemRevised') this.#revised(e);
    else if (e.type === 'ItemTranslated') this.#translated(e);
    else if (e.type === 'ItemDerived') this.#derived(e);
    else if (e.type === 'InjectShown') this.#shown(e);
    else if (e.type === 'OwnTranslationKept') this.#kept(e);
    else if (CONTROLS.has(e.type)) {
      for (const v of e.viewers) if (v !== 'control') this.#breach(v, 'it is lead control’s alone');
    } else this.#smuggled(e);
  }

  #breach(viewer: string, why: string): void {
    this.found.push(`${this.#where} → ${viewer}: ${why}`);
  }

  // ── the book ──

  #note(e: Entry): void {
    if (!NOTED.has(e.type)) return;
    const course = this.#course.get(e.item) ?? [];
    this.#course.set(e.item, course);
    course.push(e);
    if (!e.card) return;
    for (const p of e.card.portions) {
      const words = JSON.stringify(p.text);
      if (words.length < 14) continue;
      const holders = this.#words.get(words) ?? new Set();
      for (const v of e.viewers) holders.add(v);
      this.#words.set(words, holders);
    }
  }

  #courseOf(item: string): readonly Entry[] {
    return this.#course.get(item) ?? [];
  }
  /** The version that a viewer has: of all that came to it the one made last. */
  #has(item: string, viewer: string): Card | undefined {
    const came = this.#courseOf(item).flatMap((e) => (e.card && e.viewers.has(viewer) ? [e.card] : []));
    const made = lastMade(came.map((card) => card.made));
    return came.findLast((card) => card.made === made);
  }
  #acts(seat: string, card: Card): boolean {
    return seat === 'control' || card.originator === `party:${this.#people.partyOf(seat)}`;
  }
  #own(address: string, card: Card): boolean {
    return card.originator === `party:${this.#people.partyOf(address)}`;
  }

  /** A recall ends a party’s holding; only the originator’s side, control or an inject begins a viewer’s anew. */
  #ended(item: string, viewer: string): boolean {
    const party = this.#people.partyOf(viewer);
    let state: boolean | undefined;
    for (const e of this.#courseOf(item)) {
      if (e.type === 'RecallMade' && party !== undefined && e.from.includes(party)) state = true;
      if (e.type === 'ItemGiven' && e.to.some((a) => this.#people.reaches(a, viewer))) if (this.#begins(e)) state = false;
    }
    const source = this.#makings.get(item)?.from;
    return state ?? (source !== undefined && this.#ended(source, viewer));
  }

  // ── the six questions ──

  /** What the label says of an address: how far it reaches, and whether all who may read there are cleared. */
  #label(label: string, address: string): string | undefined {
    if (!this.#marking.addresses(label, kindOf(address))) return `${label} does not reach ${address}`;
    const party = this.#people.partyOf(address);
    const readers = party !== undefined ? [party] : address === 'public' ? [...this.#people.parties, undefined] : this.#people.parties;
    return readers.every((p) => this.#marking.cleared(label, p)) ? undefined : `not all of ${address} are cleared for ${label}`;
  }

  #late(card: Card, at: number): string | undefined {
    return card.expires !== undefined && at > card.expires ? 'its time has passed' : undefined;
  }

  #given(e: Entry): void {
    const people = this.#people;
    for (const v of e.viewers) if (v !== 'control' && !e.to.some((a) => people.reaches(a, v))) this.#breach(v, 'nobody named it');
    for (const address of e.to) {
      const why = this.#mayGive(e, address);
      if (why !== undefined) this.#breach(address, why);
    }
    this.#files(e);
  }

  // ── files ──

  /** What lies behind the files of a card: their bytes, each known by a name of its own. */
  #behind(card: Card): string[] {
    return (card.attachments ?? []).flatMap(({ id }) => this.#bytes.get(id) ?? []);
  }
  /** The files that a viewer has with an item: those that came last, and the label of the version that they came with. */
  #filesAt(item: string | undefined, viewer: string): { readonly label: string; readonly bytes: readonly string[] } | undefined {
    const came = item === undefined ? [] : this.#courseOf(item).filter((e) => e.card?.attachments?.length && e.viewers.has(viewer));
    const last = came.at(-1);
    return last && { label: last.card.label, bytes: this.#behind(last.card) };
  }

  /**
   * Files belong to the whole and go with it; they go no further than the version that they came with, unless the
   * originator names them with a part; nobody gives a file that it does not have.
   */
  #files(e: Entry): void {
    const making = this.#makings.get(e.item);
    const giver = e.by ?? (making ? (e.to[0] ?? 'control') : 'control');
    const own = this.#filesAt(e.item, giver);
    const bytes = this.#behind(e.card);
    for (const some of bytes) {
      const from = [own, this.#filesAt(making?.from, giver)].find((f) => f?.bytes.includes(some));
      const fresh = e.by === undefined && !making && e.delivery === undefined;
      if (!from && !fresh) this.#breach(giver, 'it gives a file that it does not have');
      if (from && !this.#marking.noStricter(e.card.label, from.label) && !(making && this.#acts(giver, e.card)))
        this.#breach(String(e.to), 'a file goes with a milder version than it came with');
    }
    if (e.by !== undefined && own && this.#marking.noStricter(e.card.label, own.label) && own.bytes.some((b) => !bytes.includes(b)))
      this.#breach(String(e.to), 'it should have the files of what it is given');
  }

  #mayGive(e: Entry, address: string): string | undefined {
    if (e.delivery !== undefined) {
      if (this.#people.seatsBehind(address).some((v) => this.#ended(e.item, v))) return 'it was asked to destroy it';
      return this.#late(e.card, e.at) ?? (this.#own(address, e.card) ? undefined : this.#label(e.card.label, address));
    }
    if (e.by !== undefined) return this.#mayRelease(e, e.by, address);
    if (!this.#begun)
      return kindOf(address) === 'everyone' || kindOf(address) === 'public' ? this.#label(e.card.label, address) : undefined;
    if (this.#courseOf(e.item).some((x) => x.type === 'ItemPlanned' || x.by !== undefined)) return 'nobody’s hand gave it';
    const making = this.#makings.get(e.item);
    return making ? this.#mayMake(e, making, address) : this.#mayWrite(e, address);
  }

  #mayWrite(e: Entry, address: string): string | undefined {
    if (address === 'control' || this.#own(address, e.card)) return undefined;
    const [kind, party = ''] = e.card.originator.split(':');
    if (kind === 'party' && !this.#people.played(party)) return 'a party writes into its own hands only';
    return this.#label(e.card.label, address);
  }

  #mayMake(e: Entry, making: Facts, maker: string): string | undefined {
    const whole = this.#has(making.from, maker);
    if (maker !== 'control' && (!whole || whole.made !== making.made)) return 'it does not have what this was made of';
    if (!whole || this.#acts(maker, whole)) return undefined;
    if (this.#toDestroy(making.from, maker)) return 'it was asked to destroy what this was made of';
    return this.#milder(e.card, making, whole);
  }

  /** Who is not the originator lowers no label, lengthens no list, takes off nothing that was raised. */
  #milder(card: Card, making: Facts, whole: Card): string | undefined {
    for (const [i, portion] of card.portions.entries()) {
      const of = making.portions?.[i] ?? -1;
      const source = whole.portions[of];
      const reworded = making.removed.some((r) => r.portion === of && r.how === 'reworded');
      if (!source || !this.#marking.noStricter(portion.label, reworded ? whole.label : source.label)) return 'a label was lowered';
      if (portion.releasableTo?.some((p) => reworded || !source.releasableTo?.includes(p))) return 'a release list was lengthened';
    }
    const labels = whole.portions.map((p) => p.label);
    if (this.#marking.raised(whole.label, labels) && !this.#marking.noStricter(card.label, whole.label))
      return 'a raised label was taken off';
    return undefined;
  }

  /** True if the seat was told that it is to destroy it, or what it was made of, and was not given that anew since by its own side. */
  #toDestroy(item: string, seat: string): boolean {
    const course = this.#courseOf(item).filter((e) => e.viewers.has(seat));
    const asked = course.findLastIndex((e) => e.type === 'ItemRecalled' && e.party === this.#people.partyOf(seat));
    const anew = course.findLastIndex((e) => e.type === 'ItemGiven' && this.#begins(e));
    if (asked > anew) return true;
    const told = course.filter((e) => e.type === 'ItemDerived');
    const sources = this.#has(item, seat) ? told.map((e) => e.from) : [this.#makings.get(item)?.from];
    return sources.some((source) => source !== undefined && this.#toDestroy(source, seat));
  }
  /** Only the originator’s side, control or an inject begins a holding anew. */
  #begins(e: Entry): boolean {
    return e.delivery !== undefined || (e.by !== undefined && this.#acts(e.by, e.card));
  }

  #mayRelease(e: Entry, by: string, address: string): string | undefined {
    const { card } = e;
    const people = this.#people;
    const making = this.#makings.get(e.item);
    const acts = this.#acts(by, card);
    const holds = this.#has(e.item, by);
    const whole = making && this.#has(making.from, by);
    if (by !== 'control' && !holds && !(whole && whole.made === making?.made)) return `${by} does not have it to give`;
    if (holds && JSON.stringify(holds.portions) !== JSON.stringify(card.portions)) return `${by} gives other words than it has`;
    if (!holds && whole && making && !acts) {
      const why = this.#milder(card, making, whole);
      if (why !== undefined) return why;
    }
    const late = this.#late(card, e.at);
    if (late !== undefined) return late;
    if (!acts && this.#toDestroy(e.item, by)) return `${by} was asked to destroy it`;
    const leaves = people.partyOf(address) === undefined || people.partyOf(address) !== people.partyOf(by);
    if (leaves && !people.mayRelease(by) && (acts || card.onward !== 'free')) return `${by} may not release`;
    return (
      this.#label(card.label, address) ?? (acts || this.#word(e, by, address, leaves) ? undefined : 'its originator’s word is not there')
    );
  }

  #word(e: Entry, by: string, address: string, leaves: boolean): boolean {
    const { card } = e;
    const party = this.#people.partyOf(address);
    if (this.#own(address, card) || (party !== undefined && card.portions.every((p) => p.releasableTo?.includes(party)))) return true;
    if (this.#granted(e.item, by, address, undefined)) return true;
    const making = this.#makings.get(e.item);
    if (making?.how === 'part' && this.#granted(making.from, by, address, making.portions)) return true;
    const reach = this.#marking.reach(card.label);
    if (!leaves) return reach !== 'named';
    if (card.onward === 'originator-approval' || reach === 'named' || reach === 'organisation') return false;
    if (reach !== 'clients') return true;
    return party !== undefined && (this.#clients[this.#people.partyOf(by) ?? ''] ?? []).includes(party);
  }

  /** The word is for recipients, portions, and the very version that its holder has. */
  #granted(item: string, by: string, address: string, portions: readonly number[] | undefined): boolean {
    const made = this.#has(item, by)?.made;
    return this.#courseOf(item).some(
      (g) =>
        g.type === 'OnwardGranted' &&
        g.viewers.has(by) &&
        g.made === made &&
        this.#people.seatsBehind(address).length > 0 &&
        g.for.some((a) => this.#people.seatsBehind(address).every((s) => this.#people.seatsBehind(a).includes(s))) &&
        (g.portions === undefined || portions?.every((p) => g.portions?.includes(p)) === true),
    );
  }

  // ── new versions, makings, what is shown beforehand ──

  #revised(e: Entry): void {
    const { actor } = e;
    if (actor !== undefined && !this.#acts(actor, e.card)) this.#breach(actor, 'only its originator revises');
    if (this.#behind(e.card).length > 0) this.#breach(String(e.to), 'files go with a giving, not with a new version');
    for (const v of e.viewers) {
      if (v === 'control') continue;
      const why = this.#mayHaveAnew(e, v);
      if (why !== undefined) this.#breach(v, why);
    }
    // Who may have it and does not is a fault, too; without a hand nobody can say what it knew.
    if (actor === undefined) return;
    // The public screen shows all of the public the same: it has none where somebody may not.
    for (const v of [...this.#people.behind('everyone'), 'observers'])
      if (!e.viewers.has(v) && this.#mayHaveAnew(e, v) === undefined) this.#breach(v, 'it should have the new version');
  }

  /** The version that its holders have, word for word, in one language more; to those of them whom a new version would reach. */
  #translated(e: Entry): void {
    const { actor } = e;
    if (actor !== undefined && !this.#acts(actor, e.card)) this.#breach(actor, 'only its originator’s side translates');
    if (this.#behind(e.card).length > 0) this.#breach(String(e.to), 'files go with a giving, not with a translation');
    const may = (v: string): string | undefined => {
      const had = this.#has(e.item, v);
      if (had?.made !== e.card.made) return 'it does not have the version that was translated';
      return v === 'control' ? undefined : this.#mayHaveAnew(e, v);
    };
    for (const v of e.viewers) {
      const why = may(v);
      if (why !== undefined) this.#breach(v, why);
    }
    if (actor === undefined) return;
    for (const v of [...this.#people.behind('everyone'), 'observers'])
      if (!e.viewers.has(v) && may(v) === undefined) this.#breach(v, 'it should have the translation');
  }

  /** What a side keeps for itself of an item says the item’s words: to seats that have that very version and are not to destroy it. */
  #kept(e: Entry): void {
    if (this.#courseOf(e.of).length === 0) return;
    for (const v of e.viewers) {
      if (kindOf(v) !== 'seat') continue;
      if (this.#has(e.of, v)?.made !== e.made) this.#breach(v, 'it does not have the version that was translated');
      // Whoever translates is asked what it was told.
      else if (this.#ended(e.of, v) && (v !== e.by || this.#toDestroy(e.of, v))) this.#breach(v, 'it was asked to destroy it');
    }
  }

  #mayHaveAnew(e: Entry, viewer: string): string | undefined {
    const people = this.#people;
    const had = this.#has(e.item, viewer);
    if (!had) return 'it did not have the old version';
    const party = people.partyOf(viewer);
    if (this.#own(viewer, e.card)) return undefined;
    // A party’s controllers and evaluators have what a seat of it has.
    if (kindOf(viewer) !== 'seat' && party !== undefined)
      return [...e.viewers].some((v) => kindOf(v) === 'seat' && people.partyOf(v) === party) ? undefined : 'no seat of its party gets it';
    if (this.#ended(e.item, viewer)) return 'it was asked to destroy it';
    const { actor } = e;
    if (actor !== undefined && !people.mayRelease(actor)) return `${actor} may not release`;
    if (this.#marking.noStricter(had.label, e.card.label)) return undefined;
    const given = this.#courseOf(e.item).filter((x) => x.to?.some((a) => people.reaches(a, viewer)));
    if (actor !== undefined && !given.some((x) => x.viewers.has(actor))) return `${actor} does not know that it has it`;
    const refused = given.flatMap((x) => x.to.filter((a) => people.reaches(a, viewer))).map((a) => this.#label(e.card.label, a));
    return refused.includes(undefined) ? this.#late(e.card, e.at) : refused[0];
  }

  #derived(e: Entry): void {
    for (const v of e.viewers) {
      if (v === 'control') continue;
      const versions = this.#courseOf(e.from).filter((x) => x.card && x.viewers.has(v) && x.card.made === e.made);
      const stands = kindOf(v) !== 'seat' || this.#has(e.from, v)?.made === e.made;
      if (!this.#has(e.item, v) || versions.length === 0 || !stands) this.#breach(v, 'it does not have both versions');
      else if (kindOf(v) === 'seat' && (this.#ended(e.item, v) || this.#ended(e.from, v)))
        this.#breach(v, 'it was asked to destroy one of them');
    }
  }

  /** A party’s controllers see beforehand what their own players may be brought. */
  #shown(e: Entry): void {
    const card = e.card.brings?.card;
    if (!card) return;
    const may = (e.card.to ?? []).some((a) => this.#own(a, card) || this.#label(card.label, a) === undefined);
    for (const v of e.viewers)
      if (v !== 'control' && (!may || this.#people.partyOf(v) !== e.party || kindOf(v) === 'seat'))
        this.#breach(v, 'its players may not have it');
  }

  /** No other event says an item’s words to whoever does not have them. */
  #smuggled(e: Entry): void {
    const text = JSON.stringify(e);
    for (const [words, holders] of this.#words)
      if (text.includes(words)) for (const v of e.viewers) if (!holders.has(v)) this.#breach(v, 'words of an item it does not have');
  }
}
