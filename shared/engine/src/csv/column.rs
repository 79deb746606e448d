//! A column while it is read and once it has been read.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::value::{self, Decimal, Value};

/// Code of an empty cell among words.
pub(crate) const MISSING: u32 = u32::MAX;

/// Distinct words that are kept. A column with more is text and only its distinct values are counted.
const MAX_LEVELS: usize = 65_536;

/// A column, read.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Empty cells, and numbers out of range.
    pub(crate) missing: usize,
    /// Numbers that are infinite or too large: how many, and the line of the first.
    pub(crate) out_of_range: Option<(usize, u64)>,
    /// Whether numbers are written with a comma.
    pub(crate) decimal_comma: bool,
    pub(crate) data: Data,
}

/// The cells of a column.
#[derive(Clone, Debug)]
pub(crate) enum Data {
    /// No cell holds anything.
    Empty,
    /// Numbers; NaN is missing.
    Numbers(Vec<f64>),
    /// Seconds since 1970-01-01 UTC; NaN is missing.
    Moments(Vec<f64>),
    /// Words: a code per row, [`MISSING`] or an index into the levels.
    Words {
        codes: Vec<u32>,
        levels: Vec<Level>,
        shape: Shape,
    },
    /// More distinct words than are kept.
    Wide { unique: usize, shape: Shape },
}

/// A distinct word and how often it occurs.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) word: String,
    pub(crate) count: u64,
}

/// What the words of a column look like.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape {
    /// Sum of the words' bytes.
    pub(crate) bytes: u64,
    /// Words with a blank inside.
    pub(crate) with_blank: u64,
}

/// Gathers the cells of a column, changing its mind about their type when a later cell contradicts.
#[derive(Debug)]
pub(crate) struct Builder {
    state: State,
    missing: usize,
    out_of_range: Option<(usize, u64)>,
    /// Rows whose cells must be read again as words, because the type changed after them.
    pub(crate) reread: usize,
}

#[derive(Debug)]
enum State {
    Unseen,
    Numbers {
        values: Vec<f64>,
        decimal: Decimal,
    },
    Moments {
        values: Vec<f64>,
    },
    Words(Words),
    Wide {
        hashes: HashSet<u64, FixedState>,
        shape: Shape,
    },
}

impl Builder {
    pub(crate) const fn new() -> Self {
        Self {
            state: State::Unseen,
            missing: 0,
            out_of_range: None,
            reread: 0,
        }
    }

    /// Takes the trimmed cell of the next row. `row` counts the rows before it.
    pub(crate) fn push(&mut self, cell: &str, row: usize, line: u64) {
        if let State::Words(_) | State::Wide { .. } = self.state {
            return self.push_word(cell);
        }
        let value = value::parse(cell);
        if value == Value::OutOfRange && !matches!(self.state, State::Moments { .. }) {
            return self.push_out_of_range(row, line);
        }
        match (&mut self.state, value) {
            (_, Value::Missing) => self.push_gap(),
            (State::Unseen, Value::Number(number, decimal)) => {
                let mut values = vec![f64::NAN; row];
                values.push(number);
                self.state = State::Numbers { values, decimal };
            }
            (State::Unseen, Value::Moment(moment)) => {
                let mut values = vec![f64::NAN; row];
                values.push(moment.seconds);
                self.state = State::Moments { values };
            }
            (State::Numbers { values, decimal }, Value::Number(number, new))
                if *decimal == Decimal::None || new == Decimal::None || *decimal == new =>
            {
                values.push(number);
                if new != Decimal::None {
                    *decimal = new;
                }
            }
            (State::Moments { values }, Value::Moment(moment)) => values.push(moment.seconds),
            (state, _) => {
                if !matches!(state, State::Unseen) {
                    self.reread = row;
                }
                // Earlier cells were empty or will be read again; either way their code is set later.
                self.missing = if self.reread > 0 { 0 } else { self.missing };
                self.out_of_range = None;
                self.state = State::Words(Words::after(row));
                self.push_word(cell);
            }
        }
    }

    fn push_out_of_range(&mut self, row: usize, line: u64) {
        if matches!(self.state, State::Unseen) {
            self.state = State::Numbers {
                values: vec![f64::NAN; row],
                decimal: Decimal::None,
            };
        }
        let (count, first) = self.out_of_range.unwrap_or((0, line));
        self.out_of_range = Some((count + 1, first));
        self.push_gap();
    }

    fn push_gap(&mut self) {
        self.missing += 1;
        match &mut self.state {
            State::Unseen | State::Wide { .. } => {}
            State::Numbers { values, .. } | State::Moments { values } => values.push(f64::NAN),
            State::Words(words) => words.codes.push(MISSING),
        }
    }

    fn push_word(&mut self, cell: &str) {
        if value::is_missing(cell) {
            return self.push_gap();
        }
        match &mut self.state {
            State::Words(words) => {
                let code = words.code(cell);
                words.codes.push(code);
            }
            State::Wide { hashes, shape } => {
                shape.add(cell);
                hashes.insert(hash(cell));
            }
            State::Unseen | State::Numbers { .. } | State::Moments { .. } => {}
        }
        self.widen();
    }

    /// Sets the trimmed cell of a row that was read before the type changed.
    pub(crate) fn set(&mut self, cell: &str, row: usize) {
        if value::is_missing(cell) {
            self.missing += 1;
            return;
        }
        match &mut self.state {
            State::Words(words) => words.codes[row] = words.code(cell),
            State::Wide { hashes, shape } => {
                shape.add(cell);
                hashes.insert(hash(cell));
            }
            State::Unseen | State::Numbers { .. } | State::Moments { .. } => {}
        }
        self.widen();
    }

    /// Forgets the words once there are too many to be categories.
    fn widen(&mut self) {
        if let State::Words(words) = &self.state
            && words.counts.len() > MAX_LEVELS
        {
            let hashes = words.index.keys().map(|word| hash(word)).collect();
            self.state = State::Wide {
                hashes,
                shape: words.shape,
            };
        }
    }

    pub(crate) fn finish(self, name: String) -> Column {
        let mut decimal_comma = false;
        let data = match self.state {
            State::Unseen => Data::Empty,
            State::Numbers { values, .. } if values.iter().all(|value| value.is_nan()) => {
                Data::Empty
            }
            State::Numbers { values, decimal } => {
                decimal_comma = decimal == Decimal::Comma;
                Data::Numbers(values)
            }
            State::Moments { values } => Data::Moments(values),
            State::Words(words) => words.finish(),
            State::Wide { hashes, shape } => Data::Wide {
                unique: hashes.len(),
                shape,
            },
        };
        Column {
            name,
            missing: self.missing,
            out_of_range: self.out_of_range,
            decimal_comma,
            data,
        }
    }
}

/// A dictionary of words, in order of appearance.
#[derive(Debug)]
struct Words {
    codes: Vec<u32>,
    index: HashMap<String, u32, FixedState>,
    counts: Vec<u64>,
    shape: Shape,
}

impl Words {
    /// A dictionary whose first `row` cells are empty.
    fn after(row: usize) -> Self {
        Self {
            codes: vec![MISSING; row],
            index: HashMap::default(),
            counts: Vec::new(),
            shape: Shape::default(),
        }
    }

    /// Counts a word; its code.
    fn code(&mut self, word: &str) -> u32 {
        self.shape.add(word);
        let code = self.index.get(word).copied().unwrap_or_else(|| {
            let new = self.counts.len() as u32;
            self.index.insert(word.to_owned(), new);
            self.counts.push(0);
            new
        });
        self.counts[code as usize] += 1;
        code
    }

    fn finish(self) -> Data {
        let mut levels: Vec<Level> = self
            .counts
            .into_iter()
            .map(|count| Level {
                word: String::new(),
                count,
            })
            .collect();
        // The order in which the map is walked does not matter: each word has its place.
        for (word, code) in self.index {
            levels[code as usize].word = word;
        }
        Data::Words {
            codes: self.codes,
            levels,
            shape: self.shape,
        }
    }
}

impl Shape {
    fn add(&mut self, word: &str) {
        self.bytes += word.len() as u64;
        self.with_blank += u64::from(word.contains(' '));
    }
}

/// A hash that is the same in every process.
fn hash(word: &str) -> u64 {
    FixedState::default().hash_one(word)
}
