import { analysis } from './en/analysis'
import { app } from './en/app'
import { artifacts } from './en/artifacts'
import { auth } from './en/auth'
import { charts } from './en/charts'
import { compare } from './en/compare'
import { connection } from './en/connection'
import { dataset } from './en/dataset'
import { datasets } from './en/datasets'
import { errors } from './en/errors'
import { home } from './en/home'
import { info } from './en/info'
import { jobs } from './en/jobs'
import { leaderboard } from './en/leaderboard'
import { metrics } from './en/metrics'
import { newTraining } from './en/newTraining'
import { overview } from './en/overview'
import { palette } from './en/palette'
import { predict } from './en/predict'
import { run } from './en/run'
import { runs } from './en/runs'
import { runsTable } from './en/runsTable'
import { settings } from './en/settings'
import { table } from './en/table'
import { ui } from './en/ui'
import { upload } from './en/upload'

/** Every text of the page, one file per area. The type of this object is what the other languages must have. */
export const en = {
  analysis,
  app,
  artifacts,
  auth,
  charts,
  compare,
  connection,
  dataset,
  datasets,
  errors,
  home,
  info,
  jobs,
  leaderboard,
  metrics,
  newTraining,
  overview,
  palette,
  predict,
  run,
  runs,
  runsTable,
  settings,
  table,
  ui,
  upload,
}

export type Messages = typeof en
