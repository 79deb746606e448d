//! Cutting numbers into groups of equal size.

/// Groups that numbers are cut into.
const GROUPS: usize = 10;

/// Where one group of ascending numbers ends and the next begins; every value is a group when there are few.
/// A number belongs to the group whose border is the last that is not above it.
pub(super) fn borders(sorted: &[f64]) -> Vec<f64> {
    if let Some(mut distinct) = few_values(sorted) {
        return distinct.split_off(1.min(distinct.len()));
    }
    let mut borders: Vec<f64> = (1..GROUPS)
        .map(|group| sorted[group * sorted.len() / GROUPS])
        .filter(|border| *border > sorted[0])
        .collect();
    borders.dedup();
    borders
}

/// The distinct values of ascending numbers, if there are no more of them than groups.
pub(super) fn few_values(sorted: &[f64]) -> Option<Vec<f64>> {
    let mut distinct = sorted.to_vec();
    distinct.dedup();
    (distinct.len() <= GROUPS).then_some(distinct)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_of_equal_size_or_one_for_each_value() {
        let many: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(borders(&many)[..2], [10.0, 20.0]);
        assert_eq!(borders(&[1.0, 1.0, 2.0, 3.0]), [2.0, 3.0]);
        let mostly_zero: Vec<f64> = (0..100).map(|row| f64::from((row - 80).max(0))).collect();
        assert_eq!(borders(&mostly_zero), [10.0]);
        assert!(borders(&[]).is_empty());
    }
}
