import './Breadcrumb.css'

export type Crumb = { name: string; href: string }

export const Breadcrumb = ({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) => (
  <nav className="breadcrumb" aria-label="Breadcrumb">
    <ol>
      {[HOME, ...crumbs].map(({ name, href }) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)

const HOME: Crumb = { name: 'Home', href: '/' }
