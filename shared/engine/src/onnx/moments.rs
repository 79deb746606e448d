//! The parts of dates as operators.

use super::features::{Features, Source, impute, indicators, standardise};
use super::graph::Graph;
use super::proto::Type;
use crate::csv::SECONDS_PER_DAY;
use crate::prepare::{Encoding, Part};

/// Encodes the columns of dates, all of them at once.
pub(super) fn moments(graph: &mut Graph, sources: &[Source<'_>], features: &mut Features) {
    let mut kept = Vec::new();
    let (mut fills, mut parts_of) = (Vec::new(), Vec::new());
    for source in sources {
        if let Encoding::Moment { fill, parts } = &source.encoder.encoding {
            kept.push(*source);
            fills.push(*fill);
            parts_of.push(parts);
        }
    }
    if kept.is_empty() {
        return;
    }
    let inputs: Vec<String> = kept.iter().map(|source| source.input.to_owned()).collect();
    let raw = graph.concat(&inputs);
    let (seconds, empty) = impute(graph, &raw, &fills);
    for part in Part::ALL {
        let (mut columns, mut scalings, mut order) = (Vec::new(), Vec::new(), Vec::new());
        for (column, (source, parts)) in kept.iter().zip(&parts_of).enumerate() {
            let place = parts.iter().position(|(other, _)| *other == part);
            if let Some(place) = place {
                columns.push(column);
                scalings.push(parts[place].1);
                order.push(source.offset + place);
            }
        }
        if !columns.is_empty() {
            let seconds = graph.select(&seconds, kept.len(), &columns);
            let values = Calendar { graph }.part(part, &seconds);
            let scaled = standardise(graph, &values, &scalings);
            features.push(scaled, order);
        }
    }
    indicators(graph, &empty, &kept, features);
}

/// Encodes the columns of dates for trees: not standardised, NaN if missing, rounded as trees do.
pub(super) fn raw_moments(graph: &mut Graph, sources: &[Source<'_>], features: &mut Features) {
    for source in sources {
        if let Encoding::RawMoment { parts } = &source.encoder.encoding {
            let mut calendar = Calendar { graph };
            let parts: Vec<String> = parts
                .iter()
                .map(|part| calendar.part(*part, source.input))
                .collect();
            let width = parts.len();
            let parts = graph.concat(&parts);
            let rounded = graph.cast(&parts, Type::Float);
            let rounded = graph.cast(&rounded, Type::Double);
            features.push(rounded, source.offset..source.offset + width);
        }
    }
}

/// Arithmetic on whole numbers in double precision, which holds them exactly.
struct Calendar<'g> {
    graph: &'g mut Graph,
}

impl Calendar<'_> {
    /// [`Part::of`] as operators.
    fn part(&mut self, part: Part, seconds: &str) -> String {
        if part == Part::Day {
            return self.with("Div", seconds, SECONDS_PER_DAY);
        }
        let days = self.quotient(seconds, SECONDS_PER_DAY);
        match part {
            Part::Day => days,
            Part::Month => self.month(&days),
            Part::Weekday => {
                let days = self.with("Add", &days, 3.0);
                self.remainder(&days, 7.0)
            }
            Part::Hour => {
                let midnight = self.with("Mul", &days, SECONDS_PER_DAY);
                let clock = self.graph.apply("Sub", &[seconds, &midnight], Vec::new());
                self.quotient(&clock, 3600.0)
            }
        }
    }

    /// [`crate::csv::month_of`] as operators.
    fn month(&mut self, days: &str) -> String {
        let days = self.with("Add", days, 719_468.0);
        let day_of_era = self.remainder(&days, 146_097.0);
        let leap_days = [(1460.0, "Sub"), (36_524.0, "Add"), (146_096.0, "Sub")];
        let common = self.adjusted(&day_of_era, &day_of_era, &leap_days);
        let year = self.quotient(&common, 365.0);
        let year_days = self.with("Mul", &year, 365.0);
        let year_days = self.adjusted(&year_days, &year, &[(4.0, "Add"), (100.0, "Sub")]);
        let day_of_year = self
            .graph
            .apply("Sub", &[&day_of_era, &year_days], Vec::new());
        let month = self.with("Mul", &day_of_year, 5.0);
        let month = self.with("Add", &month, 2.0);
        let month = self.quotient(&month, 153.0);
        let month = self.with("Add", &month, 2.0);
        let month = self.remainder(&month, 12.0);
        self.with("Add", &month, 1.0)
    }

    /// Adds to `start`, or subtracts from it, how often each divisor goes into `of`.
    fn adjusted(&mut self, start: &str, of: &str, divisors: &[(f64, &str)]) -> String {
        let mut value = start.to_owned();
        for (divisor, operator) in divisors {
            let times = self.quotient(of, *divisor);
            value = self.graph.apply(operator, &[&value, &times], Vec::new());
        }
        value
    }

    fn with(&mut self, operator: &str, value: &str, number: f64) -> String {
        let number = self.graph.scalar(number);
        self.graph.apply(operator, &[value, &number], Vec::new())
    }

    /// How often the divisor goes into the value, rounded down.
    fn quotient(&mut self, value: &str, divisor: f64) -> String {
        let share = self.with("Div", value, divisor);
        self.graph.apply("Floor", &[&share], Vec::new())
    }

    /// What is left then, from 0 to the divisor.
    fn remainder(&mut self, value: &str, divisor: f64) -> String {
        let times = self.quotient(value, divisor);
        let covered = self.with("Mul", &times, divisor);
        self.graph.apply("Sub", &[value, &covered], Vec::new())
    }
}
