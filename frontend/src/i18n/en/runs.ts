import { counter } from '../plural'

const count = counter('en')
const trainings = (number: number) => count(number, { one: 'training', other: 'trainings' })

export const runs = {
  title: 'Training',
  model: 'Model',
  dataset: 'Dataset',
  score: 'Score',
  interval: (level: string) => `${level} interval`,
  intervalShort: 'Interval',
  cost: 'Cost',
  duration: 'Time',
  readingOlder: (number: number) => `Older trainings are still being read: ${trainings(number)} so far.`,
  newestOnly: (number: number) =>
    `Made of the newest ${trainings(number)} alone: older ones could not be read.`,
  predicts: (target: string) => `predicts ${target}`,
  noBaseline: 'none',
  better: (by: string) => `${by} better than the baseline`,
  worse: (by: string) => `${by} worse than the baseline`,
  same: 'no better than the baseline',
  usedLight: 'Light training only:',
  models: {
    baseline: 'Baseline',
    linear: 'Linear regression',
    ridge: 'Ridge regression',
    logistic: 'Logistic regression',
    auto: 'Automatic search',
    elastic_net: 'Elastic net',
    decision_tree: 'Decision tree',
    random_forest: 'Random forest',
    gradient_boosting: 'Gradient boosting',
    knn: 'Nearest neighbours',
    svm: 'Support vector machine',
    naive_bayes: 'Naive Bayes',
  } as Record<string, string>,
  metrics: {
    accuracy: 'Accuracy',
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    log_loss: 'Log loss',
    roc_auc: 'ROC AUC',
    r2: 'R²',
    mse: 'MSE',
    rmse: 'RMSE',
    mae: 'MAE',
  } as Record<string, string>,
}
