/** For what a model is asked. */
export const PREDICT_VIEWS = ['row', 'file', 'dataset'] as const
export type PredictView = (typeof PREDICT_VIEWS)[number]
