import assert from 'node:assert/strict';
import { readCommune } from '../../../functions/domain/cells/commune.ts';
import { fold } from '../../../functions/domain/text.ts';
import { commune } from '../../../schemas/cells.ts';
import { findUnit, UNITS_2025, unitsWithCommunes } from '../../../schemas/units.ts';
import { contextOf, detailsOf, readsAs } from './reading-table.ts';

describe('communes', () => {
  describe('a blank commune is missing', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('the official name is accepted', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Xã Vĩnh Hòa', '19396'],
        ['Thị trấn Hồ Xá', '19363'],
      ],
    );
  });

  describe('case, spaces, place of the tone, and kind are normalised', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['xã vĩnh hòa', '19396', 'cell.normalised/understood'],
        ['XÃ VĨNH HÒA', '19396', 'cell.normalised/understood'],
        ['Xã\u00a0Vĩnh\u00a0Hòa', '19396', 'cell.normalised/understood'],
        ['Xã  Vĩnh Hòa ', '19396', 'cell.normalised/understood'],
        ['X. Vĩnh Hoà', '19396', 'cell.normalised/understood'],
        ['x.vĩnh hoà', '19396', 'cell.normalised/understood'],
        ['Xã Vĩnh Thuỷ', '19402', 'cell.normalised/understood'],
        ['Xa\u0303 Vi\u0303nh Ho\u0300a', '19396', 'cell.normalised/understood'],
        ['Xã Vĩnh Hòa.', '19396', 'cell.normalised/understood'],
        ['xã Vĩnh Hoà\n', '19396', 'cell.normalised/understood'],
        ['TT.Hồ Xá', '19363', 'cell.normalised/understood'],
        ['TT Hồ Xá', '19363', 'cell.normalised/understood'],
        ['T.T Hồ Xá', '19363', 'cell.normalised/understood'],
        ['TTr. Bến Quan', '19366', 'cell.normalised/understood'],
        ['UBND xã Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['UBND Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['Vĩnh Ô', '19426', 'cell.normalised/understood'],
        ['19396', '19396', 'cell.normalised/understood'],
        [19396, '19396', 'cell.normalised/understood'],
        ['- Xã Vĩnh Hòa', '19396', 'cell.formula-text/bullet'],
      ],
    );
  });

  describe('its own district after the name is allowed', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Hòa, Vĩnh Linh', '19396', 'cell.normalised/understood'],
        ['xã Vĩnh Hòa, huyện Vĩnh Linh', '19396', 'cell.normalised/understood'],
        ['xã Vĩnh Hòa, huyện Vĩnh Linh, tỉnh Quảng Trị', '19396', 'cell.normalised/understood'],
        ['Vĩnh Hòa - Vĩnh Linh', '19396', 'cell.normalised/understood'],
        ['Vĩnh Hòa (Vĩnh Linh)', '19396', 'cell.normalised/understood'],
        ['Xã Vĩnh Hòa huyện Vĩnh Linh', '19396', 'cell.normalised/understood'],
      ],
    );
  });

  describe('a name without marks, or with wrong ones, is taken, and that is said', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['VINH HOA', '19396', 'cell.guessed/noMarks'],
        ['Vinh Hoa', '19396', 'cell.guessed/noMarks'],
        ['Vĩnh Hoa', '19396', 'cell.guessed/noMarks'],
        ['Vỉnh Hòa', '19396', 'cell.guessed/noMarks'],
        ['Vinhhoa', '19396', 'cell.guessed/noMarks'],
        ['Vinh O', '19426', 'cell.guessed/noMarks'],
        ['Cữa Tùng', '19414', 'cell.guessed/noMarks'],
        ['Kim Thach', '19384', 'cell.guessed/noMarks'],
      ],
    );
  });

  describe('the right name with another kind is taken, and that is said', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Phường Vĩnh Hòa', '19396', 'cell.guessed/otherKind'],
        ['xã Hồ Xá', '19363', 'cell.guessed/otherKind'],
        ['Thị trấn Vĩnh Hòa', '19396', 'cell.guessed/otherKind'],
      ],
    );
  });

  describe('a former commune is refused with its successor', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Nam', null, 'team.commune-unknown/former', 'Xã Trung Nam'],
        ['Vĩnh Kim', null, 'team.commune-unknown/former', 'Xã Kim Thạch'],
        ['xã Vĩnh Hiền', null, 'team.commune-unknown/former', 'Xã Hiền Thành'],
        ['vinh tan', null, 'team.commune-unknown/former', 'Thị trấn Cửa Tùng'],
      ],
    );
  });

  describe('a commune of another district is refused', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Gio Linh', null, 'team.commune-unknown/otherDistrict'],
        ['Cam Lộ', null, 'team.commune-unknown/otherDistrict'],
        ['Hải Lệ', null, 'team.commune-unknown/otherDistrict'],
        ['Xã Trung Sơn', null, 'team.commune-unknown/otherDistrict'],
        ['A Dơi', null, 'team.commune-unknown/otherDistrict'],
        ['Phường 1', null, 'team.commune-unknown/otherDistrict'],
        [1, null, 'team.commune-unknown/otherDistrict'],
        [19603, null, 'team.commune-unknown/otherDistrict'],
      ],
    );
  });

  describe('the name of a district is refused', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Linh', null, 'team.commune-unknown/districtName'],
        ['Huyện Vĩnh Linh', null, 'team.commune-unknown/districtName'],
        ['Huyện Gio Linh', null, 'team.commune-unknown/districtName'],
        ['Triệu Phong', null, 'team.commune-unknown/districtName'],
        ['Đông Hà', null, 'team.commune-unknown/districtName'],
      ],
    );
  });

  describe('a name that is only near is refused and asked', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Hòaa', null, 'team.commune-unknown/nearest', 'Xã Vĩnh Hòa'],
        ['Vĩnh Hoà 1', null, 'team.commune-unknown/nearest', 'Xã Vĩnh Hòa'],
        ['Bến Quang', null, 'team.commune-unknown/nearest', 'Thị trấn Bến Quan'],
        ['Thôn Cổ Mỹ, xã Vĩnh Giang', null, 'team.commune-unknown/nearest', 'Xã Vĩnh Giang'],
      ],
    );
  });

  describe('an unknown name is refused', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['xyz', null, 'team.commune-unknown/unknown'],
        ['Xã Tân Kỳ Lạ', null, 'team.commune-unknown/unknown'],
        ['Vĩnh Hoà xã', null, 'team.commune-unknown/unknown'],
        [99999, null, 'team.commune-unknown/unknown'],
        [true, null, 'team.commune-unknown/unknown'],
      ],
    );
  });

  describe('several communes are refused', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Hòa, Vĩnh Hà', null, 'cell.several-values/communes'],
        ['Vĩnh Hòa; Vĩnh Lâm; Vĩnh Hà', null, 'cell.several-values/communes'],
        ['Vĩnh Hòa và Vĩnh Hà', null, 'cell.several-values/communes'],
        ['Vĩnh Hòa/Vĩnh Hà', null, 'cell.several-values/communes'],
        ['Vĩnh Hòa\nVĩnh Hà', null, 'cell.several-values/communes'],
      ],
    );
  });

  describe('ditto marks are refused', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['nt', null, 'team.commune-unknown/ditto'],
        ['NT', null, 'team.commune-unknown/ditto'],
        ['n.t', null, 'team.commune-unknown/ditto'],
        ['-nt-', null, 'team.commune-unknown/ditto'],
        ['như trên', null, 'team.commune-unknown/ditto'],
        ['"', null, 'team.commune-unknown/ditto'],
        ['//', null, 'team.commune-unknown/ditto'],
        ['″', null, 'team.commune-unknown/ditto'],
        ['-', null, 'team.commune-unknown/ditto'],
      ],
    );
  });

  describe('old encodings are refused with the commune', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Hå X¸', null, 'cell.legacy-encoding/tcvn3', 'Thị trấn Hồ Xá'],
        ['Xaõ Vónh Hoøa', null, 'cell.legacy-encoding/vni', 'Xã Vĩnh Hòa'],
        ['Hoof Xas', null, 'cell.legacy-encoding/telex', 'Thị trấn Hồ Xá'],
        ['Vinhx Hoaf', null, 'cell.legacy-encoding/telex', 'Xã Vĩnh Hòa'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=A1', null, 'cell.formula-text/formula'],
      ],
    );
  });

  describe('Đông Hà: wards are numbers', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:461')),
      [
        [1, '19333', 'cell.normalised/understood'],
        ['1', '19333', 'cell.normalised/understood'],
        ['Phường 1', '19333'],
        ['Phường 01', '19333', 'cell.normalised/understood'],
        ['phường 1', '19333', 'cell.normalised/understood'],
        ['P1', '19333', 'cell.normalised/understood'],
        ['P.1', '19333', 'cell.normalised/understood'],
        ['P 1', '19333', 'cell.normalised/understood'],
        ['Phường 1 Đông Hà', '19333', 'cell.normalised/understood'],
        ['Phường 1, TP Đông Hà', '19333', 'cell.normalised/understood'],
        ['Đông Giang', '19330', 'cell.normalised/understood'],
        ['Phường 1, Thị xã Quảng Trị', null, 'team.commune-unknown/otherDistrict'],
        ['Đông Hà', null, 'team.commune-unknown/districtName'],
        ['TP Đông Hà', null, 'team.commune-unknown/districtName'],
        [9, null, 'team.commune-unknown/unknown'],
      ],
    );
  });

  describe('thị xã Quảng Trị: the province has the same name', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:462')),
      [
        ['Phường 1', '19357'],
        ['Hải Lệ', '19705', 'cell.normalised/understood'],
        ['Phường 1, TX Quảng Trị', '19357', 'cell.normalised/understood'],
        ['Quảng Trị', null, 'team.commune-unknown/districtName'],
      ],
    );
  });

  describe('Hướng Hóa: short names', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:465')),
      [
        ['Xy', '19492', 'cell.normalised/understood'],
        ['Xã Thanh', '19480'],
        ['Thuận', '19471', 'cell.normalised/understood'],
        ['Lia', '19489', 'cell.guessed/noMarks'],
        ['Xã  A Dơi', '19483', 'cell.normalised/understood'],
        ['A Túc', null, 'team.commune-unknown/former', 'Xã Lìa'],
        ['Hướng Hoá', null, 'team.commune-unknown/districtName'],
      ],
    );
  });

  describe('Gio Linh: a district and its town have one name, and a commune was divided', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:466')),
      [
        ['Gio Linh', '19495', 'cell.normalised/understood'],
        ['TT Gio Linh', '19495', 'cell.normalised/understood'],
        ['Xã Gio Linh', '19495', 'cell.guessed/otherKind'],
        ['Huyện Gio Linh', null, 'team.commune-unknown/districtName'],
        ['Gio Thành', null, 'team.commune-unknown/formerDivided'],
        ['Gio Bình', null, 'team.commune-unknown/former', 'Xã Phong Bình'],
        ['Gio Hà', null, 'team.commune-unknown/nearest', 'Xã Gio Hải'],
      ],
    );
  });

  describe('Đa Krông: local spellings', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:467')),
      [
        ['Đakrông', '19564', 'cell.normalised/understood'],
        ['Đa Krông', '19564', 'cell.normalised/understood'],
        ['ĐaKrông', '19564', 'cell.normalised/understood'],
        ['Dakrong', '19564', 'cell.normalised/understood'],
        ['Ðakrông', '19564', 'cell.normalised/understood'],
        ['Xã Đakrông', '19564', 'cell.normalised/understood'],
        ['Đắk Rông', '19564', 'cell.guessed/noMarks'],
        ['Mò Ó', '19558', 'cell.normalised/understood'],
        ['Krong Klang', '19555', 'cell.guessed/noMarks'],
        ['Hải Phúc', null, 'team.commune-unknown/former', 'Xã Ba Lòng'],
      ],
    );
  });

  describe('Cam Lộ: a former commune is a living one without its mark', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:468')),
      [
        ['Cam Thành', '19612', 'cell.normalised/understood'],
        ['cam thành', '19612', 'cell.normalised/understood'],
        ['Cam Thanh', null, 'team.commune-unknown/formerOrLiving'],
        ['CAM THANH', null, 'team.commune-unknown/formerOrLiving'],
        ['xã Cam Thanh', null, 'team.commune-unknown/formerOrLiving'],
        ['Cam An', null, 'team.commune-unknown/former', 'Xã Thanh An'],
        ['Cam Lộ', '19597', 'cell.normalised/understood'],
      ],
    );
  });

  describe('Triệu Phong: many names one letter apart', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:469')),
      [
        ['Triệu Độc', null, 'team.commune-unknown/nearest', 'Xã Triệu Độ'],
        ['Triệu Ai', '19669', 'cell.guessed/noMarks'],
        ['TriÖu §¹i', null, 'cell.legacy-encoding/tcvn3', 'Xã Triệu Đại'],
        ['Trieäu Ñaïi', null, 'cell.legacy-encoding/vni', 'Xã Triệu Đại'],
        ['Trieeuj DDaij', null, 'cell.legacy-encoding/telex', 'Xã Triệu Đại'],
        ['Xã TriÖu §¹i', null, 'cell.legacy-encoding/tcvn3', 'Xã Triệu Đại'],
        ['Triệu Đông', null, 'team.commune-unknown/former', 'Xã Triệu Thành'],
        ['Triệu Phong', null, 'team.commune-unknown/districtName'],
      ],
    );
  });

  describe('Hải Lăng: the former town has the name of the district', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:470')),
      [
        ['Hải Lăng', null, 'team.commune-unknown/districtName'],
        ['Thị trấn Hải Lăng', null, 'team.commune-unknown/former', 'Thị trấn Diên Sanh'],
        ['Hải Lăng (thị trấn)', null, 'team.commune-unknown/former', 'Thị trấn Diên Sanh'],
        ['Hải Thọ', null, 'team.commune-unknown/former', 'Thị trấn Diên Sanh'],
        ['Hải Quê', '19696', 'cell.guessed/noMarks'],
      ],
    );
  });

  describe('numbers of a list, codes, offices and teams around the name', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['1. Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['1) Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['01 Xã Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['19396 - Xã Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['Vĩnh Hòa (19396)', '19396', 'cell.normalised/understood'],
        ['19402 - Xã Vĩnh Hòa', null, 'cell.several-values/communes'],
        ['Tổ CNSCĐ xã Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['Đảng ủy xã Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['Ủy ban nhân dân xã Vĩnh Hòa', '19396', 'cell.normalised/understood'],
        ['• Vĩnh Hòa', '19396', 'cell.formula-text/bullet'],
        ['xã Vĩnh Hòa, Vĩnh Linh, QT', '19396', 'cell.normalised/understood'],
      ],
    );
  });

  describe('words run together keep their marks', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['TTHồ Xá', '19363', 'cell.normalised/understood'],
        ['XãVĩnh Chấp', '19375', 'cell.normalised/understood'],
        ['VĩnhChấp', '19375', 'cell.normalised/understood'],
        ['xã VĩnhChấp', '19375', 'cell.normalised/understood'],
      ],
    );
  });

  describe('an abbreviated name is asked', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['V. Chấp', null, 'team.commune-unknown/nearest', 'Xã Vĩnh Chấp'],
        ['xã V.Chấp', null, 'team.commune-unknown/nearest', 'Xã Vĩnh Chấp'],
        ['thôn Cổ Mỹ xã Vĩnh Giang', null, 'team.commune-unknown/nearest', 'Xã Vĩnh Giang'],
      ],
    );
  });

  describe('a name that says itself that it is a former one', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf()),
      [
        ['Vĩnh Nam (cũ)', null, 'team.commune-unknown/former', 'Xã Trung Nam'],
        ['xã Vĩnh Nam cũ', null, 'team.commune-unknown/former', 'Xã Trung Nam'],
        ['Trung Nam (Vĩnh Nam cũ)', '19378', 'cell.guessed/noMarks'],
        ['Vĩnh Nam (nay là Trung Nam)', '19378', 'cell.guessed/noMarks'],
        ['Vĩnh Hòa (Vĩnh Nam cũ)', null, 'cell.several-values/communes'],
      ],
    );
  });

  describe('wards: numbers in figures and in words', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:461')),
      [
        ['phường số 1', '19333', 'cell.normalised/understood'],
        ['Phường Một', '19333', 'cell.normalised/understood'],
        ['Phường II', '19342', 'cell.normalised/understood'],
        ['P.I', '19333', 'cell.normalised/understood'],
        ['UBND P.1', '19333', 'cell.normalised/understood'],
        ['Đ. Giang', null, 'team.commune-unknown/nearest', 'Phường Đông Giang'],
        ['Phường 1, 2', null, 'cell.several-values/communes'],
        ['Phường 6', null, 'team.commune-unknown/unknown'],
      ],
    );
  });

  describe('thị xã Quảng Trị by its initials', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:462')),
      [
        ['Phường 1 TXQT', '19357', 'cell.normalised/understood'],
        ['xã hải lệ, tx quảng trị', '19705', 'cell.normalised/understood'],
        ['Tx Quảng Trị', null, 'team.commune-unknown/districtName'],
        ['Phường 4', null, 'team.commune-unknown/otherDistrict'],
      ],
    );
  });

  describe('Hướng Hóa: former names and abbreviations', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:465')),
      [
        ['H. Lập', null, 'team.commune-unknown/nearest', 'Xã Hướng Lập'],
        ['xã Lìa (A Xing, A Túc cũ)', '19489', 'cell.guessed/noMarks'],
        ['Axing', null, 'team.commune-unknown/former', 'Xã Lìa'],
        ['A-Dơi', '19483', 'cell.normalised/understood'],
        ['Húc Nghì', null, 'team.commune-unknown/otherDistrict'],
      ],
    );
  });

  describe('Cam Lộ: said to be the former one', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:468')),
      [
        ['xã Cam Thanh (cũ)', null, 'team.commune-unknown/former', 'Xã Thanh An'],
        ['Cam Thanh (nay là Thanh An)', '19603', 'cell.guessed/noMarks'],
      ],
    );
  });

  describe('Đa Krông: glued names', () => {
    readsAs(
      (typed) => readCommune(typed, commune(), contextOf('2022:467')),
      [
        ['KrôngKlang', '19555', 'cell.normalised/understood'],
        ['Krông K Lang', '19555', 'cell.normalised/understood'],
        ['MòÓ', '19558', 'cell.normalised/understood'],
        ['Avao', '19585', 'cell.normalised/understood'],
        ['Pa Nang', null, 'team.commune-unknown/nearest', 'Xã Ba Nang'],
      ],
    );
  });

  describe('what the sentences of communes say', () => {
    const said = (typed: string, unit?: string) => detailsOf(readCommune(typed, commune(), contextOf(unit)));

    it('names what became of a divided commune', () => {
      assert.deepEqual(said('Gio Thành', '2022:466'), {
        former: 'Xã Gio Thành',
        successors: 'xã Gio Hải và xã Gio Mai',
      });
    });

    it('names both communes that a name may mean', () => {
      assert.deepEqual(said('Cam Thanh', '2022:468'), {
        living: 'xã Cam Thành',
        former: 'Cam Thanh',
        successor: 'xã Thanh An',
      });
    });

    it('names every district that has the commune', () => {
      assert.deepEqual(said('Phường 1'), {
        understood: 'Phường 1',
        district: 'thành phố Đông Hà, thị xã Quảng Trị',
        unit: 'huyện Vĩnh Linh',
      });
    });

    it('suggests at most three names, the nearest first', () => {
      assert.deepEqual(said('Triệu Độc', '2022:469'), {
        unit: 'huyện Triệu Phong',
        candidates: 'Triệu Độ, Triệu Đại, Triệu Hòa',
      });
    });
  });

  describe('every commune of 2022', () => {
    for (const unit of unitsWithCommunes()) {
      it(`is read in ${unit.fullName} by its name, with or without marks, unless that is another's`, () => {
        for (const { code, fullName, name } of unit.communes) {
          const read = (typed: string) => readCommune(typed, commune(), contextOf(unit.id)).value;
          assert.equal(read(fullName), code);
          assert.equal(read(fullName.normalize('NFD')), code);
          assert.equal(read(name), code);
          assert.equal(read(code), code);
          if (fullName !== 'Xã Cam Thành') assert.equal(read(fold(fullName)), code);
        }
      });
    }

    it('is not taken for its own by another district', () => {
      const [dongHa, vinhLinh] = ['2022:461', '2022:464'];
      for (const { code } of findUnit(dongHa)?.communes ?? []) {
        assert.equal(readCommune(code, commune(), contextOf(vinhLinh)).value, null);
      }
    });
  });

  describe('a commune that reports for itself since 2025', () => {
    it('is read in its own workbook', () => {
      const [unit] = UNITS_2025;
      assert.ok(unit);
      assert.equal(readCommune(unit.fullName, commune(), contextOf(unit.id)).value, unit.code);
    });
  });
});
