// Which rows of a long list are asked for. The core sends some at once; before and after them stands as much room as
// the others would take, so that the list is as long as it is.

/** What is shown of a list, and where. Lengths are in pixels, from the upper edge of what can be seen. */
export interface Seen {
  /** Where the first row that is there begins. */
  top: number;
  /** How high what can be seen is. */
  height: number;
  /** How high one row is, on average. */
  row: number;
}

/** The rows that are there. */
export interface Rows {
  /** The place of the first, from 0. */
  from: number;
  /** How many are there. */
  count: number;
  /** How many match in all. */
  matching: number;
  /** How many come at once. */
  step: number;
}

/** How many rows beyond the edge are to be there before they are seen. */
const AHEAD = 6;

/** The first row to ask for; none when what is there is enough. */
export function windowFor(seen: Seen, rows: Rows): number | null {
  const first = rows.from - seen.top / seen.row;
  const last = first + seen.height / seen.row;
  // On a very high screen all that comes at once is seen.
  const ahead = Math.max(0, Math.min(AHEAD, (rows.step - (last - first)) / 2 - 1));
  const enough =
    (rows.from === 0 || first - ahead >= rows.from) &&
    (rows.from + rows.count >= rows.matching || last + ahead <= rows.from + rows.count);
  if (enough) return null;
  const from = around((first + last) / 2, rows);
  return from === rows.from ? null : from;
}

/** The first row of a window with this row in its middle. */
export function around(row: number, rows: Rows): number {
  const from = Math.round(row - rows.step / 2);
  return Math.max(0, Math.min(from, rows.matching - rows.step));
}
