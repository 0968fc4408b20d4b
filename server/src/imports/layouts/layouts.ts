/** All layouts that a file can have; the first that recognises it reads it. */
import { homeOfficeOpenData } from './home-office/open-data.ts'
import { homeOfficeSummaryTables } from './home-office/summary-tables.ts'
import { mpsBoroughCrime } from './met/borough-crime.ts'
import { policeForceStrength } from './met/force-strength.ts'
import { mpsWardOfficers } from './met/ward-officers.ts'
import { mpsWorkforceReport } from './met/workforce-report.ts'
import { musterTemplate } from './muster/template.ts'
import { onsPopulation } from './ons/population.ts'
import type { Layout } from './reading/layout.ts'

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
