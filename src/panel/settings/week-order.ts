/** Weekdays as people read a week, Monday first; 0 is Sunday. */
export const weekOrder: readonly number[] = [1, 2, 3, 4, 5, 6, 0];
