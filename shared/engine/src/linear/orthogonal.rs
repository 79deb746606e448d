//! Least squares by a complete orthogonal decomposition (Golub and Van Loan, *Matrix Computations*,
//! 2013, sections 5.2.1, 5.4.2 and 5.5.1): right for any rank.

use crate::numeric::{add_scaled, dot};

/// The solution of smallest norm of `min ‖X w − y‖`, `x` row by row.
pub(super) fn least_norm(x: &[f64], y: &[f64], features: usize) -> Vec<f64> {
    let rows = y.len();
    // Columns one after the other, as reflections work on columns.
    let mut columns: Vec<Vec<f64>> = (0..features)
        .map(|feature| x.iter().skip(feature).step_by(features).copied().collect())
        .collect();
    let mut right = y.to_vec();
    let mut order: Vec<usize> = (0..features).collect();
    let rank = triangularize(&mut columns, &mut right, &mut order, rows);

    // X P = Q [R; 0] with R of `rank` rows; its transpose has full column rank.
    let mut transposed: Vec<Vec<f64>> = (0..rank)
        .map(|row| columns.iter().map(|column| column[row]).collect())
        .collect();
    for (row, column) in transposed.iter_mut().enumerate() {
        column[..row].fill(0.0);
    }
    let reflections: Vec<Vec<f64>> = (0..rank)
        .map(|step| {
            let reflection = reflection(&transposed[step][step..]);
            for column in &mut transposed[step..] {
                reflect(&reflection, &mut column[step..]);
            }
            reflection
        })
        .collect();
    // Rᵀ = Z T, so R w = c means Tᵀ (Zᵀ w) = c: solve the triangle, then turn back by Z.
    let mut solution = vec![0.0; features];
    for row in 0..rank {
        let known = dot(&transposed[row][..row], &solution[..row]);
        solution[row] = (right[row] - known) / transposed[row][row];
    }
    for (step, reflection) in reflections.iter().enumerate().rev() {
        reflect(reflection, &mut solution[step..]);
    }
    let mut weights = vec![0.0; features];
    for (position, &feature) in order.iter().enumerate() {
        weights[feature] = solution[position];
    }
    weights
}

/// Makes the columns triangular by reflections, the longest remaining column first, and applies the
/// same to `right`. The number of columns that are not negligible: the rank.
fn triangularize(
    columns: &mut [Vec<f64>],
    right: &mut [f64],
    order: &mut [usize],
    rows: usize,
) -> usize {
    let mut longest_at_first = 0.0;
    for step in 0..columns.len().min(rows) {
        // Lengths are computed afresh: updating them would lose digits just where the rank is decided.
        let lengths: Vec<f64> = columns[step..]
            .iter()
            .map(|column| dot(&column[step..], &column[step..]))
            .collect();
        let mut pivot = 0;
        for (index, length) in lengths.iter().enumerate() {
            if *length > lengths[pivot] {
                pivot = index;
            }
        }
        let length = lengths[pivot].sqrt();
        if step == 0 {
            longest_at_first = length;
        }
        let negligible = f64::EPSILON * rows.max(columns.len()) as f64 * longest_at_first;
        if length.is_nan() || length <= negligible {
            return step;
        }
        columns.swap(step, step + pivot);
        order.swap(step, step + pivot);
        let reflection = reflection(&columns[step][step..]);
        for column in &mut columns[step..] {
            reflect(&reflection, &mut column[step..]);
        }
        reflect(&reflection, &mut right[step..]);
    }
    columns.len().min(rows)
}

/// The vector of the reflection that turns `x` onto its first axis, of length √2.
fn reflection(x: &[f64]) -> Vec<f64> {
    let norm = dot(x, x).sqrt();
    let mut vector = x.to_vec();
    vector[0] += if x[0] < 0.0 { -norm } else { norm };
    let length = dot(&vector, &vector).sqrt();
    if length > 0.0 {
        let scale = std::f64::consts::SQRT_2 / length;
        vector.iter_mut().for_each(|value| *value *= scale);
    }
    vector
}

/// `x − v (v · x)`.
fn reflect(vector: &[f64], x: &mut [f64]) {
    let product = dot(vector, x);
    add_scaled(x, -product, vector);
}
