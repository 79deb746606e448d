//! Reading rows in blocks, so that threads can share the work on their cells.
//!
//! While one thread splits the next block into cells, others understand the cells of the block before, some columns
//! each. Every column sees its cells in the order of the rows, so that nothing depends on how many threads there are.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

use super::column::Builder;
use super::rules::CsvError;
use super::scan::Scanner;
use super::table::{check_width, trim};
use super::value;
use crate::parallel::{for_each_parallel, threads};

/// Cells of a block: enough to be worth a thread, and little beside the columns.
const CELLS: usize = 32 * 1024;
/// With fewer cells a thread takes longer to start than to help.
pub(crate) const CELLS_WORTH_THREADS: usize = 4 * 1024;

/// Rows that follow each other.
#[derive(Debug, Default)]
struct Block<'a> {
    /// Trimmed cells, row by row.
    cells: Vec<Cow<'a, str>>,
    /// The line on which each row starts.
    lines: Vec<u64>,
}

/// What is known of whole rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// A hash per row, equal for rows that are equal.
    pub(super) hashes: Vec<u64>,
    /// Cells that count as empty.
    pub(super) empty_cells: usize,
}

/// A share of the work on a block.
enum Job<'j, 'a> {
    /// Reads the next block.
    Scan(&'j mut Scanner<'a>, &'j mut Result<Block<'a>, CsvError>),
    Rows(&'j mut Rows),
    /// The columns from that one on.
    Columns(usize, &'j mut [Builder]),
}

/// Reads all rows into the builders of their columns.
pub(super) fn read_rows<'a>(
    mut scanner: Scanner<'a>,
    names: &[String],
    builders: &mut [Builder],
) -> Result<Rows, CsvError> {
    let mut rows = Rows::default();
    let mut block = read_block(&mut scanner, names)?;
    while !block.lines.is_empty() {
        let mut next = Ok(Block::default());
        let before = rows.hashes.len();
        let threads = if block.cells.len() < CELLS_WORTH_THREADS {
            1
        } else {
            threads()
        };
        let group = names.len().div_ceil(4 * threads);
        let mut jobs = vec![Job::Scan(&mut scanner, &mut next), Job::Rows(&mut rows)];
        let groups = builders.chunks_mut(group).enumerate();
        jobs.extend(groups.map(|(index, columns)| Job::Columns(index * group, columns)));
        for_each_parallel(jobs, threads, |job| match job {
            Job::Scan(scanner, next) => *next = read_block(scanner, names),
            Job::Rows(rows) => rows.add(&block, names.len()),
            Job::Columns(first, columns) => fill(columns, &block, first, names.len(), before),
        });
        block = next?;
    }
    Ok(rows)
}

fn read_block<'a>(scanner: &mut Scanner<'a>, names: &[String]) -> Result<Block<'a>, CsvError> {
    let mut block = Block::default();
    let mut end = 0;
    while end < CELLS
        && let Some(row) = scanner.append(&mut block.cells, names.len())?
    {
        check_width(row, names)?;
        block.cells[end..].iter_mut().for_each(trim);
        block.lines.push(row.line);
        end += names.len();
    }
    Ok(block)
}

impl Rows {
    fn add(&mut self, block: &Block<'_>, width: usize) {
        for row in block.cells.chunks_exact(width) {
            let mut hasher = FixedState::default().build_hasher();
            for cell in row {
                self.empty_cells += usize::from(value::is_missing(cell));
                hasher.write(cell.as_bytes());
                hasher.write_u8(0xFF);
            }
            self.hashes.push(hasher.finish());
        }
    }
}

/// Takes the cells of some columns, `before` rows after the first.
fn fill(columns: &mut [Builder], block: &Block<'_>, first: usize, width: usize, before: usize) {
    for (index, column) in columns.iter_mut().enumerate() {
        let cells = block.cells.iter().skip(first + index).step_by(width);
        for (row, (cell, &line)) in cells.zip(&block.lines).enumerate() {
            column.push(cell, before + row, line);
        }
    }
}
