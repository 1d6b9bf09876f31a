/** Rules on days: what is not one, what may be two, what has not come yet. */
import { defineRule } from '../rule.ts';

export const cellNotADate = defineRule({
  id: 'cell.not-a-date',
  title: 'Không đọc được ngày',
  clause: null,
  variants: {
    unreadable: {
      severity: 'error',
      sentence: '«{value}» chưa đọc được là ngày.',
      fix: 'Vui lòng ghi ngày/tháng/năm, ví dụ 05/06/2022.',
    },
    perhaps: {
      severity: 'error',
      sentence: '«{value}» chưa đọc được là ngày.',
      fix: 'Có phải là {suggestion}? Vui lòng ghi lại ngày/tháng/năm.',
    },
    noSuchDay: {
      severity: 'error',
      sentence: 'Tháng {month}/{year} chỉ có {days} ngày nên không có ngày {date}.',
      fix: 'Vui lòng kiểm tra lại ngày và tháng.',
    },
    noDay: {
      severity: 'error',
      sentence: '«{value}» chưa đủ ngày, tháng, năm.',
      fix: 'Vui lòng ghi đủ ngày/tháng/năm, ví dụ 05/06/2022.',
    },
    recurring: {
      severity: 'error',
      sentence: '«{value}» không phải là một ngày cụ thể.',
      fix: 'Vui lòng ghi ngày cụ thể, ví dụ 11/06/2022. Hoạt động hằng tuần xin ghi mỗi buổi một dòng.',
    },
    implausible: {
      severity: 'error',
      sentence: 'Năm trong «{value}» không thuộc khoảng 1990–2100.',
      fix: 'Vui lòng kiểm tra lại năm, ghi đủ bốn chữ số, ví dụ 05/06/2022.',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionDate: 'đang trình ký' }, says: 'unreadable' },
    { tab: 'teams', set: { decisionDate: 5062022 }, says: 'perhaps' },
    { tab: 'teams', set: { decisionDate: '31/06/2022' }, says: 'noSuchDay' },
    { tab: 'teams', set: { decisionDate: 'tháng 6/2022' }, says: 'noDay' },
    { tab: 'activities', set: { date: 'Thứ 7 hàng tuần' }, says: 'recurring' },
    { tab: 'teams', set: { decisionDate: '05/06/1022' }, says: 'implausible' },
    { tab: 'teams', set: { decisionDate: '5.6.2022' }, says: null },
    { tab: 'teams', set: { decisionDate: 44717.5 }, says: null },
  ],
});

export const cellDateAmbiguous = defineRule({
  id: 'cell.date-ambiguous',
  title: 'Ngày và tháng bị đảo',
  clause: null,
  variants: {
    monthFirst: {
      severity: 'error',
      sentence: '«{value}» chỉ đọc được khi ghi tháng trước, ngày sau.',
      fix: 'Có phải là {suggestion}? Vui lòng ghi ngày trước, tháng sau và xem lại các ngày khác trong trang.',
    },
    twoOrders: {
      severity: 'error',
      sentence: '«{value}» có thể là {one} hoặc {other}.',
      fix: 'Vui lòng ghi ngày/tháng/năm với năm đủ bốn chữ số, ví dụ 05/06/2022.',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionDate: '06/25/2022' }, says: 'monthFirst' },
    { tab: 'teams', set: { decisionDate: '22/06/05' }, says: 'twoOrders' },
    { tab: 'teams', set: { decisionDate: '05/06/22' }, says: null },
    { tab: 'teams', set: { decisionDate: '25/06/2022' }, says: null },
  ],
});

export const cellDateRange = defineRule({
  id: 'cell.date-range',
  title: 'Nhiều ngày trong một ô',
  clause: null,
  variants: {
    severalDays: {
      severity: 'error',
      sentence: '«{value}» gồm nhiều ngày.',
      fix: 'Mỗi ô chỉ ghi một ngày. Vui lòng tách mỗi ngày thành một dòng.',
    },
  },
  examples: [
    { tab: 'activities', set: { date: '5-7/8/2022' }, says: 'severalDays' },
    { tab: 'activities', set: { date: '05/08/2022 và 07/08/2022' }, says: 'severalDays' },
    { tab: 'activities', set: { date: 'từ 5/8 đến 7/8/2022' }, says: 'severalDays' },
    { tab: 'activities', set: { date: '5-8-2022' }, says: null },
  ],
});

export const cellDateInFuture = defineRule({
  id: 'cell.date-in-future',
  title: 'Ngày chưa đến',
  clause: null,
  variants: {
    future: {
      severity: 'error',
      sentence: 'Ngày {date} chưa đến (hôm nay là {today}).',
      fix: 'Vui lòng kiểm tra lại ngày, tháng, năm.',
    },
  },
  examples: [
    { tab: 'teams', set: { decisionDate: '01/01/2099' }, says: 'future' },
    { tab: 'teams', set: { decisionDate: '05/06/2022' }, says: null },
  ],
});

export const CELL_DATE_RULES = [cellNotADate, cellDateAmbiguous, cellDateRange, cellDateInFuture];
