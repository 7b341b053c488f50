import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { PartyMark } from '../../kit/Marks.tsx';
import { EmptyState } from '../../kit/Panel.tsx';
import { spanWords } from '../../kit/relative.ts';
import type { Lobby, ScenarioCard } from './api.ts';
import { CheckedAt } from './CheckedAt.tsx';
import { Plays } from './Demonstration.tsx';
import { Practise } from './Practise.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Place } from './place.ts';
import { Rehearsal } from './Rehearsal.tsx';
import { type CheckResult, checkResult, languageName } from './scenarioCards.ts';

type Go = (place: Place) => void;

/** What exercises can be made of: whom it concerns, how long it takes, and what the check says before it costs people a day. */
export function ScenarioCards({ lobby, refresh, go }: { readonly lobby: Lobby; readonly refresh: () => void; readonly go: Go }) {
  const { scenarios, demonstration } = lobby;
  const t = useWords('lobby');
  const text = useText();
  // Whoever has nothing yet is told what takes one press and nobody else.
  const isNew = lobby.exercises.every((e) => 'demonstration' in e && e.demonstration);
  const first = isNew ? scenarios.find((s) => s.practice.length > 0) : undefined;
  return (
    <section aria-labelledby="lb-scenarios">
      <div className="lb-head">
        <h2 id="lb-scenarios" className="read">
          {t('scenarios.title')}
        </h2>
        <span className="small dim">{first ? t('scenarios.new', { title: text(first.title) }) : t('scenarios.note')}</span>
      </div>
      {scenarios.length === 0 && (
        <div className="lb-box">
          <EmptyState title={t('scenarios.none')}>{t('scenarios.noneText')}</EmptyState>
        </div>
      )}
      <ul className="lb-cards">
        {scenarios.map((scenario) => (
          <Card key={scenario.id} scenario={scenario} go={go}>
            {demonstration.allowed && scenario.plays.length > 0 && (
              <Plays scenario={scenario} running={demonstration.now} refresh={refresh} />
            )}
          </Card>
        ))}
      </ul>
    </section>
  );
}

function Card({ scenario, go, children }: { readonly scenario: ScenarioCard; readonly go: Go; readonly children: ReactNode }) {
  const t = useWords('lobby');
  const text = useText();
  const check = checkResult(scenario.problems);
  // What cannot be read has no content to count.
  const readable = scenario.parties.length > 0;
  return (
    <li className="lb-card">
      <h3 className="read strong">{text(scenario.title)}</h3>
      {scenario.summary !== undefined && <p className="dim lb-summary">{text(scenario.summary)}</p>}
      {readable && <Measures scenario={scenario} />}
      <dl className="lb-facts small">
        {readable && <dt>{t('scenarios.content')}</dt>}
        {readable && (
          <dd>
            {[t('scenarios.injects', { count: scenario.injects }), t('scenarios.entities', { count: scenario.entities })].join(' · ')}
          </dd>
        )}
        <dt>{t('scenarios.check')}</dt>
        <dd className="row wrap">
          <CheckChip check={check} />
          <CheckedAt at={scenario.checkedAt} />
        </dd>
        {check.state !== 'mistakes' && <dt>{t('rehearsal.title')}</dt>}
        {check.state !== 'mistakes' && (
          <dd>
            <Rehearsal scenario={scenario} />
          </dd>
        )}
      </dl>
      {children}
      {check.state !== 'mistakes' && scenario.practice.length > 0 && <Practise scenario={scenario} />}
      {check.problems.length > 0 && <ProblemList problems={check.problems} title={t('scenarios.problems')} />}
      <div className="row wrap lb-card-acts">
        <Button disabled={check.state === 'mistakes'} onClick={() => go({ at: 'create', scenario: scenario.id })}>
          {t('create.button')}
        </Button>
        {readable && (
          <Button kind="quiet" onClick={() => go({ at: 'read', scenario: scenario.id })}>
            {t('scenarios.read')}
          </Button>
        )}
        {check.state !== 'mistakes' && (
          <Button kind="quiet" title={t('workbook.title')} onClick={() => go({ at: 'workbook', scenario: scenario.id })}>
            {t('workbook.short')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Parties, seats, length, languages: one line. */
export function Measures({ scenario }: { readonly scenario: ScenarioCard }) {
  const t = useWords('lobby');
  const kit = useWords('kit');
  const text = useText();
  return (
    <div className="row wrap small dim">
      <span className="row">
        {scenario.parties.map((party, order) => (
          <PartyMark key={party.id} order={order} letter={party.letter} name={text(party.name)} />
        ))}
      </span>
      <span>{t('scenarios.seats', { count: scenario.seats })}</span>
      <span className="grow" />
      <span>{[spanWords(kit, scenario.durationMs), scenario.languages.map(languageName).join(', ')].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

export function CheckChip({ check }: { readonly check: CheckResult }) {
  const t = useWords('lobby');
  if (check.state === 'good')
    return (
      <Chip tone="met" icon="check">
        {t('scenarios.good')}
      </Chip>
    );
  return (
    <>
      {check.mistakes > 0 && (
        <Chip tone="late" icon="cross">
          {t('scenarios.mistakes', { count: check.mistakes })}
        </Chip>
      )}
      {check.warnings > 0 && (
        <Chip tone="soon" icon="warning">
          {t('scenarios.warnings', { count: check.warnings })}
        </Chip>
      )}
    </>
  );
}
