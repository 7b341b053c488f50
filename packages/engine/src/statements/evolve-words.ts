import type { Meta } from '../fact.ts';
import { evolvePress } from './evolve-press.ts';
import type { StatementsEvent, StatementsState, Term } from './language.ts';

function termOf(own: StatementsState, term: string): Term {
  const known = own.terms.get(term) ?? { meanings: new Map(), sources: new Map(), told: [], agreed: [] };
  own.terms.set(term, known);
  return known;
}

/** What there is to be said: topics, terms and what they mean, lines, what sides agree on. */
export function evolveWords(own: StatementsState, event: StatementsEvent, meta: Meta): void {
  const { id, at } = meta;
  const src = id;
  switch (event.type) {
    case 'TopicsGiven':
      own.topics = { src, list: event.topics };
      return;
    case 'TermPlanned': {
      const { name, topic, mistakenFor } = event;
      termOf(own, event.term).planned = { src, name, topic, mistakenFor };
      return;
    }
    case 'MeaningGiven': {
      const { name, topic, text } = event;
      termOf(own, event.term).meanings.set(event.party, { src, name, topic, text });
      return;
    }
    case 'PairTold': {
      const { name, topic, mistakenFor } = event;
      const term = termOf(own, event.term);
      term.sources.set(id, { src });
      term.told.push({ src, at, name, topic, mistakenFor });
      return;
    }
    case 'MeaningAgreed': {
      const { name, topic, text, parties } = event;
      const term = termOf(own, event.term);
      term.sources.set(id, { src });
      term.agreed.push({ src, at, name, topic, text, parties });
      return;
    }
    case 'SaidPlanned':
      own.plans.set(event.plan.id, { src, plan: event.plan });
      return;
    case 'SaidBrought': {
      const { plan, said, inject } = event;
      const found = plan === undefined ? undefined : own.plans.get(plan);
      if (found) found.brought = { src, said, inject };
      own.brought.set(inject, { src, said });
      return;
    }
    case 'LineGiven':
      own.lines.set(id, { src, id, at, card: event.card });
      return;
    case 'LineNamed': {
      const line = own.lines.get(event.line);
      if (line) line.named = { src, scenario: event.scenario };
      return;
    }
    case 'AgreementProposed':
      own.agreements.set(event.matter, { src, agreement: event.agreement });
      return;
    case 'AgreementMade': {
      const found = own.agreements.get(event.matter);
      if (found) found.made = { src, made: event.made };
      return;
    }
    case 'PublicityAgreed':
      own.publicity.set(id, { src, at, topic: event.topic, announce: event.announce, parties: event.parties });
      return;
    default:
      evolvePress(own, event, meta);
  }
}
