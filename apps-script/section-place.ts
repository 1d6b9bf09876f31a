/** Where the built sidebar takes the section that it opens at. */
export const SECTION_PLACE = '%%SECTION%%';
