/** 08:00: reminders and overdue notices to the units that have not sent at this moment. */
import { addMonths, dayInVietnam, type Instant, type Period } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { MailDocument, ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import { findUnit } from '../../schemas/units.ts';
import { NO_CALLS } from '../domain/calls.ts';
import { type MailContent, newMail } from '../domain/mail/outbox.ts';
import { workbookUrl } from '../domain/mail/places.ts';
import { NIL_MONTHS_TO_ASK, reminderMail } from '../domain/mail/reminder-mail.ts';
import { missingUnits, nilMonthsBefore, type OwingUnit, owingUnits } from '../domain/missing-units.ts';
import { type Notice, type NoticeKind, noticesDue } from '../domain/notices.ts';
import { describePeriod } from '../domain/period.ts';
import { calendarOf } from '../domain/settings.ts';
import { isWorkingDay } from '../domain/working-days.ts';
import type { Store } from '../ports.ts';
import { addressesOf } from './check-in-night.ts';
import { type CollectPorts, collectSubmissions } from './collect-submissions.ts';
import { queueMail } from './queue-unit-mail.ts';
import { storedSettings } from './stored-settings.ts';

export type RemindPorts = CollectPorts;

export interface Reminded {
  readonly runId: string;
  readonly notices: readonly {
    readonly kind: Notice['kind'];
    readonly period: Period;
    /** Units that have not sent. */
    readonly missing: readonly string[];
    /** Mails that are new; those of a call before are not queued again. */
    readonly queued: number;
  }[];
}

type Settings = Awaited<ReturnType<typeof storedSettings>>;

/** Nothing on days off, and nothing before 08:00. The boxes are looked at first: who has just ticked is not reminded. */
export async function remind(
  { runId, asOf }: { readonly runId: string; readonly asOf: Instant },
  ports: RemindPorts,
): Promise<Reminded> {
  const settings = await storedSettings({ store: ports.store, calls: { ...NO_CALLS } });
  const due = noticesDue(asOf, calendarOf(settings));
  if (due.length === 0) return { runId, notices: [] };
  await collectSubmissions({ runId, asOf }, ports);
  const units = [...(await ports.store.list('units')).values()] as UnitDocument[];
  const notices: Reminded['notices'][number][] = [];
  for (const notice of due) notices.push(await send(notice, { asOf, units, settings }, ports.store));
  for (const { kind, period, missing, queued } of notices) {
    ports.log('INFO', 'notices queued', { runId, kind, period, missing: missing.length, queued });
  }
  return { runId, notices };
}

interface Moment {
  readonly asOf: Instant;
  readonly units: readonly UnitDocument[];
  readonly settings: Settings;
}

async function send(notice: Notice, moment: Moment, store: Store): Promise<Reminded['notices'][number]> {
  const { kind, period } = notice;
  const { asOf, units } = moment;
  const stored = (await store.get(units.map(({ unit }) => reportPath(unit, period)))) as ReadonlyMap<
    string,
    ReportDocument
  >;
  const owing = owingUnits(period, units, [...stored.values()]);
  const missing = missingUnits(kind, asOf, owing);
  let queued = 0;
  for (const one of missing) {
    const mail = await unitNotice(kind, period, one, moment, store);
    if (mail !== null && (await queueMail(mail, store))) queued += 1;
  }
  return { kind, period, missing: missing.map(({ unit }) => unit.unit), queued };
}

/** The same notice of a month is one mail, whenever it is asked for. */
const mailIdOf = (day: string, to: string, kind: string, period: Period): string => `${day}_${to}_${kind}_${period}`;

async function unitNotice(
  kind: NoticeKind,
  period: Period,
  owing: OwingUnit,
  { asOf, settings }: Moment,
  store: Store,
): Promise<MailDocument | null> {
  const content = await noticeContent(kind, period, owing, { asOf, settings }, store);
  const { unit: document } = owing;
  const to = addressesOf({ document, settings });
  return content && newMail(mailIdOf(dayInVietnam(asOf), document.unit, kind, period), to, content, asOf);
}

async function noticeContent(
  kind: NoticeKind,
  period: Period,
  { unit: document, report }: OwingUnit,
  { asOf, settings }: Pick<Moment, 'asOf' | 'settings'>,
  store: Store,
): Promise<MailContent | null> {
  const unit = findUnit(document.unit);
  if (!unit || document.workbookId === null) return null;
  const calendar = calendarOf(settings);
  const month = describePeriod(period, calendar);
  return reminderMail({
    unit,
    kind,
    month,
    isDueWorkingDay: isWorkingDay(month.due, calendar),
    report,
    nilMonths: nilMonthsBefore(period, await monthsBefore(document.unit, period, store)),
    workbookUrl: workbookUrl(document.workbookId),
    today: dayInVietnam(asOf),
  });
}

/** As many as are needed to tell that the unit has long reported nothing. */
async function monthsBefore(unit: string, period: Period, store: Store): Promise<readonly ReportDocument[]> {
  const periods = Array.from({ length: NIL_MONTHS_TO_ASK * 2 }, (_, back) => addMonths(period, -back - 1));
  return [...(await store.get(periods.map((one) => reportPath(unit, one)))).values()] as ReportDocument[];
}
