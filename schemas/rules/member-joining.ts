/** How people join a team after its founding, and leave it. KH 115, III.3.1.4. */
import { defineRule } from '../rule.ts';

export const memberJoinNotApproved = defineRule({
  id: 'member.join-not-approved',
  title: 'Tham gia sau ngày thành lập',
  clause: 'III.3.1.4',
  variants: {
    neither: {
      severity: 'finding',
      sentence:
        'Người này tham gia ngày {date}, sau khi lập tổ ({founded}), mà chưa có người giới thiệu, chưa có ngày Chủ tịch đồng ý.',
      fix: 'Vui lòng ghi hai ô đó; nếu vào từ đầu, xin sửa ngày tham gia.',
    },
    noIntroduction: {
      severity: 'finding',
      sentence: 'Người này tham gia ngày {date}, sau khi lập tổ ({founded}), nhưng chưa ghi người giới thiệu.',
      fix: 'Vui lòng ghi Tổ trưởng đã giới thiệu; nếu vào từ khi lập tổ, sửa ngày tham gia.',
    },
    noConsent: {
      severity: 'finding',
      sentence:
        'Người này tham gia ngày {date}, sau khi lập tổ ({founded}), nhưng chưa có ngày Chủ tịch UBND xã đồng ý.',
      fix: 'Vui lòng ghi ngày đồng ý; nếu vào từ đầu, sửa ngày tham gia; chưa có thì để trống.',
    },
    consentAfterJoining: {
      severity: 'warning',
      sentence: 'Ngày Chủ tịch đồng ý ({consented}) sau ngày tham gia ({date}).',
      fix: 'Vui lòng kiểm tra lại hai ngày; nếu đúng, xin để nguyên.',
    },
    beforeFounding: {
      severity: 'warning',
      sentence: 'Người này tham gia ngày {date}, trước ngày thành lập tổ ({founded}).',
      fix: 'Vui lòng kiểm tra ngày tham gia, hoặc ngày quyết định ở trang «Tổ».',
    },
    everyone: {
      severity: 'warning',
      sentence: '{count} thành viên cùng tham gia ngày {date}, khác ngày quyết định ({founded}).',
      fix: 'Vui lòng kiểm tra ngày quyết định ở đây, hoặc ngày tham gia ở trang «Thành viên».',
    },
  },
  examples: [
    { tab: 'members', set: { joinedOn: '01/07/2022' }, says: 'neither' },
    { tab: 'members', set: { joinedOn: '01/07/2022', consentedOn: '30/06/2022' }, says: 'noIntroduction' },
    { tab: 'members', set: { joinedOn: '01/07/2022', introducedBy: 'Tổ trưởng' }, says: 'noConsent' },
    {
      tab: 'members',
      set: { joinedOn: '01/07/2022', introducedBy: 'Tổ trưởng', consentedOn: 'chưa có' },
      says: 'noConsent',
    },
    {
      tab: 'members',
      set: { joinedOn: '01/07/2022', introducedBy: 'Tổ trưởng', consentedOn: '05/07/2022' },
      says: 'consentAfterJoining',
    },
    { tab: 'members', set: { joinedOn: '01/06/2022' }, says: 'beforeFounding' },
    { tab: 'teams', set: { decisionDate: '06/05/2022' }, says: 'everyone' },
    {
      tab: 'members',
      set: { joinedOn: '01/07/2022', introducedBy: 'Tổ trưởng', consentedOn: '01/07/2022' },
      says: null,
    },
    { tab: 'members', set: { joinedOn: '06/06/2022' }, says: null },
    {
      tab: 'members',
      set: { joinedOn: '01/07/2022', introducedBy: 'Tổ trưởng', consentedOn: '31/06/2022' },
      says: null,
    },
    { tab: 'teams', set: { decisionDate: '31/06/2022' }, says: null },
  ],
});

export const memberLeftNotApproved = defineRule({
  id: 'member.left-not-approved',
  title: 'Thôi tham gia',
  clause: 'III.3.1.4',
  variants: {
    noApproval: {
      severity: 'finding',
      sentence: 'Người này thôi tham gia từ {date} nhưng chưa có ngày chấp thuận, nên vẫn được tính là thành viên.',
      fix: 'Vui lòng ghi ngày Chủ tịch UBND cấp xã chấp thuận; chưa có thì để trống.',
    },
    noLeaveDate: {
      severity: 'warning',
      sentence: 'Có ngày chấp thuận cho thôi nhưng chưa có ngày thôi tham gia, nên người này vẫn được tính.',
      fix: 'Vui lòng ghi ngày thôi tham gia.',
    },
    beforeJoining: {
      severity: 'warning',
      sentence: 'Ngày thôi tham gia ({date}) trước ngày tham gia ({joined}).',
      fix: 'Vui lòng kiểm tra lại hai ngày.',
    },
  },
  examples: [
    { tab: 'members', set: { leftOn: '01/08/2022' }, says: 'noApproval' },
    { tab: 'members', set: { leftOn: '01/08/2022', leaveApprovedOn: 'chưa có' }, says: 'noApproval' },
    { tab: 'members', set: { leaveApprovedOn: '01/08/2022' }, says: 'noLeaveDate' },
    { tab: 'members', set: { leftOn: '01/06/2022', leaveApprovedOn: '01/06/2022' }, says: 'beforeJoining' },
    { tab: 'members', set: { leftOn: '01/08/2022', leaveApprovedOn: '05/08/2022' }, says: null },
    { tab: 'members', set: { leftOn: '01/08/2022', leaveApprovedOn: '31/06/2022' }, says: null },
    { tab: 'members', set: { leftOn: 'hè', leaveApprovedOn: null }, says: null },
  ],
});

export const MEMBER_JOINING_RULES = [memberJoinNotApproved, memberLeftNotApproved];
