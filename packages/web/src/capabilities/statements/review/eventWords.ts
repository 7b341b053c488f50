import type { Text, World } from '@entente/engine';
import type { EventWords, Facts, Wording } from '../../../kit/review/wording.ts';
import { isStatement, saidById } from '../said/look.ts';

/** Only this room’s events are told here. */
export const OWN =
  /^(Statement|Report|Said|Topics|Term|Meaning|Pair|Line|Agreement|Publicity|Speaker|Claims|Reading|Coding|Flag|Question|Queued|Conference|Post|Press|Draft(Worded)|Clearance|EditNoted|Joint(Agreed|HandGiven)|Embargo)/;

/** How this room’s events read. */
export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'SaidLinked':
        return `SaidLinked.${event.how}`;
      case 'FlagJudged':
        return `FlagJudged.${event.right ? 'right' : 'wrong'}`;
      case 'ClearanceDone':
        return `ClearanceDone.${event.act}`;
      case 'ClearanceLapsed':
        return `ClearanceLapsed.${event.follows}`;
      case 'PostsSwitched':
        return event.on ? 'PostsSwitched.on' : 'PostsSwitched.off';
      case 'StatementMade':
        return `StatementMade.${event.card.parties ? 'joint' : event.card.attribution}`;
      case 'PublicityAgreed':
        return event.announce ? 'PublicityAgreed.yes' : 'PublicityAgreed.no';
      case 'ClaimsHeard':
        return event.claims === undefined ? 'ClaimsHeard.back' : 'ClaimsHeard.heard';
      default:
        return undefined;
    }
  },
  values,
  title: titleOf,
};

type Card = {
  readonly by?: string;
  readonly party?: string;
  readonly parties?: readonly string[];
  readonly outlet?: string;
  readonly hosts?: readonly string[];
  readonly name?: Text;
};

function values(facts: Facts, world: World, w: Wording): Record<string, unknown> {
  if (!OWN.test(String(facts.type))) return {};
  const card = facts.card as Card | undefined;
  const parties = (facts.parties ?? card?.parties) as readonly string[] | undefined;
  const by = card?.by ?? card?.outlet ?? (typeof facts.by === 'string' ? facts.by : undefined) ?? card?.hosts?.[0];
  const of = facts.statement ?? facts.said ?? facts.draft ?? facts.question ?? facts.joint;
  return {
    who: parties
      ? parties.map((p) => w.who(`party:${p}`)).join(', ')
      : by
        ? w.who(by)
        : card?.party
          ? w.who(`party:${card.party}`)
          : speakerOf(world, of, w),
    claims: claimsIn(facts, world, w),
    flag: typeof facts.flag === 'string' ? w.say(`event.flags.${facts.flag}`) : '',
    other: w.pick(called(world, facts.with ?? facts.to)),
    term: w.pick((facts.name ?? card?.name) as Text | undefined) || String(facts.term ?? ''),
    topic: topicNamed(world, String(facts.topic ?? ''), w),
    language: String(facts.language ?? ''),
    topics: ((facts.topics ?? []) as readonly { readonly name: Text }[]).map((t) => w.pick(t.name)).join(', '),
  };
}

function claimsIn(facts: Facts, world: World, w: Wording): string {
  const claims = (facts.claims ?? []) as readonly { readonly topic: string; readonly stance: string }[];
  if (!Array.isArray(claims) || claims.length === 0) return w.say('event.noTopic');
  return claims
    .map((c) => w.say('event.claim', { topic: topicNamed(world, c.topic, w), stance: w.say(`event.stances.${c.stance}`) }))
    .join(', ');
}

const topicNamed = ({ statements }: World, id: string, w: Wording): string =>
  w.pick(statements.topics?.list.find((t) => t.id === id)?.name) || id;

function speakerOf(world: World, id: unknown, w: Wording): string {
  const said = saidById(world, String(id));
  if (!said) return '';
  return isStatement(said) ? w.who(said.card.by ?? `party:${said.card.party}`) : w.who(said.card.outlet);
}

/** What there is to read of anything that was said, asked, drafted or agreed. */
function called({ statements: own }: World, id: unknown): Text | undefined {
  const key = String(id);
  return (
    own.statements.get(key)?.card.text ??
    own.reports.get(key)?.card.title ??
    own.questions.get(key)?.text ??
    own.lines.get(key)?.card.name ??
    own.conferences.get(key)?.card.title ??
    own.joints.get(key)?.card.title ??
    own.drafts.get(key)?.words.at(-1)?.text
  );
}

function titleOf(facts: Facts, world: World): Text | undefined {
  for (const key of ['statement', 'said', 'draft', 'question', 'conference', 'joint', 'line']) {
    const found = facts[key] === undefined ? undefined : called(world, facts[key]);
    if (found) return found;
  }
  return undefined;
}
