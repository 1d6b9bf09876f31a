/** One document of every kind, each of which parses; a test changes what it is about. */

import type { StoredDocument } from '../../functions/ports.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type {
  AuditDocument,
  MailDocument,
  ReportDocument,
  RunDocument,
  SettingsDocument,
  SnapshotChunkDocument,
  SnapshotDocument,
  SummaryDocument,
  TeamTotalsDocument,
  Totals,
  UnitDocument,
} from '../../schemas/documents.ts';

const UNIT = '2022:464';
const PERIOD = '2022-08' as Period;
const NOON = '2022-08-25T12:00:00.000+07:00' as Instant;
const HASH = 'a'.repeat(64);

const noActivities = {
  activities: { training: 0, outreach: 0, guidance: 0, tasks: 0, reports: 0, initiatives: 0, commendations: 0 },
  sessions: 0,
  turns: 0,
  turnsByPlatform: {
    publicServices: 0,
    vneid: 0,
    cashless: 0,
    eCommerce: 0,
    healthRecord: 0,
    onlineLearning: 0,
    socialMedia: 0,
    other: 0,
  },
};

export const aTotals = (changes: Partial<Totals> = {}): Totals => ({
  communeTeams: 1,
  villageTeams: 2,
  members: 15,
  collaborators: 3,
  people: 17,
  ...noActivities,
  educationInformed: null,
  educationTotal: null,
  fundingSocial: null,
  fundingOther: null,
  budgetProvince: null,
  budgetDistrict: null,
  budgetCommune: null,
  enterpriseClasses: null,
  enterpriseTrainees: null,
  mediaItems: null,
  rewarded: null,
  ...changes,
});

const rowCounts = { read: 3, accepted: 2, rejected: 1 };

export const aReport = (changes: Partial<ReportDocument> = {}): ReportDocument => ({
  unit: UNIT,
  period: PERIOD,
  status: 'has-errors',
  counts: { teams: rowCounts, members: rowCounts, activities: rowCounts },
  problems: { error: 3, warning: 1, finding: 0, info: 2 },
  totals: aTotals(),
  firstValidAt: null,
  submittedAt: null,
  lockedAt: null,
  extendedUntil: null,
  version: 1,
  frozenVersion: 0,
  contentHash: HASH,
  receipt: null,
  sentHash: null,
  hasOldTick: false,
  toldAt: null,
  openedBy: null,
  correction: null,
  ruleVersion: '2022-06-08',
  ...changes,
});

export const aTeam = (changes: Partial<TeamTotalsDocument> = {}): TeamTotalsDocument => ({
  team: '19363_thon-co-my',
  level: 'village',
  commune: '19363',
  village: 'Thôn Cổ Mỹ',
  decisionDate: '2022-06-05' as PlainDate,
  members: 5,
  collaborators: 0,
  ...noActivities,
  ...changes,
});

export const aUnit = (changes: Partial<UnitDocument> = {}): UnitDocument => ({
  notified: null,
  keptOpen: [],
  unit: UNIT,
  name: 'Vĩnh Linh',
  fullName: 'Huyện Vĩnh Linh',
  validFrom: '2020-01-01' as PlainDate,
  validTo: '2025-06-30' as PlainDate,
  successors: ['2025:19363'],
  workbookId: null,
  mailTo: ['phong-vhtt@example.vn'],
  ...changes,
});

const settings: SettingsDocument = {
  version: 1,
  workbookId: null,
  dataWindow: 'decree-09',
  graceWorkingDays: 3,
  firstPeriod: '2022-06' as Period,
  daysOff: ['2022-09-02' as PlainDate],
  workedSaturdays: [],
  departmentMail: ['so-tttt@example.vn'],
  mailTo: { [UNIT]: ['phong-vhtt@example.vn'] },
  staff: { [UNIT]: ['can-bo@example.vn'] },
  tasks: { [PERIOD]: ['Hướng dẫn cài đặt VNeID'] },
};

const snapshot: SnapshotDocument = {
  unit: UNIT,
  period: PERIOD,
  version: 2,
  ruleVersion: '2022-06-08',
  codeVersion: '0.1.0',
  sha256: HASH,
  chunks: 1,
  frozenAt: NOON,
  reason: 'Đính chính số lượt người',
  author: 'so-tttt@example.vn',
  diff: [{ field: 'totals.turns', before: 120, after: 102 }],
  seal: HASH,
};

const chunk: SnapshotChunkDocument = { index: 0, text: '{"teams":[]}' };

const summary: SummaryDocument = {
  period: PERIOD,
  provisional: true,
  coverage: { submitted: 8, expected: 9 },
  totals: aTotals(),
  reportedBy: {
    educationInformed: 8,
    educationTotal: 8,
    fundingSocial: 0,
    fundingOther: 0,
    budgetProvince: 0,
    budgetDistrict: 3,
    budgetCommune: 3,
    enterpriseClasses: 1,
    enterpriseTrainees: 1,
    mediaItems: 7,
    rewarded: 2,
  },
  completeness: { read: 9, accepted: 6 },
  timeliness: { onTime: 7, late: 1, expected: 9 },
  problems: { error: 3, warning: 1, finding: 0, info: 2 },
  statuses: {
    'not-started': 0,
    'in-progress': 0,
    'has-errors': 1,
    submitted: 7,
    'submitted-edited': 0,
    late: 1,
    nil: 0,
    'not-applicable': 1,
  },
  units: [
    {
      unit: UNIT,
      status: 'submitted',
      version: 1,
      frozenVersion: 0,
      firstValidAt: NOON,
      submittedAt: NOON,
      lockedAt: null,
      extendedUntil: null,
      openings: [],
      totals: aTotals(),
      counts: { teams: rowCounts, members: rowCounts, activities: rowCounts },
      problems: { error: 3, warning: 1, finding: 0, info: 2 },
    },
  ],
  roadmap: [{ unit: UNIT, phase: 1, measure: 'commune-teams', from: 2, to: 2, actual: 3, verdict: 'exceeded' }],
  checks: [{ check: 'members', clause: 'III.2', from: 15, to: 21, actual: 18, verdict: 'met' }],
  compliance: [{ rule: 'team.size-village', unit: UNIT, count: 2 }],
  quality: [{ rule: 'cell.required', unit: UNIT, count: 3 }],
  highlights: [
    { kind: 'initiatives', team: '19363', date: '2022-08-02' as PlainDate, content: 'Loa phát thanh số', unit: UNIT },
  ],
};

export const aMail = (changes: Partial<MailDocument> = {}): MailDocument => ({
  id: 'nightly_2022:464_2022-08-25',
  to: ['phong-vhtt@example.vn'],
  subject: 'Kết quả kiểm tra tháng 08/2022',
  text: 'Kính gửi …',
  html: '<p>Kính gửi …</p>',
  state: 'queued',
  lease: null,
  attempts: 0,
  queuedAt: NOON,
  notBefore: null,
  sentAt: null,
  lastError: null,
  ...changes,
});

export const aRun = (changes: Partial<RunDocument> = {}): RunDocument => ({
  runId: 'nightly-2022-08-25',
  kind: 'nightly',
  startedAt: NOON,
  finishedAt: null,
  asOf: NOON,
  outcomes: { checked: 0, unchanged: 0, failed: 1 },
  mails: 0,
  calls: { sheetsReads: 2, sheetsWrites: 0, cellsWritten: 0, documentsRead: 4, documentsWritten: 1 },
  units: [{ unit: UNIT, outcome: 'failed', error: { code: 'not-found', message: 'The workbook is gone.' } }],
  ...changes,
});

const standing = { status: 'submitted', lockedAt: null, extendedUntil: null, version: 1 } as const;

const audit: AuditDocument = {
  action: 'reopen',
  unit: UNIT,
  period: PERIOD,
  who: 'so-tttt@example.vn',
  at: NOON,
  reason: 'Bổ sung số liệu',
  before: { ...standing, lockedAt: NOON },
  after: standing,
};

/** Every kind, by a path where it may lie. */
export const SAMPLES: Readonly<Record<string, StoredDocument>> = {
  'units/2022:464': aUnit(),
  'settings/province': settings,
  'reports/2022:464_2022-08': aReport(),
  'reports/2022:464_2022-08/teams/19363_thon-co-my': aTeam(),
  'snapshots/2022:464_2022-08_v2': snapshot,
  'snapshots/2022:464_2022-08_v2/chunks/0-aaaaaaaaaaaa': chunk,
  'summaries/2022-08': summary,
  'mail/nightly_2022:464_2022-08-25': aMail(),
  'runs/nightly-2022-08-25': aRun(),
  'audit/2022:464_2022-08_reopen': audit,
};
