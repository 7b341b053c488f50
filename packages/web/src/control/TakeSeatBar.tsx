import { type FormEvent, useId, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { Problem } from './Act.tsx';
import { useControl } from './controlContext.ts';
import { useSend } from './sending.ts';

/** Who acts is on the record: whoever controls gives a name before the first act. */
export function TakeSeatBar({ onTaken }: { onTaken: () => void }) {
  const { say, names, viewer, pick } = useControl();
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const { send, busy, problem } = useSend();
  const id = useId();
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (await send({ type: 'TakeSeat', name, ...(post.trim() ? { function: post.trim() } : {}) })) onTaken();
  };
  return (
    <form className="ct-takeseat" onSubmit={submit} aria-label={say('take.title')}>
      <strong>{say('take.why', { who: names.say(viewer.address, pick, say) })}</strong>
      <label htmlFor={`${id}n`}>{say('take.name')}</label>
      <input id={`${id}n`} className="ct-input" value={name} maxLength={80} required autoComplete="name" onChange={(e) => setName(e.target.value)} />
      <label htmlFor={`${id}f`}>{say('take.post')}</label>
      <input id={`${id}f`} className="ct-input" value={post} maxLength={80} onChange={(e) => setPost(e.target.value)} />
      <Button type="submit" size="small" kind="main" busy={busy} disabled={name.trim() === ''}>
        {say('take.do')}
      </Button>
      {problem && <Problem words={problem} />}
    </form>
  );
}
