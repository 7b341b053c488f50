import type { Conference } from '@entente/engine/statements';
import { Button } from '../../../kit/Button.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { isAnswered } from '../look/entries.ts';
import { speakersIn } from './speakers.ts';

/** Press conferences that go on, each with its queue: whom to call next, and what will be asked. */
export function Conferences() {
  const { world } = useControl();
  return [...world.statements.conferences.values()].filter((c) => !c.closed).map((c) => <Live key={c.id} conference={c} />);
}

function Live({ conference: { id, at, card, queue } }: { readonly conference: Conference }) {
  const { say, pick, start, lead, ended, open } = useControl();
  const acts = lead && !ended;
  return (
    <section className="pb-conference" aria-label={pick(card.title)}>
      <h3 className="ct-row ct-wrap">
        <PartyMarks parties={card.parties} />
        <b>{pick(card.title)}</b>
        <span className="ct-quiet ct-small">{say('conference.since', { time: clockWords(at, start) })}</span>
        <span className="ct-grow" />
        {acts && (
          <>
            <Button size="small" icon="plus" onClick={() => open({ kind: 'press-queue', about: id })}>
              {say('conference.queue')}
            </Button>
            <Act command={{ type: 'CloseConference', conference: id } as never} quiet>
              {say('conference.close')}
            </Act>
          </>
        )}
      </h3>
      {queue.length === 0 && <p className="ct-small ct-quiet">{say('conference.nobody')}</p>}
      <ol>
        {queue.map((q, i) => (
          <li key={q.id} className="ct-row ct-wrap ct-small">
            <b>{i + 1}</b>
            <AddressName address={q.by} />
            <span className="ct-grow">{q.text ? `“${pick(q.text.text)}”` : ''}</span>
            {q.put ? (
              <>
                <span className="ct-quiet">{say('conference.put', { time: clockWords(q.put.at, start) })}</span>
                {acts && <AnswerFor queued={q.id} hosts={card.hosts} />}
              </>
            ) : (
              acts && <Act command={{ type: 'CallQuestion', queued: q.id } as never}>{say('conference.call')}</Act>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A question that was put to whoever control speaks for there, and that nobody has answered. */
function AnswerFor({ queued, hosts }: { readonly queued: string; readonly hosts: readonly string[] }) {
  const { world, viewer, say, open } = useControl();
  const question = [...world.statements.questions.values()].find((x) => x.queued === queued);
  const speaker = speakersIn(world, viewer.address).find((s) => hosts.includes(s));
  if (!question || question.dropped || speaker === undefined || isAnswered(world, question.id)) return null;
  return (
    <Button size="small" onClick={() => open({ kind: 'speak', about: question.id, speaker })}>
      {say('public.answer')}
    </Button>
  );
}

/** Posts in passing: whether they are shown now, how many are left. */
export function Posts() {
  const { world, say, lead, ended } = useControl();
  const { planned, switched } = world.statements;
  if (!lead || planned.size === 0) return null;
  const left = [...planned.values()].filter((p) => !p.shown).length;
  const on = switched?.on === true;
  return (
    <p className="ct-row ct-wrap ct-small pb-posts">
      <b>{say(on ? 'posts.on' : 'posts.off')}</b>
      <span className="ct-quiet">{say('posts.left', { count: left })}</span>
      {!ended && (on || left > 0) && (
        <Act command={{ type: 'SwitchPosts', on: !on } as never} quiet>
          {say(on ? 'posts.stop' : 'posts.show')}
        </Act>
      )}
    </p>
  );
}
