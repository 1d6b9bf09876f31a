/** Hears of a workbook's changes, whoever makes them. A page in the background does not listen: browsers share few lines. */

/**
 * @param {string} id
 * @param {() => void} changed called when the workbook is no longer what it was
 * @returns {() => void} ends it
 */
export function watchChanges(id, changed) {
  /** @type {EventSource | null} */
  let source = null;
  let known = '';

  function listen() {
    source = new EventSource(`/_local/changes?${new URLSearchParams({ workbook: id })}`);
    source.addEventListener('version', ({ data }) => {
      const isNew = known !== '' && data !== known;
      known = data;
      if (isNew) changed();
    });
  }

  function follow() {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) listen();
  }

  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    source?.close();
  };
}
