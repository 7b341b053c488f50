import { readableBy } from '../atoms.ts';
import { attach } from '../attachments/attachments.ts';
import type { FileCard } from '../attachments/language.ts';
import { type Address, split } from '../audience.ts';
import { labelOf } from '../labels/known.ts';
import { lettersOf, partiesOf } from '../parties.ts';
import type { Brief, Context, Draft, Names } from '../room.ts';
import type { Scenario, ScenarioInject } from '../scenario.ts';
import { itemOfScenario, standingCard } from '../sharing/items.ts';
import { shown } from '../sharing/reach.ts';
import type { InjectCard } from './language.ts';
import { openTo } from './waits.ts';

/**
 * A row as one party's controllers may hold it: that party's recipients only, a number of its own (the MSEL's numbers
 * would count what is hidden), and the control note only where the whole row is theirs.
 */
export function cardFor(ctx: Pick<Context, 'roster' | 'world' | 'seen'>, card: InjectCard, party: string, number: string): InjectCard {
  const { roster, world } = ctx;
  const own = card.to.every((a) => roster.partyOf(a) === party);
  const to = card.to.filter((a) => a === 'public' || a === 'everyone' || roster.partyOf(a) === party);
  const { scenario: _, says: _says, tells: _tells, note, brings, ...rest } = card;
  const item = world.sharing.items.get(brings?.item ?? '');
  const words = brings && item && shown({ ...ctx, now: card.at ?? 0 }, item, brings.card, to);
  return {
    ...rest,
    ...(words ? { brings: { card: { ...words, attachments: undefined } } } : {}),
    number,
    to,
    controller: own && card.controller === `control:${party}` ? card.controller : 'control',
    ...(own && note !== undefined ? { note } : {}),
  };
}

function cardOf({ world }: Pick<Context, 'world'>, names: Names, inject: ScenarioInject): InjectCard {
  const item = inject.item === undefined ? undefined : itemOfScenario(world.sharing, inject.item);
  const brought = item && standingCard(item);
  return {
    number: inject.number ?? inject.id,
    scenario: inject.id,
    kind: inject.kind,
    channel: inject.channel,
    from: inject.from,
    to: inject.to,
    label: labelOf(world, inject.label),
    ...(item && brought ? { brings: { item: item.id, card: brought } } : {}),
    title: inject.title,
    text: inject.text,
    at: inject.at,
    manual: inject.manual || needsHand(inject) || inject.to.length === 0,
    controller: responsible(names, inject),
    objective: inject.objective,
    note: inject.control,
    says: inject.says,
    tells: inject.tells,
    improvised: false,
  };
}

/** A contingency inject that nothing triggers is held ready for a hand. */
const needsHand = (i: ScenarioInject): boolean => i.at === undefined && i.after === undefined && i.when === undefined;

/**
 * The named controller; else the own controllers of the one party that gets it; else lead control. A hand must be told when
 * a row falls due: where that would tell of something hidden, it is lead control's.
 */
function responsible(names: Names, inject: ScenarioInject): Address {
  const { roster } = names;
  const parties = partiesOf(roster, inject.to);
  const only = parties.length === 1 ? parties[0] : undefined;
  const named = inject.controller;
  if (named === 'control' || only === undefined) return 'control';
  // A party's controllers decide only on what goes to nobody else.
  if (named !== undefined) return split(named)[1] === only ? named : 'control';
  if (roster.isPlayed(`party:${only}`) || (inject.manual && !openTo(names, only, inject))) return 'control';
  return `control:${only}`;
}

/** The MSEL: whole to lead control, and for each party a row cut to that party. */
export function briefInjects(scenario: Scenario, ctx: Brief): Draft[] {
  const drafts: Draft[] = [];
  const counts = new Map<string, number>();
  const letters = lettersOf(scenario.parties);
  const injects = new Map(scenario.injects.map((i) => [i.id, ctx.id()]));
  const names = { scenario, roster: ctx.roster, injects };
  for (const i of scenario.injects) {
    const inject = injects.get(i.id) as string;
    const files = i.attachments.map((path) => fileOf(ctx, path));
    const { cards, drafts: kept } = attach(ctx, files);
    const card = { ...cardOf(ctx, names, i), attachments: cards };
    const named = i.controller !== undefined && i.controller === card.controller ? true : undefined;
    drafts.push(...kept, {
      event: { type: 'InjectPlanned', inject, card, named, after: i.after, when: i.when, until: i.until, set: i.set },
      to: ['control'],
    });
    for (const party of partiesOf(ctx.roster, i.to)) {
      const n = (counts.get(party) ?? 0) + 1;
      counts.set(party, n);
      const own = attach(ctx, files);
      const shown = { ...cardFor(ctx, card, party, `${letters.get(party)}${String(n).padStart(3, '0')}`), attachments: own.cards };
      const when = i.when && readableBy(names, party, i.when);
      const waits = i.after !== undefined || (i.when !== undefined && when === undefined);
      drafts.push(...own.drafts, {
        event: { type: 'InjectShown', inject, party, card: shown, waits, when },
        to: [`control:${party}`, `evaluators:${party}`],
      });
    }
  }
  return drafts;
}

function fileOf(ctx: Pick<Context, 'file'>, path: string): FileCard {
  const file = ctx.file(path);
  if (!file) throw new RangeError(`the scenario names ${path}, and no such file was handed in`);
  return file;
}
