/** For what a model is asked. */
export const PREDICT_VIEWS = ['row', 'file'] as const
export type PredictView = (typeof PREDICT_VIEWS)[number]
