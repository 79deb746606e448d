//! Tables for people: aligned columns, no borders, fit for a terminal.

use console::{Alignment, measure_text_width, pad_str, style};

use crate::text;

/// A table whose cells are plain text.
pub(crate) struct Table {
    header: Vec<(&'static str, Alignment)>,
    rows: Vec<Vec<String>>,
}

/// Words are aligned to the left.
pub(crate) const fn words(title: &'static str) -> (&'static str, Alignment) {
    (title, Alignment::Left)
}

/// Numbers are aligned to the right.
pub(crate) const fn numbers(title: &'static str) -> (&'static str, Alignment) {
    (title, Alignment::Right)
}

impl Table {
    /// An empty table.
    pub(crate) fn new(header: impl Into<Vec<(&'static str, Alignment)>>) -> Self {
        Self {
            header: header.into(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a cell per column.
    pub(crate) fn push(&mut self, row: impl Into<Vec<String>>) {
        let cells: Vec<String> = row.into();
        self.rows
            .push(cells.iter().map(|cell| text::visible(cell)).collect());
    }

    /// The lines of the table, indented by two; each cut to `width` when there is one.
    pub(crate) fn render(&self, width: Option<usize>) -> String {
        const GAP: &str = "  ";
        let widths: Vec<usize> = (0..self.header.len())
            .map(|index| {
                let cells = self.rows.iter().filter_map(|row| row.get(index));
                let widest = cells.map(|cell| measure_text_width(cell)).max();
                widest
                    .unwrap_or(0)
                    .max(measure_text_width(self.header[index].0))
            })
            .collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let mut line = String::new();
            for ((cell, (_, alignment)), width) in cells.zip(&self.header).zip(&widths) {
                line.push_str(GAP);
                line.push_str(&pad_str(cell, *width, *alignment, None));
            }
            text::shorten(line.trim_end(), width.unwrap_or(usize::MAX))
        };
        let mut lines = Vec::with_capacity(self.rows.len() + 1);
        if self.header.iter().any(|(title, _)| !title.is_empty()) {
            let titles = line(&mut self.header.iter().map(|(title, _)| *title));
            lines.push(style(titles).bold().to_string());
        }
        for row in &self.rows {
            lines.push(line(&mut row.iter().map(String::as_str)));
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_is_seen() {
        let mut table = Table::new([words("name"), numbers("n"), words("")]);
        table.push(["日本".to_owned(), "5".to_owned(), "x".to_owned()]);
        table.push(["a".to_owned(), "120".to_owned(), "a\tb".to_owned()]);
        console::set_colors_enabled(false);
        assert_eq!(
            table.render(None),
            "  name    n\n  日本    5  x\n  a     120  a\\tb\n"
        );
        assert_eq!(table.render(Some(9)).lines().nth(2), Some("  a     …"));
    }
}
