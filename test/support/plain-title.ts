/** A column's title; the journal's first one says the highest number, too: `# 12`. */
export const plainTitle = (title: string): string => title.replace(/^# \d+$/, '#');
