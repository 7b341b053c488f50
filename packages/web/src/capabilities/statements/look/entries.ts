import type { World } from '@entente/engine';
import type { Entry } from '../../../kit/control/entry.ts';
import type { EntryLook } from '../../../kit/control/part.ts';
import type { SaidFlag } from '../said/chart.ts';
import { textOf } from '../said/drafted.ts';
import { flagsOf, isStatement, partiesOf, saidById } from '../said/look.ts';
import { publicSaid } from './publicSaid.ts';

/** The lane that this room gives the timeline. */
const LANE = 'public';

/** What was said and reported on control’s timeline; what hangs on it stands behind its title. */
export function* saidEntries({ world, viewer, names }: EntryLook): Iterable<Entry> {
  const flags = flagsOf(world, viewer.party);
  for (const { said, claims } of publicSaid(world, viewer.party)) {
    const statement = isStatement(said) ? said : undefined;
    const [party] = statement ? partiesOf(statement) : [];
    const name = names.party(party);
    const stance = claims === undefined ? 'uncoded' : claimedFirst(said.id, flags, claims);
    yield {
      ...PLAIN,
      id: said.id,
      kind: statement ? 'statement' : 'reported',
      drawn: drawnAs({ stance, party: name?.index, state: stateOf(said.id, flags, claims === undefined, viewer.party) }),
      target: 'said',
      number: statement
        ? partiesOf(statement)
            .map((p) => names.party(p)?.letter ?? '')
            .join('')
        : '',
      title: statement ? statement.card.text : (said.card as { title: Entry['title'] }).title,
      at: said.at,
    };
  }
  for (const q of world.statements.questions.values())
    if (!isAnswered(world, q.id) && !q.dropped && !q.queued)
      yield {
        ...PLAIN,
        id: q.id,
        kind: 'press-question',
        target: 'press-question',
        number: '',
        title: q.text,
        at: q.at,
        ...(q.due === undefined ? {} : { until: q.due, allowed: true as const }),
      };
}

const PLAIN = {
  lanes: [LANE],
  about: false,
  contingency: false,
  manual: false,
  waits: false,
  mine: false,
  happened: true,
  status: 'done',
  pictured: true,
} as const;

/** True if somebody has answered it. */
export function isAnswered({ statements: { statements } }: Pick<World, 'statements'>, question: string): boolean {
  return [...statements.values()].some((s) => s.links.some((l) => l.how === 'answers' && l.to === question));
}

/** What it says of the topic for which it is flagged, else of its first. */
function claimedFirst(
  id: string,
  flags: readonly SaidFlag[],
  claims: NonNullable<ReturnType<typeof publicSaid>[number]['claims']>,
): string {
  const topic = flags.find((f) => f.said === id && f.right !== false)?.topics.said;
  return (claims.find((c) => c.topic === topic) ?? claims[0])?.stance ?? 'open';
}

/** What stands behind its title: not coded, or the gravest flag, and whether lead control has confirmed it. */
function stateOf(id: string, flags: readonly SaidFlag[], uncoded: boolean, party: string | undefined): string {
  const flag = flags.find((f) => f.said === id && f.right !== false);
  if (flag) return `${flag.flag}${flag.right || party !== undefined ? '' : '?'}`;
  return uncoded ? 'uncoded' : '';
}

/** What is drawn of it beside its form: what it says, whose it is, and what stands behind it. */
export interface Drawn {
  readonly stance: string;
  readonly party: number | undefined;
  readonly state: string;
}
const drawnAs = ({ stance, party, state }: Drawn): string => [stance, party ?? '', state].join(' ');
export function readDrawn(drawn: string | undefined): Drawn {
  const [stance = 'affirmed', party = '', state = ''] = drawn?.split(' ') ?? [];
  return { stance, party: party === '' ? undefined : Number(party), state };
}

/** The title of a thing of this room. */
export function calledHere(
  world: World,
  id: string,
): { readonly title: Entry['title']; readonly target: { readonly kind: string; readonly id: string } } | undefined {
  const said = saidById(world, id);
  if (said) return { title: isStatement(said) ? said.card.text : said.card.title, target: { kind: 'said', id } };
  const draft = world.statements.drafts.get(id);
  if (draft) return { title: textOf(draft), target: { kind: 'press-draft', id } };
  const joint = world.statements.joints.get(id);
  if (joint) return { title: joint.card.title, target: { kind: 'joint', id } };
  const question = world.statements.questions.get(id);
  return question && { title: question.text, target: { kind: 'press-question', id } };
}
