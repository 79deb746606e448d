//! How a table differs from another version of it.

mod kolmogorov;
mod numbers;
mod stability;
mod types;
mod words;

use self::numbers::Numbers;
use self::stability::level;
pub use self::types::{
    CategoricalDrift, ColumnDrift, Drift, DriftLevel, KindChange, NumericDrift, TableSide,
};
use self::words::Words;
use crate::csv::{Column, Data, Level, Table};
use crate::profile::{ColumnKind, kind_of};

/// Compares every column that both tables have. `step` is told how many are done, out of how many.
pub(super) fn drift<E>(
    current: &Table,
    reference: &Table,
    step: &mut dyn FnMut(u64, u64) -> Result<(), E>,
) -> Result<Drift, E> {
    let missing_in = |table: &Table, other: &Table| {
        let columns = table.columns.iter().map(|column| &column.name);
        let missing = columns.filter(|name| other.column(name).is_none());
        missing.cloned().collect::<Vec<String>>()
    };
    let mut found = Drift {
        reference_rows: reference.rows(),
        columns: Vec::new(),
        added: missing_in(current, reference),
        removed: missing_in(reference, current),
        kind_changed: Vec::new(),
    };
    let total = current.columns.len() as u64;
    for (done, column) in current.columns.iter().enumerate() {
        step(done as u64, total)?;
        let Some(earlier) = reference.column(&column.name) else {
            continue;
        };
        let kinds = (kind_of(column), kind_of(earlier));
        let empty = |column: &Column| matches!(column.data, Data::Empty);
        if kinds.0 != kinds.1 && !empty(column) && !empty(earlier) {
            found.kind_changed.push(KindChange {
                column: column.name.clone(),
                reference: kinds.1,
                current: kinds.0,
            });
        }
        let sizes = (current.rows(), reference.rows());
        found.columns.extend(compare(column, earlier, sizes));
    }
    // A stable sort: equally shifted ones stay in the order of the file.
    found
        .columns
        .sort_by(|a, b| (b.level.cmp(&a.level)).then(b.psi.total_cmp(&a.psi)));
    Ok(found)
}

/// A column in one of the tables.
enum Sample<'t> {
    Numbers(Numbers),
    Words(Words<'t>),
}

impl<'t> Sample<'t> {
    /// What `column` holds; if nothing, as many empty cells of what `other` holds. `None` unless both hold the same:
    /// numbers, moments or a few words.
    fn new(column: &'t Column, other: &Column, rows: usize) -> Option<Self> {
        let words = |levels: &'t [Level]| {
            Some(Self::Words(Words {
                levels,
                missing: column.missing,
                rows,
            }))
        };
        match (&column.data, &other.data) {
            (Data::Numbers(values), Data::Numbers(_) | Data::Empty)
            | (Data::Moments(values), Data::Moments(_) | Data::Empty) => {
                Some(Self::Numbers(Numbers::new(values)))
            }
            (Data::Empty, Data::Numbers(_) | Data::Moments(_)) => {
                Some(Self::Numbers(Numbers::empty(rows)))
            }
            (Data::Words { levels, .. }, Data::Words { .. } | Data::Empty) => words(levels),
            (Data::Empty, Data::Words { .. }) => words(&[]),
            _ => None,
        }
    }
}

/// Compares a column of both tables, if it can be compared.
fn compare(column: &Column, earlier: &Column, sizes: (usize, usize)) -> Option<ColumnDrift> {
    let unlike = |column: &Column| matches!(kind_of(column), ColumnKind::Id | ColumnKind::Text);
    if unlike(column) || unlike(earlier) {
        return None;
    }
    let current = Sample::new(column, earlier, sizes.0)?;
    let reference = Sample::new(earlier, column, sizes.1)?;
    let (groups, sides, numeric, categorical) = match (&current, &reference) {
        (Sample::Numbers(current), Sample::Numbers(reference)) => (
            numbers::groups(current, reference),
            (current.side(), reference.side()),
            numbers::test(current, reference),
            None,
        ),
        (Sample::Words(current), Sample::Words(reference)) => (
            words::groups(current, reference),
            (current.side(), reference.side()),
            None,
            Some(words::compare(current, reference)),
        ),
        _ => return None,
    };
    let (psi, psi_by_chance) = (groups.index(), groups.by_chance());
    Some(ColumnDrift {
        column: column.name.clone(),
        kind: match column.data {
            Data::Empty => kind_of(earlier),
            _ => kind_of(column),
        },
        level: level(psi, psi_by_chance),
        psi,
        psi_by_chance,
        current: sides.0,
        reference: sides.1,
        numeric,
        categorical,
    })
}
