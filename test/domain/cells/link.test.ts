import { readLink } from '../../../functions/domain/cells/link.ts';
import { link } from '../../../schemas/cells.ts';
import { contextOf, readsAs } from './reading-table.ts';

describe('links', () => {
  describe('a blank link is missing', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        [null, null],
        ['', null],
        [' ', null],
        ['\u00a0\u200b', null],
      ],
    );
  });

  describe('a web address is accepted', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        ['https://facebook.com/abc', 'https://facebook.com/abc'],
        ['http://quangtri.gov.vn', 'http://quangtri.gov.vn'],
        ['https://drive.google.com/drive/u/0/x?y=1', 'https://drive.google.com/drive/u/0/x?y=1'],
        ['https://vinhlinh.quangtri.gov.vn/tin-tức', 'https://vinhlinh.quangtri.gov.vn/tin-tức'],
        ['HTTPS://A.VN', 'HTTPS://A.VN'],
      ],
    );
  });

  describe('several addresses are kept as typed', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        ['https://a.vn\nhttps://b.vn', 'https://a.vn\nhttps://b.vn'],
        ['https://a.vn, https://b.vn', 'https://a.vn, https://b.vn'],
      ],
    );
  });

  describe('an address without its beginning gets it', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        ['www.facebook.com/abc', 'https://www.facebook.com/abc', 'cell.normalised/understood'],
        ['facebook.com/abc', 'https://facebook.com/abc', 'cell.normalised/understood'],
        [' https://a.vn ', 'https://a.vn', 'cell.normalised/understood'],
      ],
    );
  });

  describe('what is no address is kept, and that is said', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        ['ảnh 1.jpg', 'ảnh 1.jpg', 'activity.evidence-link/notAWebAddress'],
        ['có ảnh', 'có ảnh', 'activity.evidence-link/notAWebAddress'],
        ['https://', 'https://', 'activity.evidence-link/notAWebAddress'],
        ['https://localhost', 'https://localhost', 'activity.evidence-link/notAWebAddress'],
        ['htp://x.vn', 'htp://x.vn', 'activity.evidence-link/notAWebAddress'],
        ['javascript:alert(1)', 'javascript:alert(1)', 'activity.evidence-link/notAWebAddress'],
        [5, '5', 'activity.evidence-link/notAWebAddress'],
        [true, 'TRUE', 'activity.evidence-link/notAWebAddress'],
      ],
    );
  });

  describe('words for nothing leave the cell blank', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        ['không có', null, 'cell.normalised/blank'],
        ['-', null, 'cell.normalised/blank'],
      ],
    );
  });

  describe('what no cell may hold', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [
        ['#N/A', null, 'cell.formula-error/error'],
        ['=HYPERLINK("https://a.vn")', null, 'cell.formula-text/formula'],
        [`https://a.vn/${'x'.repeat(2000)}`, null, 'cell.too-long/tooLong'],
      ],
    );
  });

  describe('a point at the end is no part of it', () => {
    readsAs(
      (typed) => readLink(typed, link(), contextOf()),
      [['https://a.vn.', 'https://a.vn', 'cell.normalised/understood']],
    );
  });
});
