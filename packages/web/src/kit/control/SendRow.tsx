import { Button } from '../Button.tsx';
import { Problem } from './Act.tsx';
import { useControl } from './controlContext.ts';

/** The end of a form: send, cancel, what is missing, and why it was refused. */
export function SendRow({
  words,
  busy,
  ready,
  recipients,
  problem,
}: {
  words: string;
  busy: boolean;
  ready: boolean;
  recipients: number;
  problem: string | undefined;
}) {
  const { say, open } = useControl();
  return (
    <>
      <div className="ct-row ct-wrap">
        <Button type="submit" kind="main" busy={busy} disabled={!ready || recipients === 0}>
          {words}
        </Button>
        <Button kind="quiet" onClick={() => open(undefined)}>
          {say('act.no')}
        </Button>
        {recipients === 0 && <span className="ct-small">{say('write.needTo')}</span>}
      </div>
      {problem && <Problem words={problem} />}
    </>
  );
}
