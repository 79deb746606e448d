import type { Messages } from './en'
import { analysis } from './ru/analysis'
import { app } from './ru/app'
import { artifacts } from './ru/artifacts'
import { auth } from './ru/auth'
import { charts } from './ru/charts'
import { compare } from './ru/compare'
import { connection } from './ru/connection'
import { dataset } from './ru/dataset'
import { datasets } from './ru/datasets'
import { errors } from './ru/errors'
import { home } from './ru/home'
import { info } from './ru/info'
import { jobs } from './ru/jobs'
import { leaderboard } from './ru/leaderboard'
import { metrics } from './ru/metrics'
import { newTraining } from './ru/newTraining'
import { overview } from './ru/overview'
import { palette } from './ru/palette'
import { predict } from './ru/predict'
import { run } from './ru/run'
import { runs } from './ru/runs'
import { runsTable } from './ru/runsTable'
import { settings } from './ru/settings'
import { table } from './ru/table'
import { ui } from './ru/ui'
import { upload } from './ru/upload'

export const ru: Messages = {
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
