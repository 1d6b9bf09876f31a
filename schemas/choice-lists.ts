/** The closed lists of the staff tabs: what is stored, what staff choose, and what they also type for it. */

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Other spellings; compared without marks, case and spaces. */
  readonly aliases?: readonly string[];
  /** Words that are understood but said back to the person (`cell.guessed`). */
  readonly guesses?: readonly string[];
}

export interface ChoiceList<Id extends string = string> {
  readonly id: Id;
  /** Heading of the list in the tab `Danh mục`. */
  readonly title: string;
  readonly choices: readonly Choice[];
}

export const TEAM_LEVELS = {
  id: 'teamLevel',
  title: 'Cấp tổ',
  choices: [
    {
      value: 'commune',
      label: 'Cấp xã',
      aliases: [
        'xã',
        'tổ cấp xã',
        'tổ CNSCĐ xã',
        'tổ CNSCĐ cấp xã',
        'cấp phường',
        'phường',
        'cấp thị trấn',
        'thị trấn',
        'cấp TT',
        'tổ xã',
        'tổ phường',
        'tổ thị trấn',
        'tổ CNSCĐ phường',
        'tổ CNSCĐ thị trấn',
      ],
    },
    {
      value: 'village',
      label: 'Cấp thôn',
      aliases: [
        'thôn',
        'tổ cấp thôn',
        'tổ CNSCĐ thôn',
        'tổ CNSCĐ cấp thôn',
        'cấp bản',
        'bản',
        'cấp khu phố',
        'khu phố',
        'tổ dân phố',
        'KP',
        'TDP',
        'làng',
        'cấp KP',
        'cấp tổ dân phố',
        'tổ thôn',
        'tổ bản',
        'tổ khu phố',
        'tổ CNSCĐ bản',
        'tổ CNSCĐ khu phố',
      ],
    },
  ],
} as const satisfies ChoiceList;

/** Who signed the decision. KT. Chủ tịch signs with the chair's own authority. KH 115, III.3.1.1. */
export const SIGNERS = {
  id: 'signer',
  title: 'Người ký',
  choices: [
    {
      value: 'chair',
      label: 'Chủ tịch UBND cấp xã',
      aliases: [
        'Chủ tịch',
        'Chủ tịch UBND xã',
        'Chủ tịch UBND',
        'Chủ tịch UBND phường',
        'Chủ tịch UBND thị trấn',
        'CT UBND xã',
        'CT',
        'TM. UBND Chủ tịch',
        'TM. Ủy ban nhân dân Chủ tịch',
      ],
      guesses: ['Q. Chủ tịch', 'Quyền Chủ tịch'],
    },
    {
      value: 'for-chair',
      label: 'KT. Chủ tịch',
      aliases: [
        'KT Chủ tịch',
        'Phó Chủ tịch',
        'Phó Chủ tịch UBND xã',
        'KT. Chủ tịch UBND xã',
        'PCT UBND xã',
        'PCT',
        'P.CT',
        'P. Chủ tịch',
        'Phó CT',
      ],
    },
    { value: 'other', label: 'Khác' },
  ],
} as const satisfies ChoiceList;

export const GENDERS = {
  id: 'gender',
  title: 'Giới tính',
  choices: [
    { value: 'female', label: 'Nữ', aliases: ['nữ giới', 'f'], guesses: ['gái', 'bà', 'chị'] },
    { value: 'male', label: 'Nam', aliases: ['nam giới', 'm'], guesses: ['trai', 'ông', 'anh'] },
  ],
} as const satisfies ChoiceList;

/** KH 115, III.3.1.2–3.1.4. */
export const ROLES = {
  id: 'role',
  title: 'Vai trò',
  choices: [
    {
      value: 'leader',
      label: 'Tổ trưởng',
      aliases: ['TT', 'T.T', 'T.trưởng', 'Trưởng tổ'],
      guesses: ['Đội trưởng', 'Trưởng nhóm', 'Nhóm trưởng'],
    },
    {
      value: 'deputy',
      label: 'Tổ phó',
      aliases: ['TP', 'Phó tổ', 'Phó tổ trưởng', 'P. tổ trưởng'],
      guesses: ['Đội phó', 'Phó nhóm', 'Nhóm phó'],
    },
    { value: 'member', label: 'Thành viên', aliases: ['TV', 'Tổ viên', 'Ủy viên', 'UV'] },
    { value: 'collaborator', label: 'Cộng tác viên', aliases: ['CTV'] },
  ],
} as const satisfies ChoiceList;

/** The seven duties of KH 115, III.3.2. */
export const ACTIVITY_KINDS = {
  id: 'activityKind',
  title: 'Nhóm hoạt động',
  choices: [
    { value: 'training', label: 'Cập nhật kiến thức', aliases: ['Tập huấn', 'Bồi dưỡng', 'Cập nhật'] },
    { value: 'outreach', label: 'Tuyên truyền', aliases: ['Tuyên truyền, lan tỏa', 'Phổ biến'], guesses: ['Lan tỏa'] },
    {
      value: 'guidance',
      label: 'Hướng dẫn người dân',
      aliases: ['Hướng dẫn', 'HD', 'HD người dân', 'Hỗ trợ người dân', 'Hướng dẫn, hỗ trợ người dân'],
      guesses: ['Hỗ trợ'],
    },
    {
      value: 'tasks',
      label: 'Nhiệm vụ chuyển đổi số',
      aliases: ['Nhiệm vụ CĐS', 'Tham gia nhiệm vụ chuyển đổi số'],
      guesses: ['CĐS'],
    },
    { value: 'reports', label: 'Báo cáo UBND cấp xã', aliases: ['Báo cáo', 'Báo cáo UBND xã'] },
    { value: 'initiatives', label: 'Sáng kiến', aliases: ['Sáng kiến, cách làm hay', 'Cách làm hay'] },
    { value: 'commendations', label: 'Đề xuất khen thưởng', aliases: ['Khen thưởng', 'Đề nghị khen thưởng'] },
  ],
} as const satisfies ChoiceList;

export const PLATFORMS = {
  id: 'platform',
  title: 'Nền tảng số',
  choices: [
    {
      value: 'publicServices',
      label: 'Dịch vụ công trực tuyến',
      aliases: [
        'DVC trực tuyến',
        'DVCTT',
        'DVC',
        'Dịch vụ công',
        'Cổng dịch vụ công',
        'Cổng DVC Quốc gia',
        'Cổng dịch vụ công quốc gia',
      ],
      guesses: ['DVC mức 3', 'DVC mức 4'],
    },
    {
      value: 'vneid',
      label: 'VNeID',
      aliases: ['VNeID mức 2', 'Định danh điện tử', 'VNID', 'VN eID', 'Định danh mức 2'],
    },
    {
      value: 'cashless',
      label: 'Thanh toán không dùng tiền mặt',
      aliases: ['TTKDTM', 'Thanh toán điện tử', 'Ví điện tử'],
      guesses: [
        'Momo',
        'ViettelPay',
        'Viettel Money',
        'VNPT Money',
        'VNPay',
        'Mobile banking',
        'Ngân hàng số',
        'Tài khoản ngân hàng',
      ],
    },
    {
      value: 'eCommerce',
      label: 'Sàn thương mại điện tử',
      aliases: ['Sàn TMĐT', 'TMĐT', 'Thương mại điện tử'],
      guesses: ['Postmart', 'Vỏ Sò', 'Voso', 'Shopee', 'Lazada', 'Tiki', 'TikTok Shop'],
    },
    {
      value: 'healthRecord',
      label: 'Sổ sức khỏe điện tử',
      aliases: ['SSKĐT', 'Sổ SKĐT', 'Sổ sức khoẻ', 'Hồ sơ sức khỏe', 'Hồ sơ sức khỏe điện tử'],
    },
    { value: 'onlineLearning', label: 'Học trực tuyến', aliases: ['Học online'], guesses: ['OneTouch', 'One Touch'] },
    {
      value: 'socialMedia',
      label: 'Zalo - mạng xã hội',
      aliases: ['Zalo', 'Mạng xã hội', 'MXH', 'Facebook'],
      guesses: ['Zalo OA', 'YouTube', 'TikTok'],
    },
    { value: 'other', label: 'Khác', guesses: ['VssID', 'BHXH số', 'eTax', 'PC-Covid', 'Loa truyền thanh'] },
  ],
} as const satisfies ChoiceList;

/** In the order in which they stand side by side in `Danh mục`. */
export const CHOICE_LISTS = [TEAM_LEVELS, SIGNERS, GENDERS, ROLES, ACTIVITY_KINDS, PLATFORMS] as const;
