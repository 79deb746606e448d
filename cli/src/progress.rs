//! Progress of a training: a bar on a terminal, lines elsewhere, on standard error.

use std::time::{Duration, Instant};

use console::Term;
use indicatif::{ProgressBar, ProgressStyle};
use stint_engine::{Progress, Stage};

use crate::{output, text};

/// How often a bar is drawn anew although nothing was said.
const TICK: Duration = Duration::from_millis(100);

/// How long a stage may last before another line is written about it.
const SILENCE: Duration = Duration::from_secs(5);

/// Shows the steps of a training.
pub(crate) enum Reporter {
    /// Nothing is shown.
    Quiet,
    /// A bar on a terminal.
    Bar(ProgressBar),
    /// A line per stage, and now and then within a long one.
    Lines(Option<(Stage, Instant)>),
}

impl Reporter {
    pub(crate) fn new(quiet: bool) -> Self {
        if quiet {
            Self::Quiet
        } else if Term::stderr().is_term() {
            let bar = ProgressBar::new_spinner();
            bar.enable_steady_tick(TICK);
            Self::Bar(bar)
        } else {
            Self::Lines(None)
        }
    }

    /// Shows a step.
    pub(crate) fn tell(&mut self, step: &Progress) {
        let message = text::visible(&step.message);
        match self {
            Self::Quiet => {}
            Self::Bar(bar) => {
                let template = if step.total > 1 {
                    "{spinner} {msg} {bar:24} {pos}/{len} {elapsed}"
                } else {
                    "{spinner} {msg} {elapsed}"
                };
                if let Ok(style) = ProgressStyle::with_template(template) {
                    bar.set_style(style);
                }
                bar.set_length(step.total.max(1));
                bar.set_position(step.done);
                bar.set_message(message);
            }
            Self::Lines(last) => {
                let told = last
                    .is_some_and(|(stage, time)| stage == step.stage && time.elapsed() < SILENCE);
                if !told {
                    *last = Some((step.stage, Instant::now()));
                    output::say(&message);
                }
            }
        }
    }

    /// Removes what must not stay.
    pub(crate) fn finish(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
