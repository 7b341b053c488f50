import { type Address, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import type { Id, Meta, Rejection } from '../fact.ts';
import { hangingOn, note } from '../lookup.ts';
import { type Actor, type Context, type Draft, type Room, unknown, type Waits, type Writing, type Written } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import { lacking, saysLanguage, translated, WRITINGS, writtenIn } from '../writings.ts';
import type { TranslationCommand } from './commands.ts';
import type { OwnTranslation, TranslationEvent, TranslationsState } from './language.ts';
import { isOurs, mayAdd, mayTranslate, sideOf } from './rights.ts';

type Command<T extends TranslationCommand['type']> = Extract<TranslationCommand, { type: T }>;

const languagesOf = ({ seats }: World): readonly string[] => seats.exercise?.languages ?? [];

/** What keeps a text from being translated as the command says, whoever does it; undefined if nothing does. */
function refused({ world }: Context, written: Written, { language, version, texts, title }: TranslationCommand): Rejection | undefined {
  if (written.over) return { code: 'no-longer-stands', message: 'This was withdrawn, or will not be said: there is nothing to translate.' };
  if (version !== undefined && version !== written.version)
    return { code: 'replaced-meanwhile', message: 'There is a new version of this. Read it, then translate that one.' };
  if (!languagesOf(world).includes(language))
    return { code: 'no-such-language', message: `“${language}” is no language of this exercise.`, details: { language } };
  const needsTitle = written.title !== undefined && lacking({ title: written.title, texts: [] }, [language]).length > 0;
  if (texts.length !== written.texts.length || (needsTitle && title === undefined))
    return { code: 'incomplete', message: 'Translate the title and every part of it.', details: { count: written.texts.length } };
  return undefined;
}

const there = (): Rejection => ({ code: 'translated-meanwhile', message: 'It can be read in that language already.' });

function translate(ctx: Context, command: Command<'Translate'>, by: Actor, writing: Writing, written: Written): Draft[] | Rejection {
  const author = writing.author({ world: ctx.seen(by.seat), roster: ctx.roster }, command.of);
  if (!isOurs(ctx.roster, author, by.seat))
    return { code: 'not-your-text', message: 'Others wrote this. Keep an own translation for your side.' };
  if (!mayAdd(ctx.roster, author, by.seat)) return mayNot();
  const wrong = refused(ctx, written, command);
  if (wrong) return wrong;
  if (!saysLanguage(written))
    return { code: 'language-unsaid', message: 'Nobody has said in which language this is written. Correct it, and say its language.' };
  if (lacking(written, [command.language]).length === 0) return there();
  return writing.translate(ctx, command.of, translated(written, command.language, command), by);
}

function mayNot(): Rejection {
  return { code: 'may-not-translate', message: 'Your seat does not translate for its side. Ask a colleague who does.' };
}

function translateForUs(
  ctx: Context,
  command: Command<'TranslateForUs'>,
  by: Actor,
  writing: Writing,
  written: Written,
): Draft[] | Rejection {
  const { of, language, title, texts, instead } = command;
  const seen = ctx.seen(by.seat);
  if (isOurs(ctx.roster, writing.author({ world: seen, roster: ctx.roster }, of), by.seat))
    return { code: 'your-own-text', message: 'Your side wrote this. Add the language for all who have it.' };
  if (!mayTranslate(ctx.roster, by.seat)) return mayNot();
  if (writing.ended?.({ world: seen, roster: ctx.roster }, of, by.seat))
    return { code: 'recalled', message: 'Its originator has asked your side to destroy it: it can no longer be passed on.' };
  const wrong = refused(ctx, written, command);
  if (wrong) return wrong;
  if (saysLanguage(written) && lacking(written, [language]).length === 0) return there();
  const side = sideOf(ctx.roster, by.seat);
  const own = ownTranslations(seen, of).find((o) => o.side === side && o.language === language);
  if (own && own.id !== instead)
    return { code: 'ours-meanwhile', message: 'A colleague has kept a translation meanwhile. Look at it, then change it.' };
  const { made } = written;
  const to = ctx.holdersAmong([side], of, (v) => v === by.seat || reads(ctx, writing, written, v));
  return [{ event: { type: 'OwnTranslationKept', of, made, side, by: by.seat, language, title, texts }, to }];
}

/** True if a holder has the very version that was translated, and was not asked to destroy it: a translation tells what its text tells. */
function reads({ world, roster, seen }: Context, writing: Writing, { id, made }: Written, holder: Address): boolean {
  return writing.one(seen(holder), id)?.made === made && !writing.ended?.({ world, roster }, id, holder);
}

function decide(ctx: Context, command: TranslationCommand, by: Actor): Draft[] | Rejection {
  const found = writtenIn(ctx.seen(by.seat), command.of);
  if (!found) return unknown('text');
  const { writing, written } = found;
  if (writing.worded)
    return { code: 'word-it', message: 'Another language changes this text. Propose a wording at the table; all have to take it.' };
  return command.type === 'Translate' ? translate(ctx, command, by, writing, written) : translateForUs(ctx, command, by, writing, written);
}

/** What sides keep of a thing as it stands, as far as this world tells: of each side and language the last. */
export function ownTranslations(world: World, of: Id): OwnTranslation[] {
  const ids = hangingOn(world.translations.on, of);
  const written = ids.size > 0 ? writtenIn(world, of)?.written : undefined;
  if (!written) return [];
  const last = new Map<string, OwnTranslation>();
  for (const id of ids) {
    const own = world.translations.own.get(id);
    if (own && own.made === written.made) last.set(`${own.side} ${own.language}`, own);
  }
  return [...last.values()];
}

/** What a viewer may do with a text: add a language for all, keep a translation for its own side, or nothing. */
export function mayTranslateThis(
  world: World,
  viewer: Address,
  of: Id,
): { readonly for: 'all' | 'us'; readonly lacks: string[] } | undefined {
  const roster = rosterOfWorld(world);
  const found = roster && writtenIn(world, of);
  if (!found || found.written.over || found.writing.worded || clockStatus(world) === 'ended') return undefined;
  const { writing, written } = found;
  const author = writing.author({ world, roster }, of);
  const ours = isOurs(roster, author, viewer);
  const may = ours ? mayAdd(roster, author, viewer) : mayTranslate(roster, viewer) && !writing.ended?.({ world, roster }, of, viewer);
  if (!may) return undefined;
  const languages = languagesOf(world);
  const missing = saysLanguage(written) ? lacking(written, languages) : ours ? [] : [...languages];
  return missing.length === 0 ? undefined : { for: ours ? 'all' : 'us', lacks: missing };
}

/** What a viewer’s side wrote that lacks one of the exercise’s languages, where the viewer may add it. */
function toTranslate(world: World, viewer: Address): Waits[] {
  const kind = split(viewer)[0];
  const roster = kind === 'seat' || kind === 'control' ? rosterOfWorld(world) : undefined;
  const languages = languagesOf(world);
  if (!roster || languages.length < 2) return [];
  const found: Waits[] = [];
  for (const { all, author } of WRITINGS)
    for (const written of all?.({ world, roster }, viewer) ?? [])
      if (!written.over && lacking(written, languages).length > 0 && mayAdd(roster, author({ world, roster }, written.id), viewer))
        found.push({ id: written.id, since: written.since, ifNothing: 'waits', press: 'aside' });
  return found;
}

function evolve(own: TranslationsState, event: TranslationEvent, { id, at }: Meta): void {
  const { type: _, ...facts } = event;
  own.own.set(id, { src: id, id, at, ...facts });
  note(own.on, event.of, id, id);
}

declare module '../world.ts' {
  interface Languages {
    readonly translations: Language<TranslationsState, TranslationCommand, TranslationEvent>;
  }
}

export const translationsRoom: Room<TranslationsState, TranslationCommand, TranslationEvent> = {
  commands: { Translate: true, TranslateForUs: true },
  events: { OwnTranslationKept: true },
  initial: () => ({ own: new Map(), on: new Map() }),
  decide,
  evolve,
  waits: { translate: toTranslate },
  *find(world) {
    for (const { id, at, of, title, texts, language } of world.translations.own.values()) {
      const said = (words: string | undefined) => (words === undefined ? undefined : { [language]: words });
      yield { kind: 'translation', id: of ?? id, at, title: said(title) ?? '', texts: [said(title), ...texts.map(said)] };
    }
  },
};
