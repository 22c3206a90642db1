/** What the invented posts of the fixtures say: the same two in every export. */
export const LATE = 'The ferry was late, again.\nNobody told us "why".';
export const FAIR = 'At last a fair timetable 🚢';
/** Ids of 64 bits, as X gives them. */
export const ID_LATE = '1983214266412530429';
export const ID_FAIR = '1983109844336882354';

export const lena = { handle: 'lena', name: 'Lena Brandt' };
export const tomas = { handle: 'tomas', name: 'Tomas' };

/** When, and by whom, in most exports. */
export const first = { text: LATE, publishedAt: '2026-03-01T18:30:00Z' };
export const second = { text: FAIR, publishedAt: '2026-03-01T19:00:00Z' };
