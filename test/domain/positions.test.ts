import assert from 'node:assert/strict';
import { fitsOf } from '../../functions/domain/positions.ts';
import { SLOTS, type Slot } from '../../schemas/positions.ts';

/** The slots that a title fits, then those that it may fit after a question mark. */
function read(title: string): string {
  const fits = fitsOf(title);
  const slots = (fit: string) => Object.keys(SLOTS).filter((slot) => fits[slot as Slot] === fit);
  return [...slots('yes'), ...slots('maybe').map((slot) => `${slot}?`)].join(' ');
}

const NOTHING = '';
const ANY = Object.keys(SLOTS)
  .map((slot) => `${slot}?`)
  .join(' ');

/** What is typed → the slots of KH 115, III.3.1.2–III.3.1.3 that it fits. */
const TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'leaders of the commune’s People’s Committee': [
    ['Chủ tịch UBND xã', 'ubndLeader'],
    ['Phó Chủ tịch UBND xã', 'ubndLeader'],
    ['Phó CT UBND xã', 'ubndLeader'],
    ['PCT UBND', 'ubndLeader'],
    ['P. Chủ tịch UBND phường', 'ubndLeader'],
    ['P.CT UBND TT Hồ Xá', 'ubndLeader'],
    ['CT.UBND xã', 'ubndLeader'],
    ['pho chu tich ubnd xa', 'ubndLeader'],
    ['Phó Chủ tịch Ủy ban nhân dân thị trấn', 'ubndLeader'],
    ['PCT UB xã', 'ubndLeader'],
    ['PCT xã Vĩnh Hòa', 'ubndLeader'],
    ['Bí thư Đảng ủy - Chủ tịch UBND xã', 'ubndLeader'],
    ['Phó Bí thư Đảng ủy, Chủ tịch UBND xã', 'ubndLeader'],
    ['Quyền Chủ tịch UBND xã', 'ubndLeader'],
    ['Đại diện lãnh đạo UBND xã', 'ubndLeader'],
    ['Phó Chủ tịch', 'ubndLeader?'],
    ['PCT phụ trách khối', 'ubndLeader?'],
    ['Chủ tịch HĐND xã', NOTHING],
    ['Chủ tịch UBMTTQ xã', NOTHING],
    ['CT Ủy ban Mặt trận Tổ quốc xã', NOTHING],
    ['Chủ tịch UBND huyện', NOTHING],
    ['Chủ tịch Hội Nông dân', NOTHING],
    ['CT Hội CCB xã', NOTHING],
    ['Nguyên Chủ tịch UBND xã', NOTHING],
    ['Bí thư Đảng ủy', NOTHING],
  ],
  'Youth Union of the commune': [
    ['Bí thư Đoàn xã', 'youthUnion'],
    ['Phó Bí thư Đoàn phường', 'youthUnion'],
    ['Bí thư Đoàn TNCS Hồ Chí Minh xã', 'youthUnion'],
    ['Bí thư xã đoàn', 'youthUnion'],
    ['BT Đoàn TN', 'youthUnion villageYouth'],
    ['BT ĐTN', 'youthUnion villageYouth'],
    ['PBT Đoàn TN xã', 'youthUnion'],
    ['P. Bí thư Đoàn', 'youthUnion'],
    ['Đoàn Thanh niên', 'youthUnion? villageYouth?'],
    ['Cán bộ Đoàn', 'youthUnion?'],
    ['Bí thư, Đoàn viên', NOTHING],
    ['Đoàn viên', NOTHING],
    ['Chủ tịch Công đoàn', NOTHING],
    ['Bí thư Đoàn trường THCS', NOTHING],
  ],
  'Women’s Union of the commune': [
    ['Chủ tịch Hội LHPN', 'womensUnion'],
    ['Phó Chủ tịch Hội LHPN xã', 'womensUnion'],
    ['CT Hội PN', 'womensUnion'],
    ['PCT HPN', 'womensUnion'],
    ['CTHPN', 'womensUnion'],
    ['Hội trưởng PN', 'womensUnion'],
    ['Hội trưởng Phụ nữ xã', 'womensUnion'],
    ['Chủ tịch Hội Liên hiệp Phụ nữ', 'womensUnion'],
    ['chu tich hoi lhpn', 'womensUnion'],
    ['Hội LHPN xã', 'womensUnion?'],
    ['Chi hội trưởng Phụ nữ', NOTHING],
    ['Chi hội trưởng chi hội phụ nữ thôn', NOTHING],
    ['Hội trưởng phụ nữ thôn', NOTHING],
    ['Hội viên Hội Phụ nữ', NOTHING],
  ],
  'the officer for administrative reform': [
    ['Công chức Văn phòng - Thống kê (đầu mối CCHC)', 'reformOfficer'],
    ['CC VP-TK', 'reformOfficer'],
    ['Công chức VPTK', 'reformOfficer'],
    ['VP - TK', 'reformOfficer'],
    ['CC Văn phòng', 'reformOfficer'],
    ['Văn phòng', 'reformOfficer'],
    ['Công chức đầu mối CCHC', 'reformOfficer'],
    ['Công chức Tư pháp - Hộ tịch, phụ trách cải cách hành chính', 'reformOfficer'],
    ['Bộ phận Một cửa', 'reformOfficer?'],
    ['Văn phòng Đảng ủy', NOTHING],
    ['Kế toán', NOTHING],
  ],
  'culture and society, or police': [
    ['Công chức Văn hóa - Xã hội', 'cultureOrPolice'],
    ['Công chức Văn hoá - Xã hội', 'cultureOrPolice'],
    ['CC VH-XH', 'cultureOrPolice'],
    ['VHXH', 'cultureOrPolice'],
    ['CC LĐTB&XH', 'cultureOrPolice'],
    ['Công an xã', 'cultureOrPolice'],
    ['Phó Trưởng Công an thị trấn', 'cultureOrPolice'],
    ['CA xã', 'cultureOrPolice'],
    ['Công an viên', 'cultureOrPolice'],
    ['Trưởng phòng Văn hóa và Thông tin huyện', 'cultureOrPolice?'],
    ['Nhân viên công nghệ thông tin', NOTHING],
  ],
  'heads of villages': [
    ['Trưởng thôn', 'villageHead'],
    ['trưởng thôn Cổ Mỹ', 'villageHead'],
    ['TRUONG THON', 'villageHead'],
    ['Thôn trưởng', 'villageHead'],
    ['T.thôn', 'villageHead'],
    ['Tr. thôn', 'villageHead'],
    ['Trưởng bản', 'villageHead'],
    ['Truong ban', 'villageHead'],
    ['Khu phố trưởng', 'villageHead'],
    ['KP trưởng', 'villageHead'],
    ['Trưởng KP3', 'villageHead'],
    ['Tổ trưởng tổ dân phố', 'villageHead'],
    ['Tổ trưởng TDP số 5', 'villageHead'],
    ['TT TDP', 'villageHead'],
    ['Bí thư chi bộ, Trưởng thôn', 'villageHead'],
    ['Bí thư chi bộ - Trưởng thôn', 'villageHead'],
    ['BTCB kiêm Trưởng bản', 'villageHead'],
    ['Bí thư kiêm trưởng KP', 'villageHead'],
    ['Phó Trưởng thôn', NOTHING],
    ['P. Trưởng bản', NOTHING],
    ['Nguyên Trưởng thôn', NOTHING],
    ['Chi hội trưởng thôn Cổ Mỹ', NOTHING],
    ['Trưởng ban công tác Mặt trận thôn', NOTHING],
    ['Trưởng ban CTMT', NOTHING],
    ['Bí thư chi bộ', NOTHING],
    ['Già làng', NOTHING],
  ],
  'youth secretaries of villages': [
    ['Bí thư Chi đoàn thôn', 'villageYouth'],
    ['BT Chi đoàn khu phố', 'villageYouth'],
    ['Bí thư Đoàn thanh niên thôn', 'villageYouth'],
    ['BTCĐ thôn', 'villageYouth'],
    ['Bí thư Chi đoàn', 'villageYouth youthUnion?'],
    ['bi thu chi doan ban', 'villageYouth'],
    ['Phó Bí thư Chi đoàn thôn', NOTHING],
  ],
  'several of them in one cell': [
    ['Công chức VP-TK, Bí thư Đoàn xã', 'youthUnion reformOfficer'],
    ['Phó Chủ tịch UBND kiêm Chủ tịch Hội LHPN', 'ubndLeader womensUnion'],
    ['Trưởng thôn, Bí thư Chi đoàn thôn', 'villageHead villageYouth'],
  ],
  'titles that say nothing': [
    ['Cán bộ xã', ANY],
    ['Công chức', ANY],
    ['Cán bộ, công chức', ANY],
    ['Tổ trưởng', ANY],
    ['Tổ trưởng tổ CNSCĐ', ANY],
    ['Thành viên', ANY],
  ],
  'other occupations': [
    ['Giáo viên', NOTHING],
    ['Nhân viên y tế thôn', NOTHING],
    ['Chi hội trưởng Nông dân', NOTHING],
    ['Nhân viên Viettel', NOTHING],
    ['Người dân', NOTHING],
    ['Học sinh', NOTHING],
  ],
};

describe('titles as people type them (III.3.1.2, III.3.1.3)', () => {
  for (const [what, cases] of Object.entries(TABLES)) {
    describe(what, () => {
      for (const [title, slots] of cases) it(`${title} → ${slots || 'none'}`, () => sameSlots(read(title), slots));
    });
  }
});

function sameSlots(actual: string, expected: string): void {
  assert.deepEqual(actual.split(' ').sort(), expected.split(' ').sort());
}
