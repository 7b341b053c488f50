import { current, type TableText, type Version } from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';

/** As many versions stand in sight; the rest is seldom asked for. */
const MOST = 4;

/** Against which version the text is read, word by word. */
export function Compared({
  text,
  against,
  usual,
  signed,
  compare,
}: {
  readonly text: TableText;
  readonly against: Version | undefined;
  readonly usual: number;
  /** The version that the own side signed. */
  readonly signed: number | undefined;
  readonly compare: (version: number) => void;
}) {
  const t = useWords('table');
  const { version } = current(text);
  const former = text.versions.filter((v) => v.version < version).map((v) => v.version);
  if (former.length === 0) return null;
  const offered = [...new Set([...(usual > 0 ? [usual] : []), ...former.reverse().slice(0, MOST)])];
  return (
    <fieldset className="row wrap small cs-plain">
      <legend className="unseen">{t('text.compare')}</legend>
      <span className="dim" aria-hidden="true">
        {t('text.compare')}
      </span>
      {offered.map((n) => (
        <Button key={n} size="small" pressed={against?.version === n} onClick={() => compare(n)}>
          {t(n === signed ? 'text.versionSigned' : 'version', { n })}
        </Button>
      ))}
      <Button size="small" pressed={against === undefined} onClick={() => compare(0)}>
        {t('text.nothing')}
      </Button>
    </fieldset>
  );
}
