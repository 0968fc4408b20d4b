/** Nobody works on this quarter yet: begin, by the figures known on a day. */
export const BeginForm = ({ begin }: { begin: (asOf: string) => Promise<void> }) => (
  <form
    className="entry"
    aria-label="Begin this review"
    onSubmit={(event) => {
      event.preventDefault()
      void begin(String(new FormData(event.currentTarget).get('asOf') ?? '').trim())
    }}
  >
    <p>Nobody is working on a review of this quarter. Open actions of the last one come along.</p>
    <div className="field">
      <label htmlFor="as-of">As known on (a day as 2026-09-30; empty for today)</label>
      <input id="as-of" name="asOf" type="text" autoComplete="off" />
    </div>
    <button type="submit">Begin a draft</button>
  </form>
)
