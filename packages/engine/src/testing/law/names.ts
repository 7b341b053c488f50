/**
 * The second column of the law: what an event may name to those who have it, field by field. A field that stands here not
 * is one too many, whatever it holds: a count, a list of people, a digest.
 */

/** What stands in a field, and to whom it may be said. */
export type Rule = keyof typeof RULES;

/** In words, as docs/audiences.md has it. */
export const RULES = {
  /** A word of the event’s own language, a label, a number of the scenario: nobody’s address. */
  mark: 'plain facts',
  /** What the author wrote, or a hand in this act or before: the house adds no word. */
  words: 'words of its author',
  time: 'times of the scenario',
  count: 'counts',
  /** Each of its audience was given it. */
  thing: 'things that its reader was given',
  file: 'files: name, size, type, digest of that copy',
  condition: 'a condition',
  open: 'what the scenario tells all',
  own: 'nobody but all, lead control and its reader’s own party',
  hand: 'whose hand acted',
  side: 'to the acting side any; to others their own party alone',
  letter: 'whom its sender wrote to, and in whose name',
  asked: 'the sides of the request',
  table: 'who sits at the table of the forum',
  anybody: 'whom the author, or an item’s card, names',
  /** Lead control’s own events. */
  all: 'anything: lead control alone has it',
} as const;

type Fields = Readonly<Record<string, Rule>>;

const ITEM_CARD: Fields = {
  'card.title': 'words',
  'card.portions.text': 'words',
  'card.portions.label': 'mark',
  'card.portions.releasableTo': 'anybody',
  'card.kind': 'mark',
  'card.label': 'mark',
  'card.onward': 'mark',
  'card.originator': 'anybody',
  'card.expires': 'time',
  'card.made': 'mark',
  'card.attachments': 'file',
};
const WHOLE_ITEM = Object.fromEntries(Object.entries(ITEM_CARD).map(([path, rule]) => [`card.brings.${path}`, rule]));
const ITEM: Fields = { item: 'thing' };
const REQUEST: Fields = { request: 'thing' };
const INJECT: Fields = { inject: 'thing' };
const EXPECTED: Fields = { expected: 'thing' };
const DELIVERY: Fields = { delivery: 'thing' };
const CONTROLS: Fields = { '*': 'all' };
const BY_HAND: Fields = { ...INJECT, by: 'hand' };
const MARKED: Fields = { seat: 'hand' };
const MATTER: Fields = { matter: 'thing' };
const AT_TABLE: Fields = { party: 'table', by: 'table' };
const WORDING: Fields = { 'wording.paragraph': 'mark', 'wording.words': 'words', 'wording.after': 'mark' };

export const NAMES: Readonly<Record<string, Fields>> = {
  ExerciseOpened: { '*': 'open' },
  DirectoryGiven: { '*': 'open' },
  ObjectivesGiven: { '*': 'open' },
  BriefingGiven: { scope: 'own', text: 'words' },
  PersonSeated: { seat: 'hand', name: 'words', function: 'words', takesOverFrom: 'thing' },
  PersonLeft: { seat: 'hand', person: 'thing' },
  HandChanged: { seat: 'hand', person: 'thing' },
  RollCalled: { by: 'hand' },
  RollAnswered: { seat: 'hand', roll: 'thing' },

  ClockStarted: { at: 'time', rate: 'count', first: 'mark' },
  ClockPaused: { at: 'time', reason: 'mark' },
  RateSet: { at: 'time', rate: 'count' },
  ClockJumped: { from: 'time', to: 'time' },
  ExerciseEnded: { at: 'time' },
  FaultRecorded: CONTROLS,

  MovesPlanned: { '*': 'open' },
  MoveBriefPlanned: CONTROLS,
  MoveBegan: { number: 'count', of: 'count', name: 'words', until: 'time', brief: 'words' },

  MilestonePlanned: CONTROLS,
  MilestoneReached: CONTROLS,
  VariableSet: CONTROLS,

  SharingRulesGiven: { '*': 'open' },
  ItemPlanned: CONTROLS,
  ItemGiven: { ...ITEM, ...ITEM_CARD, to: 'own', by: 'hand', note: 'words', conditions: 'words', delivery: 'thing' },
  ItemWithheld: CONTROLS,
  ItemReleased: { ...ITEM, to: 'side', by: 'hand', made: 'mark' },
  ItemRevised: { ...ITEM, ...ITEM_CARD },
  ItemTranslated: { ...ITEM, ...ITEM_CARD, language: 'mark' },
  ItemBased: { ...ITEM, on: 'thing' },
  ItemDerived: {
    ...ITEM,
    from: 'thing',
    how: 'mark',
    portions: 'count',
    'removed.portion': 'count',
    'removed.how': 'mark',
    'removed.cuts': 'count',
    reason: 'words',
    made: 'mark',
  },
  ItemRead: { ...ITEM, ...MARKED },
  ItemAcknowledged: { ...ITEM, ...MARKED },
  ItemRequested: { ...REQUEST, of: 'asked', from: 'asked', for: 'asked', text: 'words', due: 'time' },
  RequestAbout: { ...REQUEST, ...ITEM },
  RequestConcerns: { ...REQUEST, ...ITEM },
  RequestDecided: { ...REQUEST, decision: 'mark', by: 'hand', conditions: 'words', reason: 'words' },
  RefusalReasoned: { ...REQUEST, reason: 'words' },
  RequestAnswered: { ...REQUEST, ...ITEM },
  RequestOverdue: { ...REQUEST, jumped: 'mark' },
  RequestEscalated: { ...REQUEST, of: 'asked', from: 'asked', for: 'asked', text: 'words', due: 'time', since: 'time' },
  RequestWithdrawn: REQUEST,
  RequestTranslated: { ...REQUEST, language: 'mark', text: 'words' },
  OnwardGranted: { ...ITEM, for: 'asked', portions: 'count', conditions: 'words', made: 'mark' },
  ItemRecalled: { ...ITEM, party: 'own', reason: 'words' },
  RecallMade: { ...ITEM, from: 'side', by: 'hand', reason: 'words' },
  DestructionConfirmed: { ...ITEM, ...MARKED },

  InjectPlanned: CONTROLS,
  InjectShown: {
    ...INJECT,
    ...WHOLE_ITEM,
    party: 'own',
    waits: 'mark',
    when: 'condition',
    'card.number': 'mark',
    'card.kind': 'mark',
    'card.channel': 'mark',
    'card.from': 'anybody',
    'card.to': 'own',
    'card.label': 'mark',
    'card.title': 'words',
    'card.text': 'words',
    'card.at': 'time',
    'card.manual': 'mark',
    'card.controller': 'own',
    'card.objective': 'mark',
    'card.note': 'words',
    'card.improvised': 'mark',
    'card.brings.item': 'thing',
    'card.attachments': 'file',
  },
  InjectTimed: { ...BY_HAND, at: 'time' },
  InjectWaits: INJECT,
  InjectDue: INJECT,
  InjectHeld: BY_HAND,
  HoldLifted: BY_HAND,
  InjectSkipped: BY_HAND,
  InjectRestored: BY_HAND,
  InjectLapsed: INJECT,
  InjectAddressed: { ...BY_HAND, to: 'own' },
  InjectReleased: BY_HAND,
  InjectDelivered: {
    channel: 'mark',
    from: 'anybody',
    to: 'own',
    label: 'mark',
    title: 'words',
    text: 'words',
    attachments: 'file',
  },
  DeliveryLinked: { ...INJECT, ...DELIVERY },
  DeliveryCorrected: { ...DELIVERY, version: 'count', title: 'words', text: 'words', reason: 'words' },
  InjectTranslated: { ...BY_HAND, version: 'count', language: 'mark', title: 'words', text: 'words' },
  DeliveryTranslated: { ...DELIVERY, version: 'count', language: 'mark', title: 'words', text: 'words' },
  DeliveryWithdrawn: { ...DELIVERY, reason: 'words' },
  InjectCorrected: BY_HAND,
  InjectWithdrawn: BY_HAND,
  InjectRead: { ...DELIVERY, ...MARKED },
  InjectAcknowledged: { ...DELIVERY, ...MARKED, version: 'count' },

  ExpectedPlanned: CONTROLS,
  ExpectedShown: {
    ...EXPECTED,
    party: 'own',
    'after.event': 'thing',
    'after.delay': 'time',
    seen: 'condition',
    atDeadline: 'mark',
    'card.number': 'mark',
    'card.by': 'own',
    'card.text': 'words',
    'card.within': 'time',
    'card.at': 'time',
    'card.task': 'mark',
    'card.objective': 'mark',
    'card.bySight': 'mark',
    'card.controller': 'own',
  },
  ExpectedOpened: { ...EXPECTED, from: 'time', deadline: 'time' },
  ExpectedSeen: { ...EXPECTED, late: 'mark' },
  ExpectedJudged: { ...EXPECTED, verdict: 'mark', done: 'time', late: 'mark', by: 'hand', note: 'words' },
  ExpectedMissed: { ...EXPECTED, jumped: 'mark' },
  ExpectedReported: { ...EXPECTED, late: 'mark' },

  MessageSent: {
    from: 'letter',
    to: 'letter',
    subject: 'words',
    text: 'words',
    purpose: 'mark',
    channel: 'mark',
    label: 'mark',
    attachments: 'file',
  },
  MessageLinked: { message: 'thing', about: 'thing' },
  MessageTranslated: { message: 'thing', language: 'mark', subject: 'words', text: 'words' },
  SpokenFor: { message: 'thing', by: 'hand', person: 'thing' },
  MessageRead: { message: 'thing', ...MARKED },
  MessageAcknowledged: { message: 'thing', ...MARKED },
  NoteWritten: { seat: 'hand', text: 'words', attachments: 'file' },
  NoteLinked: { note: 'thing', about: 'thing' },

  ForumGiven: {
    'card.name': 'words',
    'card.members.party': 'table',
    'card.members.seats': 'table',
    'card.chairs': 'table',
    'card.procedures': 'mark',
    'card.subjects.id': 'mark',
    'card.subjects.name': 'words',
    'card.adHoc': 'mark',
  },
  ForumNamed: CONTROLS,
  SubjectPlanned: CONTROLS,
  MatterOpened: {
    forum: 'thing',
    matter: 'thing',
    'card.procedure': 'mark',
    'card.form': 'mark',
    'card.title': 'words',
    'card.text': 'words',
    'card.label': 'mark',
    'card.basis': 'mark',
    'card.subject': 'mark',
    'card.party': 'table',
    'card.by': 'table',
    'card.due': 'time',
    'card.shown': 'mark',
    'card.unconfirmed': 'mark',
  },
  MatterOnText: { ...MATTER, 'on.of': 'thing', 'on.version': 'count', 'on.digest': 'mark' },
  MatterOfDecision: { ...MATTER, decision: 'thing' },
  ActDone: { ...MATTER, act: 'mark', ...AT_TABLE, text: 'words', on: 'mark', paragraph: 'mark' },
  ActNamed: { act: 'thing', ...AT_TABLE },
  PositionShown: { ...MATTER, act: 'mark', ...AT_TABLE, done: 'time', text: 'words' },
  ActedFor: { of: 'thing', by: 'hand', person: 'thing' },
  MatterProlonged: { ...MATTER, due: 'time', by: 'table' },
  MatterOverdue: { ...MATTER, jumped: 'mark' },
  MatterClosed: { ...MATTER, outcome: 'mark', by: 'table', text: 'words', jumped: 'mark' },
  DraftKept: { ...MATTER, party: 'own', by: 'own', act: 'mark', text: 'words' },
  DraftDropped: { draft: 'thing', by: 'own' },
  DecisionTaken: {
    'card.title': 'words',
    'card.text': 'words',
    'card.authority': 'words',
    'card.party': 'own',
    'card.by': 'own',
    'card.subject': 'mark',
    'card.happened': 'time',
    to: 'own',
  },
  DecisionRests: { decision: 'thing', ...MATTER },
  SubjectSet: CONTROLS,
  ConsultationTranslated: { of: 'thing', language: 'mark', title: 'words', text: 'words', authority: 'words' },
  TextTabled: {
    forum: 'thing',
    'card.title': 'words',
    'card.label': 'mark',
    'card.paragraphs.id': 'mark',
    'card.paragraphs.text': 'words',
    'card.party': 'table',
    'card.by': 'table',
    digest: 'mark',
  },
  BracketSet: { of: 'thing', on: 'count', ...WORDING, ...AT_TABLE },
  BracketTaken: { bracket: 'thing', ...AT_TABLE },
  BracketDropped: { bracket: 'thing', ...AT_TABLE },
  VersionMade: {
    of: 'thing',
    bracket: 'thing',
    version: 'count',
    digest: 'mark',
    'paragraphs.id': 'mark',
    'paragraphs.text': 'words',
  },
  LanguagesCertified: { of: 'thing', digest: 'mark', ...AT_TABLE },
  WordingKept: { of: 'thing', ...WORDING, party: 'own', by: 'own' },

  EmergencyRaised: {},
  EmergencyDetailed: { emergency: 'thing', ...MARKED, text: 'words' },
  EmergencyStoodDown: {},

  AttachmentKept: CONTROLS,

  OwnTranslationKept: { of: 'thing', made: 'mark', side: 'own', by: 'hand', language: 'mark', title: 'words', texts: 'words' },

  CardTaken: { card: 'thing', seat: 'hand' },
  TakerNamed: { taking: 'thing', person: 'thing' },
  CardGivenBack: { taking: 'thing' },
  CardDismissed: { card: 'thing', seat: 'hand' },
};

/** The column of an event in docs/audiences.md: its fields by what they may name. */
export function namesInWords(type: string): string {
  const by = new Map<Rule, string[]>();
  for (const [path, rule] of Object.entries(NAMES[type] ?? {})) by.set(rule, [...(by.get(rule) ?? []), path]);
  if (by.size === 0) return 'nothing';
  const whole = [...by].find(([, paths]) => paths[0] === '*');
  if (whole) return RULES[whole[0]];
  return [...by].map(([rule, paths]) => `${paths.map((p) => `\`${p}\``).join(' ')}: ${RULES[rule]}`).join('; ');
}
