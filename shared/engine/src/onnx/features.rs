//! From the inputs to the encoded rows: the engine's preparation as operators.

use super::OnnxError;
use super::graph::{Graph, integer};
use super::moments::{moments, raw_moments};
use super::proto::Type;
use super::signature::input_type;
use super::words::words;
use crate::prepare::{ColumnEncoder, Encoding, Preparation, Scaling};

/// Encoded rows in a graph. Columns of a kind are encoded together, so they are in another order than the
/// engine's.
#[derive(Default)]
pub(super) struct Features {
    parts: Vec<String>,
    /// The engine's index of each column.
    pub(super) order: Vec<usize>,
    /// Codes of categories that rows may have: they are below this number.
    pub(super) codes: u32,
}

/// Codes of categories are larger by this in the graph, as some runtimes are faster without a code 0.
pub(super) const CODE_OFFSET: f64 = 1.0;

impl Features {
    /// Adds columns; `order` has the engine's index of each.
    pub(super) fn push(&mut self, part: String, order: impl IntoIterator<Item = usize>) {
        self.parts.push(part);
        self.order.extend(order);
    }

    /// All columns, as double precision numbers.
    pub(super) fn matrix(&self, graph: &mut Graph) -> String {
        graph.concat(&self.parts)
    }
}

/// A column with its input and its place among the encoded columns.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) input: &'a str,
    pub(super) encoder: &'a ColumnEncoder,
    /// The engine's index of the first encoded column.
    pub(super) offset: usize,
}

impl Source<'_> {
    /// The engine's index of the column that says whether a cell is empty.
    pub(super) fn indicator(&self) -> Option<usize> {
        let last = self.offset + self.encoder.width();
        self.encoder.indicator.then(|| last - 1)
    }
}

/// Encodes all columns; `inputs` are their names in the graph.
pub(super) fn features(
    graph: &mut Graph,
    preparation: &Preparation,
    inputs: &[String],
) -> Result<Features, OnnxError> {
    let mut offset = 0;
    let mut sources = Vec::with_capacity(inputs.len());
    for (encoder, input) in preparation.columns.iter().zip(inputs) {
        sources.push(Source {
            input,
            encoder,
            offset,
        });
        offset += encoder.width();
    }
    let mut features = Features::default();
    numbers(graph, &sources, &mut features);
    raw_numbers(graph, &sources, &mut features);
    moments(graph, &sources, &mut features);
    raw_moments(graph, &sources, &mut features);
    words(graph, &sources, &mut features)?;
    Ok(features)
}

fn numbers(graph: &mut Graph, sources: &[Source<'_>], features: &mut Features) {
    let mut parts = Vec::new();
    let (mut kept, mut fills, mut scalings) = (Vec::new(), Vec::new(), Vec::new());
    for precision in [Type::Float, Type::Double] {
        let mut inputs = Vec::new();
        for source in sources {
            if let Encoding::Number { fill, scaling } = &source.encoder.encoding
                && input_type(&source.encoder.encoding) == precision
            {
                inputs.push(source.input.to_owned());
                kept.push(*source);
                fills.push(*fill);
                scalings.push(*scaling);
            }
        }
        if !inputs.is_empty() {
            let inputs = graph.concat(&inputs);
            parts.push(match precision {
                Type::Double => inputs,
                _ => graph.cast(&inputs, Type::Double),
            });
        }
    }
    if kept.is_empty() {
        return;
    }
    let raw = graph.concat(&parts);
    let (filled, empty) = impute(graph, &raw, &fills);
    let scaled = standardise(graph, &filled, &scalings);
    features.push(scaled, kept.iter().map(|source| source.offset));
    indicators(graph, &empty, &kept, features);
}

/// Numbers as they are.
fn raw_numbers(graph: &mut Graph, sources: &[Source<'_>], features: &mut Features) {
    let raw = sources
        .iter()
        .filter(|source| source.encoder.encoding == Encoding::Raw);
    let (inputs, order): (Vec<String>, Vec<usize>) = raw
        .map(|source| (source.input.to_owned(), source.offset))
        .unzip();
    if !inputs.is_empty() {
        let numbers = graph.concat(&inputs);
        let numbers = graph.cast(&numbers, Type::Double);
        features.push(numbers, order);
    }
}

/// Replaces NaN; the numbers, and where they were replaced.
pub(super) fn impute(graph: &mut Graph, raw: &str, fills: &[f64]) -> (String, String) {
    let empty = graph.apply("IsNaN", &[raw], Vec::new());
    let fills = graph.doubles(&[fills.len()], fills);
    let filled = graph.apply("Where", &[&empty, &fills, raw], Vec::new());
    (filled, empty)
}

/// `(value − mean) / scale`, column by column.
pub(super) fn standardise(graph: &mut Graph, values: &str, scalings: &[Scaling]) -> String {
    let means: Vec<f64> = scalings.iter().map(|scaling| scaling.mean).collect();
    let scales: Vec<f64> = scalings.iter().map(|scaling| scaling.scale).collect();
    let means = graph.doubles(&[means.len()], &means);
    let scales = graph.doubles(&[scales.len()], &scales);
    let centred = graph.apply("Sub", &[values, &means], Vec::new());
    graph.apply("Div", &[&centred, &scales], Vec::new())
}

/// Adds 1 for empty cells and 0 for others, for the columns that want it.
pub(super) fn indicators(
    graph: &mut Graph,
    empty: &str,
    sources: &[Source<'_>],
    features: &mut Features,
) {
    let wanted = sources
        .iter()
        .enumerate()
        .filter_map(|(column, source)| Some((column, source.indicator()?)));
    let (columns, order): (Vec<usize>, Vec<usize>) = wanted.unzip();
    if columns.is_empty() {
        return;
    }
    let empty = graph.select(empty, sources.len(), &columns);
    let empty = graph.cast(&empty, Type::Double);
    features.push(empty, order);
}

/// Reads rows of a table: `[rows, 1]` indices become `[rows, width]`.
pub(super) fn look_up(graph: &mut Graph, table: &str, index: &str) -> String {
    let rows = graph.apply("Gather", &[table, index], vec![integer("axis", 0)]);
    let axis = graph.integers(&[1]);
    graph.apply("Squeeze", &[&rows, &axis], Vec::new())
}
