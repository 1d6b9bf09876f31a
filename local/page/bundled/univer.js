/** Univer, put together from its free packages: a sheet's own parts, without its menus. https://docs.univer.ai */
import { Disposable, LocaleType, merge, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import sheetWords from '@univerjs/preset-sheets-core/locales/vi-VN';
import validationWords from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { defaultTheme } from '@univerjs/themes';
import { ThemeSwitcherService, UniverUIPlugin } from '@univerjs/ui';
import '@univerjs/sheets/facade';
import '@univerjs/ui/facade';
import '@univerjs/sheets-ui/facade';

/** Buttons, tabs and menus are the page's own: what Univer's would do beyond typing could not be kept. */
const BARE = { header: false, toolbar: false, footer: false, contextMenu: false };

/** The theme's colours as properties of the root: the page's policy refuses the style element that Univer would make. */
class ThemeAsProperties extends Disposable {
  /** @param {object} theme colours, nested: `primary.600` becomes `--univer-primary-600` */
  injectThemeToHead(theme, path = '--univer') {
    for (const [name, value] of Object.entries(theme)) {
      if (typeof value === 'object' && value !== null) this.injectThemeToHead(value, `${path}-${name}`);
      else document.documentElement.style.setProperty(`${path}-${name}`, String(value));
    }
  }
}

/**
 * @param {HTMLElement} container
 * @param {boolean} isDark
 */
export function makeUniver(container, isDark) {
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: merge({}, sheetWords, validationWords) },
    theme: defaultTheme,
    darkMode: isDark,
  });
  // Number formats are left out: the server reads what is typed, and the cells show what it answers.
  univer.registerPlugins([
    [UniverDocsPlugin],
    [UniverRenderEnginePlugin],
    [UniverUIPlugin, { container, ...BARE, override: [[ThemeSwitcherService, { useClass: ThemeAsProperties }]] }],
    [UniverDocsUIPlugin],
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    [UniverSheetsUIPlugin, { formulaBar: true, footer: false }],
    // The box that a cell's text is typed into comes with the formulas, which themselves are the server's.
    [UniverSheetsFormulaPlugin],
    [UniverSheetsFormulaUIPlugin],
    [UniverDataValidationPlugin],
    [UniverSheetsDataValidationPlugin],
    [UniverSheetsDataValidationUIPlugin, { showEditOnDropdown: false, showSearchOnDropdown: false }],
  ]);
  return { univer, api: FUniver.newAPI(univer) };
}
