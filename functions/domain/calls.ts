/** What a run costs, added up. */
export interface CallCounts {
  readonly sheetsReads: number;
  readonly sheetsWrites: number;
  readonly cellsWritten: number;
  readonly documentsRead: number;
  readonly documentsWritten: number;
}

export const NO_CALLS: CallCounts = {
  sheetsReads: 0,
  sheetsWrites: 0,
  cellsWritten: 0,
  documentsRead: 0,
  documentsWritten: 0,
};

export function addCalls(one: CallCounts, other: CallCounts): CallCounts {
  return {
    sheetsReads: one.sheetsReads + other.sheetsReads,
    sheetsWrites: one.sheetsWrites + other.sheetsWrites,
    cellsWritten: one.cellsWritten + other.cellsWritten,
    documentsRead: one.documentsRead + other.documentsRead,
    documentsWritten: one.documentsWritten + other.documentsWritten,
  };
}
