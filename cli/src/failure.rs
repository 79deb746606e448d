//! Why a command ends without doing its work, for people and for machines.

use std::fmt;
use std::io;
use std::process::ExitCode;

use serde::Serialize;
use stint_engine::{CellFault, CsvError, ParameterError, ScoringError, TrainError};

/// What kind of failure it is; each has an exit code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A file cannot be read or written, or a fit broke down.
    Failed,
    /// The arguments are wrong.
    Usage,
    /// The data or the model file are wrong.
    BadInput,
}

impl Kind {
    /// The exit code, as documented by `--help`.
    pub(crate) const fn exit_code(self) -> u8 {
        match self {
            Self::Failed => 1,
            Self::Usage => 2,
            Self::BadInput => 3,
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    /// What was found and what would be right.
    pub(crate) detail: String,
    /// The argument concerned, such as `--target`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) argument: Option<String>,
    /// The file concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<String>,
    /// Its line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<u64>,
    /// Its column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) column: Option<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(argument) = &self.argument {
            write!(formatter, "{argument}: ")?;
        }
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(formatter, "{file}:{line}: ")?,
            (Some(file), None) => write!(formatter, "{file}: ")?,
            (None, _) => {}
        }
        formatter.write_str(&self.detail)
    }
}

/// Why a command ends without doing its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nobody reads the output any more, which is no fault of anybody's.
    BrokenPipe,
    /// Something is wrong.
    Faults(Kind, Vec<Fault>),
}

impl Failure {
    fn one(kind: Kind, fault: Fault) -> Self {
        Self::Faults(kind, vec![fault])
    }

    /// The arguments are wrong.
    pub(crate) fn usage(detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self::one(
            Kind::Usage,
            Fault {
                detail,
                ..Fault::default()
            },
        )
    }

    /// The value of an argument does not fit the data.
    pub(crate) fn argument(argument: &str, detail: String) -> Self {
        let fault = Fault {
            detail,
            argument: Some(argument.to_owned()),
            ..Fault::default()
        };
        Self::one(Kind::Usage, fault)
    }

    /// The content of a file is wrong.
    pub(crate) fn bad_input(file: &str, detail: impl Into<String>) -> Self {
        Self::one(Kind::BadInput, in_file(file, detail.into()))
    }

    /// A file cannot be read or written.
    pub(crate) fn io(action: &str, file: &str, error: &io::Error) -> Self {
        let detail = match error.kind() {
            io::ErrorKind::NotFound => format!("cannot {action} it: there is no such file"),
            io::ErrorKind::IsADirectory => format!("cannot {action} it: it is a folder"),
            io::ErrorKind::PermissionDenied => format!("cannot {action} it: permission denied"),
            _ => format!("cannot {action} it: {error}"),
        };
        Self::one(Kind::Failed, in_file(file, detail))
    }

    /// A CSV breaks a rule.
    pub(crate) fn csv(file: &str, error: CsvError) -> Self {
        let fault = Fault {
            line: error.line,
            column: error.column,
            ..in_file(file, error.detail)
        };
        Self::one(Kind::BadInput, fault)
    }

    /// A CSV that cannot be predicted for.
    pub(crate) fn scoring(file: &str, error: ScoringError) -> Self {
        match error {
            ScoringError::Csv(error) => Self::csv(file, error),
            ScoringError::Cells(faults) => {
                let faults = faults.into_iter().map(|fault| in_cell(file, fault));
                Self::Faults(Kind::BadInput, faults.collect())
            }
            other => Self::bad_input(file, other.to_string()),
        }
    }

    /// Parameters of a training that do not fit the data set.
    pub(crate) fn parameters(errors: Vec<ParameterError>) -> Self {
        let faults = errors.into_iter().map(|error| Fault {
            argument: Some(argument(&error.pointer)),
            detail: error.detail,
            ..Fault::default()
        });
        Self::Faults(Kind::Usage, faults.collect())
    }

    /// A training that ended without a model.
    pub(crate) fn training(file: &str, error: TrainError) -> Self {
        match error {
            TrainError::Rejected(rejection) => Self::one(
                Kind::BadInput,
                Fault {
                    line: rejection.line,
                    column: rejection.column,
                    ..in_file(file, rejection.detail)
                },
            ),
            other => Self::one(Kind::Failed, in_file(file, other.to_string())),
        }
    }

    /// Says what is wrong on standard error; the exit code.
    pub(crate) fn report(&self, json: bool) -> ExitCode {
        #[derive(Serialize)]
        struct Error<'a> {
            kind: Kind,
            exit_code: u8,
            faults: &'a [Fault],
        }
        let (kind, faults) = match self {
            Self::BrokenPipe => return ExitCode::SUCCESS,
            Self::Faults(kind, faults) => (*kind, faults),
        };
        if json {
            let exit_code = kind.exit_code();
            let error = Error {
                kind,
                exit_code,
                faults,
            };
            crate::output::say(&serde_json::json!({ "error": error }).to_string());
        } else {
            let label = console::style("error:").for_stderr().red().bold();
            for fault in faults {
                let text = crate::text::visible_lines(&fault.to_string());
                crate::output::say(&format!("{label} {text}"));
            }
        }
        ExitCode::from(kind.exit_code())
    }
}

/// What goes wrong when standard output is written.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::BrokenPipe
        } else {
            Self::io("write", "standard output", &error)
        }
    }
}

fn in_file(file: &str, detail: String) -> Fault {
    Fault {
        detail,
        file: Some(file.to_owned()),
        ..Fault::default()
    }
}

fn in_cell(file: &str, fault: CellFault) -> Fault {
    let detail = match &fault.column {
        Some(column) => format!("column {column:?} {}", fault.detail),
        None => fault.detail,
    };
    Fault {
        line: fault.line,
        column: fault.column,
        ..in_file(file, detail)
    }
}

/// The argument that a JSON pointer of the engine stands for.
fn argument(pointer: &str) -> String {
    let mut parts = pointer.split('/').skip(1);
    let flag = match (parts.next(), parts.next()) {
        (Some("hyperparameters"), Some(name)) => {
            return format!("--param {}", name.replace("~1", "/").replace("~0", "~"));
        }
        (Some("hyperparameters"), None) => "param",
        (Some("model_type"), _) => "model",
        (Some("features"), Some(list)) => list,
        (Some("features"), None) => "include, --exclude",
        (Some(name), _) => name,
        (None, _) => return "arguments".to_owned(),
    };
    format!("--{}", flag.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_become_arguments() {
        assert_eq!(argument("/test_fraction"), "--test-fraction");
        assert_eq!(argument("/model_type"), "--model");
        assert_eq!(argument("/hyperparameters/max_iter"), "--param max_iter");
        assert_eq!(argument("/features/exclude/3"), "--exclude");
    }

    #[test]
    fn a_fault_says_where() {
        let fault = Fault {
            line: Some(7),
            ..in_file("a.csv", "too short".into())
        };
        assert_eq!(fault.to_string(), "a.csv:7: too short");
    }
}
