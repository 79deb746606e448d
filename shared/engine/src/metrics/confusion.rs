//! Counts of true against predicted classes, and the scores that follow from them.

use super::types::{ClassReport, ConfusionMatrix};

/// `counts[true · classes + predicted]`.
#[derive(Clone, Debug)]
pub(super) struct Confusion {
    counts: Vec<u64>,
    classes: usize,
}

impl Confusion {
    /// Counts row `i` `weights[i]` times.
    pub(super) fn count(
        truth: &[usize],
        predicted: &[usize],
        classes: usize,
        weights: &[u32],
    ) -> Self {
        let mut counts = vec![0; classes * classes];
        for ((truth, predicted), &weight) in truth.iter().zip(predicted).zip(weights) {
            counts[truth * classes + predicted] += u64::from(weight);
        }
        Self { counts, classes }
    }

    fn hits(&self, class: usize) -> u64 {
        self.counts[class * self.classes + class]
    }

    fn support(&self, class: usize) -> u64 {
        self.counts[class * self.classes..][..self.classes]
            .iter()
            .sum()
    }

    fn predicted(&self, class: usize) -> u64 {
        self.counts.iter().skip(class).step_by(self.classes).sum()
    }

    /// Right among those predicted; 0 when none was.
    fn precision(&self, class: usize) -> f64 {
        share(self.hits(class), self.predicted(class))
    }

    /// Found among those that are; 0 when none is.
    fn recall(&self, class: usize) -> f64 {
        share(self.hits(class), self.support(class))
    }

    /// `2 · hits / (predicted + support)`, the harmonic mean of precision and recall.
    fn f1(&self, class: usize) -> f64 {
        share(
            2 * self.hits(class),
            self.predicted(class) + self.support(class),
        )
    }

    pub(super) fn macro_precision(&self) -> f64 {
        self.macro_average(Self::precision)
    }

    pub(super) fn macro_recall(&self) -> f64 {
        self.macro_average(Self::recall)
    }

    pub(super) fn macro_f1(&self) -> f64 {
        self.macro_average(Self::f1)
    }

    /// The mean over the classes that occur or are predicted, as scikit-learn has it.
    fn macro_average(&self, score: impl Fn(&Self, usize) -> f64) -> f64 {
        let involved: Vec<f64> = (0..self.classes)
            .filter(|&class| self.support(class) + self.predicted(class) > 0)
            .map(|class| score(self, class))
            .collect();
        involved.iter().sum::<f64>() / involved.len() as f64
    }

    pub(super) fn per_class(&self, labels: &[String]) -> Vec<ClassReport> {
        labels
            .iter()
            .enumerate()
            .map(|(class, label)| ClassReport {
                label: label.clone(),
                precision: self.precision(class),
                recall: self.recall(class),
                f1: self.f1(class),
                support: self.support(class),
            })
            .collect()
    }

    pub(super) fn matrix(&self, labels: &[String]) -> ConfusionMatrix {
        ConfusionMatrix {
            labels: labels.to_vec(),
            counts: self
                .counts
                .chunks_exact(self.classes)
                .map(<[u64]>::to_vec)
                .collect(),
        }
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
