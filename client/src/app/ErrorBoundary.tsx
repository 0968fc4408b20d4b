import { Component, type ReactNode } from 'react'

/** A fault in one page must not take the whole site with it; React has no hook for this. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="column">
        <main id="main" tabIndex={-1}>
          <h1>This page could not be shown</h1>
          <p>
            Something went wrong while it was drawn; the figures themselves are safe.{' '}
            <a href="/" target="_self">
              Go to the first page
            </a>
            .
          </p>
        </main>
      </div>
    )
  }
}
