//! Rows ordered by the probability of a class: areas and curves.

use super::types::CurvePoint;

/// Most points of a curve.
const MAX_POINTS: usize = 100;

/// Rows in descending order of the probability of one class.
#[derive(Clone, Debug)]
pub(super) struct Ranking {
    /// Row and whether it belongs to the class.
    rows: Vec<(u32, bool)>,
    /// The probability, in the same order.
    probabilities: Vec<f64>,
}

/// Rows above a threshold.
#[derive(Clone, Copy, Debug)]
struct Step {
    threshold: f64,
    positives: u64,
    negatives: u64,
}

impl Ranking {
    pub(super) fn of_class(
        class: usize,
        truth: &[usize],
        probabilities: &[f64],
        classes: usize,
    ) -> Self {
        let probability = |row: u32| probabilities[row as usize * classes + class];
        let mut order: Vec<u32> = (0..truth.len() as u32).collect();
        order.sort_by(|&a, &b| probability(b).total_cmp(&probability(a)));
        Self {
            probabilities: order.iter().map(|&row| probability(row)).collect(),
            rows: order
                .into_iter()
                .map(|row| (row, truth[row as usize] == class))
                .collect(),
        }
    }

    /// Area under the ROC curve when row `i` counts `weights[i]` times; rows of equal probability count
    /// half. `None` without rows of both kinds.
    pub(super) fn area(&self, weights: &[u32]) -> Option<f64> {
        let (mut positives, mut negatives) = (0_u64, 0_u64);
        // Twice the number of (positive, negative) pairs in the right order.
        let mut ordered = 0_u128;
        let (mut tied_positives, mut tied_negatives) = (0_u64, 0_u64);
        for (index, &(row, positive)) in self.rows.iter().enumerate() {
            let weight = u64::from(weights[row as usize]);
            if positive {
                tied_positives += weight;
            } else {
                tied_negatives += weight;
            }
            let tie_goes_on = self.probabilities.get(index + 1) == Some(&self.probabilities[index]);
            if !tie_goes_on {
                ordered += u128::from(tied_negatives) * u128::from(2 * positives + tied_positives);
                positives += tied_positives;
                negatives += tied_negatives;
                (tied_positives, tied_negatives) = (0, 0);
            }
        }
        let pairs = u128::from(positives) * u128::from(negatives);
        (pairs > 0).then(|| ordered as f64 / (2 * pairs) as f64)
    }

    /// One step per distinct probability.
    fn steps(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        let (mut positives, mut negatives) = (0, 0);
        for (&(_, positive), &threshold) in self.rows.iter().zip(&self.probabilities) {
            positives += u64::from(positive);
            negatives += u64::from(!positive);
            match steps.last_mut() {
                Some(last) if last.threshold == threshold => {
                    *last = Step {
                        threshold,
                        positives,
                        negatives,
                    };
                }
                _ => steps.push(Step {
                    threshold,
                    positives,
                    negatives,
                }),
            }
        }
        steps
    }

    /// The ROC curve; `None` without rows of both kinds.
    pub(super) fn roc_curve(&self) -> Option<Vec<CurvePoint>> {
        let steps = self.steps();
        let total = steps.last()?;
        if total.positives == 0 || total.negatives == 0 {
            return None;
        }
        let mut points = vec![CurvePoint {
            x: 0.0,
            y: 0.0,
            threshold: None,
        }];
        points.extend(steps.iter().map(|step| CurvePoint {
            x: step.negatives as f64 / total.negatives as f64,
            y: step.positives as f64 / total.positives as f64,
            threshold: Some(step.threshold),
        }));
        Some(thin(points))
    }

    /// The precision-recall curve and the average precision `Σ (recallᵢ − recallᵢ₋₁) · precisionᵢ`; `None`
    /// without positive rows.
    pub(super) fn precision_recall_curve(&self) -> Option<(Vec<CurvePoint>, f64)> {
        let steps = self.steps();
        let all = steps.last()?.positives;
        if all == 0 {
            return None;
        }
        let points: Vec<CurvePoint> = steps
            .iter()
            .map(|step| CurvePoint {
                x: step.positives as f64 / all as f64,
                y: step.positives as f64 / (step.positives + step.negatives) as f64,
                threshold: Some(step.threshold),
            })
            .collect();
        let mut recall = 0.0;
        let mut average = 0.0;
        for point in &points {
            average += (point.x - recall) * point.y;
            recall = point.x;
        }
        Some((thin(points), average))
    }
}

/// At most [`MAX_POINTS`], spread evenly, both ends kept. Points inside a straight line go first.
fn thin(points: Vec<CurvePoint>) -> Vec<CurvePoint> {
    let last = points.len().saturating_sub(1);
    let mut corners: Vec<CurvePoint> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let straight = index > 0
            && index < last
            && (points[index - 1].x == point.x && point.x == points[index + 1].x
                || points[index - 1].y == point.y && point.y == points[index + 1].y);
        if !straight {
            corners.push(point.clone());
        }
    }
    if corners.len() <= MAX_POINTS {
        return corners;
    }
    let last = corners.len() - 1;
    (0..MAX_POINTS)
        .map(|index| corners[index * last / (MAX_POINTS - 1)].clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranking() -> Ranking {
        Ranking::of_class(
            1,
            &[0, 0, 1, 1],
            &[0.9, 0.1, 0.6, 0.4, 0.65, 0.35, 0.2, 0.8],
            2,
        )
    }

    /// The example of scikit-learn's roc_auc_score and average_precision_score.
    #[test]
    fn areas_match_scikit_learn() {
        assert_eq!(ranking().area(&[1; 4]), Some(0.75));
        let (_, average) = ranking().precision_recall_curve().expect("has positives");
        assert!((average - 0.833_333_333_333_333_3).abs() < 1e-15);
    }

    #[test]
    fn ties_count_half() {
        let ranking = Ranking::of_class(1, &[0, 1, 1, 0], &[0.5; 8], 2);
        assert_eq!(ranking.area(&[1; 4]), Some(0.5));
        assert_eq!(ranking.roc_curve().expect("both kinds").len(), 2);
    }

    #[test]
    fn curves_run_from_corner_to_corner_and_are_short() {
        let rows = 5000_usize;
        let truth: Vec<usize> = (0..rows).map(|row| usize::from(row % 3 == 0)).collect();
        let probabilities: Vec<f64> = (0..rows)
            .flat_map(|row| {
                let p = ((row * 7919) % rows) as f64 / rows as f64;
                [1.0 - p, p]
            })
            .collect();
        let curve = Ranking::of_class(1, &truth, &probabilities, 2)
            .roc_curve()
            .expect("both kinds");
        assert_eq!(curve.len(), 100);
        assert_eq!((curve[0].x, curve[0].y), (0.0, 0.0));
        assert_eq!((curve[99].x, curve[99].y), (1.0, 1.0));
        assert!(
            curve
                .windows(2)
                .all(|pair| pair[0].x <= pair[1].x && pair[0].y <= pair[1].y)
        );
    }
}
