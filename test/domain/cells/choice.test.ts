import assert from 'node:assert/strict';
import { readChoice } from '../../../functions/domain/cells/choice.ts';
import { choice } from '../../../schemas/cells.ts';
import { ACTIVITY_KINDS, GENDERS, ROLES, SIGNERS, TEAM_LEVELS } from '../../../schemas/choice-lists.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

describe('choices of a list', () => {
  describe('a blank choice is missing', () => {
    readsAs(
      (typed) => readChoice(typed, choice(ROLES), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('level of a team', () => {
    readsAs(
      (typed) => readChoice(typed, choice(TEAM_LEVELS), contextOf()),
      [
        ['Cấp xã', 'commune'],
        ['cấp xã', 'commune', 'cell.normalised/understood'],
        ['CẤP THÔN', 'village', 'cell.normalised/understood'],
        ['Cap thon', 'village', 'cell.normalised/understood'],
        ['xã', 'commune', 'cell.normalised/understood'],
        ['thôn', 'village', 'cell.normalised/understood'],
        ['Tổ CNSCĐ thôn', 'village', 'cell.normalised/understood'],
        ['Tổ công nghệ số cộng đồng thôn', 'village', 'cell.normalised/understood'],
        ['Tổ chuyển đổi số cộng đồng cấp xã', 'commune', 'cell.normalised/understood'],
        ['Tổ CNSCĐ thôn Cổ Mỹ', 'village', 'cell.guessed/synonym'],
        ['Cấp xã, cấp thôn', 'commune', 'cell.guessed/severalKinds'],
        ['Cấp huyện', null, 'cell.not-in-list/unknown'],
        ['Cáp thôm', null, 'cell.not-in-list/nearest', 'Cấp thôn'],
        [1, null, 'cell.not-in-list/unknown'],
      ],
    );
  });

  describe('role in a team', () => {
    readsAs(
      (typed) => readChoice(typed, choice(ROLES), contextOf()),
      [
        ['Tổ trưởng', 'leader'],
        ['tổ trưởng', 'leader', 'cell.normalised/understood'],
        ['TỔ TRƯỞNG', 'leader', 'cell.normalised/understood'],
        ['Tổ trưởng ', 'leader', 'cell.normalised/understood'],
        ['Tô trưởng', 'leader', 'cell.normalised/understood'],
        ['TT', 'leader', 'cell.normalised/understood'],
        ['T. trưởng', 'leader', 'cell.normalised/understood'],
        ['CTV', 'collaborator', 'cell.normalised/understood'],
        ['thanh vien', 'member', 'cell.normalised/understood'],
        ['Đội trưởng', 'leader', 'cell.guessed/synonym'],
        ['Nhóm trưởng', 'leader', 'cell.guessed/synonym'],
        ['Tổ trưởng (Trưởng thôn)', 'leader', 'cell.guessed/synonym'],
        ['tổ trưởng/thành viên', 'leader', 'cell.guessed/severalKinds'],
        ['Thành viên tổ', 'member', 'cell.guessed/synonym'],
        ['Tổ trươg', null, 'cell.not-in-list/nearest', 'Tổ trưởng'],
        ['Thư ký', null, 'cell.not-in-list/unknown'],
        ['Thủ quỹ', null, 'cell.not-in-list/unknown'],
        [true, null, 'cell.not-in-list/unknown'],
      ],
    );
  });

  describe('who signed', () => {
    readsAs(
      (typed) => readChoice(typed, choice(SIGNERS), contextOf()),
      [
        ['Chủ tịch UBND cấp xã', 'chair'],
        ['Chủ tịch UBND xã', 'chair', 'cell.normalised/understood'],
        ['KT. Chủ tịch', 'for-chair'],
        ['KT.CHỦ TỊCH', 'for-chair', 'cell.normalised/understood'],
        ['Phó Chủ tịch UBND phường', 'for-chair', 'cell.guessed/synonym'],
        ['Chủ tịch UBND xã Vĩnh Hòa', 'chair', 'cell.guessed/synonym'],
        ['Khác (UBND huyện)', 'other', 'cell.guessed/synonym'],
        ['Chủ tịch UBND huyện', null, 'cell.not-in-list/nearest', 'Khác'],
        ['Chủ tịch huyện', null, 'cell.not-in-list/nearest', 'Khác'],
      ],
    );
  });

  describe('kind of activity: of several the first is used', () => {
    readsAs(
      (typed) => readChoice(typed, choice(ACTIVITY_KINDS), contextOf()),
      [
        ['Tuyên truyền', 'outreach'],
        ['Hướng dẫn', 'guidance', 'cell.normalised/understood'],
        ['hướng dẫn người dân', 'guidance', 'cell.normalised/understood'],
        ['Tuyên truyền, lan tỏa', 'outreach', 'cell.normalised/understood'],
        ['Tuyên truyền, hướng dẫn', 'outreach', 'cell.guessed/severalKinds'],
        ['Tuyên truyền và hướng dẫn người dân', 'outreach', 'cell.guessed/severalKinds'],
        ['Tuyên truyền\nHướng dẫn', 'outreach', 'cell.guessed/severalKinds'],
        ['Tuyên truyền; phát tờ rơi', 'outreach', 'cell.guessed/synonym'],
        ['Hướng dẫn người dân cài VNeID', 'guidance', 'cell.guessed/synonym'],
        ['Tuyên truyên', 'outreach', 'cell.normalised/understood'],
        ['Họp', null, 'cell.not-in-list/unknown'],
      ],
    );
  });

  describe('gender', () => {
    readsAs(
      (typed) => readChoice(typed, choice(GENDERS), contextOf()),
      [
        ['Nam', 'male'],
        ['nữ', 'female', 'cell.normalised/understood'],
        ['nu', 'female', 'cell.normalised/understood'],
        ['F', 'female', 'cell.normalised/understood'],
        ['nam/nữ', 'male', 'cell.guessed/severalKinds'],
        ['Nam nữ', null, 'cell.not-in-list/unknown'],
        ['Namm', null, 'cell.not-in-list/nearest', 'Nam'],
        ['0', null, 'cell.not-in-list/unknown'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readChoice(typed, choice(GENDERS), contextOf()),
      [
        ['-', null, 'cell.normalised/blank'],
        ['không', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readChoice(typed, choice(ROLES), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
        ['Tæ tr\u00adëng', null, 'cell.legacy-encoding/tcvn3', 'Tổ trưởng'],
        ['- Tổ trưởng', 'leader', 'cell.formula-text/bullet'],
      ],
    );
  });

  describe('a guess', () => {
    it('says back the label that it was taken for', () => {
      assert.deepEqual(detailsOf(readChoice('Đội trưởng', choice(ROLES), contextOf())), { understood: 'Tổ trưởng' });
    });
  });

  describe('short names of the levels', () => {
    readsAs(
      (typed) => readChoice(typed, choice(TEAM_LEVELS), contextOf()),
      [
        ['KP', 'village', 'cell.normalised/understood'],
        ['TDP', 'village', 'cell.normalised/understood'],
        ['làng', 'village', 'cell.normalised/understood'],
        ['Tổ CNSCĐ bản', 'village', 'cell.normalised/understood'],
        ['Tổ CNSCĐ phường', 'commune', 'cell.normalised/understood'],
        ['Cấp TT', 'commune', 'cell.normalised/understood'],
        ['Tổ CNSCĐ', null, 'cell.not-in-list/unknown'],
        ['nt', null, 'cell.not-in-list/ditto'],
      ],
    );
  });

  describe('the chair of another body did not sign for the commune', () => {
    readsAs(
      (typed) => readChoice(typed, choice(SIGNERS), contextOf()),
      [
        ['Chủ tịch HĐND xã', null, 'cell.not-in-list/nearest', 'Khác'],
        ['Chủ tịch Hội LHPN', null, 'cell.not-in-list/nearest', 'Khác'],
        ['Chủ tịch UBMTTQ', null, 'cell.not-in-list/nearest', 'Khác'],
        ['PCT UBND huyện', null, 'cell.not-in-list/nearest', 'Khác'],
      ],
    );
  });

  describe('signatures as they stand under a decision', () => {
    readsAs(
      (typed) => readChoice(typed, choice(SIGNERS), contextOf()),
      [
        ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'chair', 'cell.normalised/understood'],
        ['CT', 'chair', 'cell.normalised/understood'],
        ['PCT', 'for-chair', 'cell.normalised/understood'],
        ['P. Chủ tịch', 'for-chair', 'cell.normalised/understood'],
        ['Q. Chủ tịch', 'chair', 'cell.guessed/synonym'],
        ['Lê Văn Bình - Chủ tịch', 'chair', 'cell.guessed/synonym'],
      ],
    );
  });

  describe('the number that the plan gives a duty', () => {
    readsAs(
      (typed) => readChoice(typed, choice(ACTIVITY_KINDS), contextOf()),
      [
        ['2. Tuyên truyền', 'outreach', 'cell.normalised/understood'],
        ['1) Cập nhật kiến thức', 'training', 'cell.normalised/understood'],
        ['HD', 'guidance', 'cell.normalised/understood'],
        ['Tuyên truyền - hướng dẫn', 'outreach', 'cell.guessed/severalKinds'],
        ['Ra quân', null, 'cell.not-in-list/unknown'],
      ],
    );
  });

  describe('two roles of one person', () => {
    readsAs(
      (typed) => readChoice(typed, choice(ROLES), contextOf()),
      [
        ['Tổ phó kiêm thư ký', 'deputy', 'cell.guessed/synonym'],
        ['Trưởng tổ', 'leader', 'cell.normalised/understood'],
      ],
    );
  });

  describe('words of address', () => {
    readsAs(
      (typed) => readChoice(typed, choice(GENDERS), contextOf()),
      [
        ['ông', 'male', 'cell.guessed/synonym'],
        ['bà', 'female', 'cell.guessed/synonym'],
      ],
    );
  });
});
