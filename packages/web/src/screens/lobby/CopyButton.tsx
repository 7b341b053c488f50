import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';

/** Copies a text and says so. */
export function CopyButton({
  text,
  label,
  done,
}: {
  readonly text: string;
  readonly label: string;
  /** Told when it has been copied. */
  readonly done?: () => void;
}) {
  const t = useWords('lobby');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const said = (worked: boolean): void => {
    setCopied(worked);
    if (worked) done?.();
  };
  return (
    <Button size="small" icon={copied ? 'check' : 'link'} className="lb-screen-only" onClick={() => void copy(text).then(said)}>
      <span aria-live="polite">{copied ? t('links.copied') : label}</span>
    </Button>
  );
}

/** The clipboard of browsers exists only in secure contexts; on a closed network without TLS the old way still works. */
async function copy(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused: try the old way.
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
