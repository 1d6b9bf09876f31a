/**
 * Menus, sidebars and pages: what a script shows is collected, and whoever ran it draws it.
 * https://developers.google.com/apps-script/reference/base/ui
 */
import type { ScriptHtmlService, ScriptMenu, ScriptPage, ScriptUi } from '../../apps-script/google.ts';

export interface MenuItem {
  readonly caption: string;
  /** The function of the script that it runs; null for a line between items. */
  readonly run: string | null;
}

export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export interface Sidebar {
  readonly title: string;
  readonly html: string;
}

interface Page extends ScriptPage {
  readonly titled: string;
}

function makePage(html: string, titled = ''): Page {
  const page = {
    titled,
    getContent: () => html,
    setTitle(text: string) {
      page.titled = text;
      return page;
    },
  };
  return page;
}

/** `files` are the script's own, by name. */
export function makeHtmlService(files: ReadonlyMap<string, string>): ScriptHtmlService<Page> {
  return {
    createHtmlOutput: (html) => makePage(html),
    createHtmlOutputFromFile: (name) => {
      const html = files.get(`${name}.html`);
      if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return makePage(html);
    },
  };
}

function makeMenu(title: string, add: (menu: Menu) => void): ScriptMenu {
  const items: MenuItem[] = [];
  const menu: ScriptMenu = {
    addItem: (caption, run) => {
      items.push({ caption, run });
      return menu;
    },
    addSeparator: () => {
      items.push({ caption: '', run: null });
      return menu;
    },
    addToUi: () => add({ title, items }),
  };
  return menu;
}

export function makeUi(shown: { menu: (menu: Menu) => void; sidebar: (sidebar: Sidebar) => void }): ScriptUi<Page> {
  return {
    createMenu: (title) => makeMenu(title, shown.menu),
    showSidebar: (page) => shown.sidebar({ title: page.titled, html: page.getContent() }),
  };
}
