/** Where the guide's page takes the open months' dates. An element, because comments may not survive HtmlService. */
export const DEADLINES_PLACE = '<li hidden></li>';
