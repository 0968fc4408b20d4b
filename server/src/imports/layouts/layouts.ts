/** All layouts that a file can have; the first that recognises it reads it. */
import { homeOfficeOpenData } from './home-office/home-office-open-data.ts'
import { homeOfficeSummaryTables } from './home-office/home-office-summary-tables.ts'
import type { Layout } from './layout.ts'
import { mpsBoroughCrime } from './met/mps-borough-crime.ts'
import { mpsWardOfficers } from './met/mps-ward-officers.ts'
import { mpsWorkforceReport } from './met/mps-workforce-report.ts'
import { policeForceStrength } from './met/police-force-strength.ts'
import { musterTemplate } from './muster/muster-template.ts'
import { onsPopulation } from './ons/ons-population.ts'

export const LAYOUTS: readonly Layout[] = [
  musterTemplate,
  policeForceStrength,
  homeOfficeOpenData,
  homeOfficeSummaryTables,
  mpsBoroughCrime,
  onsPopulation,
  mpsWardOfficers,
  mpsWorkforceReport,
]
