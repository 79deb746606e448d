//! From machines in terms of the rows that they were fitted to, to an estimator that stands alone.

use super::fit::{Fitted, Rows};
use super::kernel::Kernel;
use super::machines::{MAX_KEPT, Machine, Machines};
use crate::fit::FitError;
use crate::model::Estimator;
use crate::numeric::add_scaled;

/// A machine and the rows that it was fitted to.
pub(super) struct Part {
    pub(super) own: Vec<usize>,
    pub(super) fitted: Fitted,
}

/// The estimator. With the linear kernel a machine is one weight per number, and a single one is a linear model or a
/// logistic one.
pub(super) fn estimator(
    rows: &Rows<'_>,
    parts: Vec<Part>,
    seen: &[usize],
    classes: usize,
) -> Result<Estimator, FitError> {
    if let [only] = seen {
        let one = |class| f64::from(u8::from(class == *only));
        return Ok(Estimator::Frequencies((0..classes).map(one).collect()));
    }
    let (machines, vectors) = match rows.kernel {
        Kernel::Linear => {
            let mut weighed: Vec<(Vec<f64>, f64)> =
                parts.iter().map(|part| weights(rows, part)).collect();
            match (weighed.len(), classes) {
                (1, 0) => {
                    let (weights, intercept) = weighed.swap_remove(0);
                    return Ok(Estimator::Linear { weights, intercept });
                }
                (1, 2) => {
                    let (weights, intercept) = weighed.swap_remove(0);
                    let intercepts = vec![intercept];
                    return Ok(Estimator::Logistic {
                        weights,
                        intercepts,
                    });
                }
                _ => {}
            }
            let machine = |(weights, intercept)| Machine {
                terms: (0..).zip(weights).collect(),
                intercept,
            };
            (weighed.into_iter().map(machine).collect(), Vec::new())
        }
        Kernel::Rbf { .. } => supported(rows, parts),
    };
    let fit = Machines {
        kernel: rows.kernel,
        vectors,
        machines,
        seen: seen.iter().map(|&class| class as u32).collect(),
        classes: classes as u32,
    };
    let table = fit.table_size(rows.width).unwrap_or(usize::MAX);
    if fit.work().max(table) > MAX_KEPT {
        return Err(FitError::TooLarge(format!(
            "the support vector machines would hold {} numbers, at most {MAX_KEPT} are allowed: choose another \
             family, fewer columns or a target with fewer classes",
            fit.work().max(table)
        )));
    }
    if !fit.is_sound(rows.width, classes) {
        return Err(FitError::NotFinite);
    }
    Ok(Estimator::Svm(fit))
}

/// The weight of each number, and the intercept.
fn weights(rows: &Rows<'_>, part: &Part) -> (Vec<f64>, f64) {
    let mut weights = vec![0.0; rows.width];
    for (&row, &coefficient) in part.own.iter().zip(&part.fitted.coefficients) {
        add_scaled(&mut weights, coefficient, rows.of(row));
    }
    (weights, part.fitted.intercept)
}

/// Machines in terms of the support vectors of any of them, and these.
fn supported(rows: &Rows<'_>, parts: Vec<Part>) -> (Vec<Machine>, Vec<f64>) {
    let count = rows.records.len() / rows.width;
    let terms = |part: &Part| -> Vec<(usize, f64)> {
        let all = part.own.iter().copied();
        all.zip(part.fitted.coefficients.iter().copied())
            .filter(|(_, coefficient)| *coefficient != 0.0)
            .collect()
    };
    let mut used = vec![false; count];
    for (row, _) in parts.iter().flat_map(terms) {
        used[row] = true;
    }
    let mut places = vec![0; count];
    let mut vectors = Vec::new();
    for (place, row) in (0..).zip((0..count).filter(|&row| used[row])) {
        places[row] = place;
        vectors.extend_from_slice(rows.of(row));
    }
    let machines = parts.iter().map(|part| Machine {
        terms: terms(part)
            .into_iter()
            .map(|(row, coefficient)| (places[row], coefficient))
            .collect(),
        intercept: part.fitted.intercept,
    });
    (machines.collect(), vectors)
}
