/**
 * Where a platform's attendances come from. `own`: its events tell them. `numbered`: each episode of a conversation is one,
 * `conversation#1` the first. `chat`: the same, but the first has the conversation's own id, as a chat usually has one episode.
 * `none`: nobody tells any and no rows follow; the numbers of the board count its conversations' episodes all the same.
 */
export type AttendanceSource = 'own' | 'numbered' | 'chat' | 'none';
