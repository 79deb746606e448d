//! A model as an ONNX file, which many runtimes can execute without this engine.
//!
//! The file holds the preparation as well as the estimator: its inputs are the columns of the CSV, by name,
//! each of shape `[rows, 1]`:
//! - numbers as `float`, NaN if missing; as `double` where their spread is tiny compared with their size;
//! - words as `string`, empty if missing;
//! - dates as `double`, seconds since 1970-01-01 UTC, NaN if missing.
//!
//! A classifier's outputs are `label` (`string`, `[rows]`) and `probabilities` (`double`,
//! `[rows, classes]`, in the order of the labels), a regression's is `prediction` (`double`, `[rows, 1]`).
//! A column that has the name of an output becomes the input `<name>_input`; the entry `columns` of the
//! metadata says which column each input is. A model that looks at no column has no inputs and answers
//! with one row, which holds for all.
//!
//! Precision: numbers come in single precision, as is usual, and everything after them is double
//! precision. So the predictions are those of [`Model::predict`] for numbers rounded to single precision,
//! to about 10⁻¹⁵; the rounding itself changes probabilities by some 10⁻⁷. Trees round them in any case.

mod estimators;
mod features;
mod graph;
mod lineage;
mod machines;
mod moments;
mod neighbors;
mod proto;
mod signature;
mod trees;
mod words;

use prost::Message;

use crate::model::Model;
use crate::report::Report;
use graph::{Graph, ML_DOMAIN};
use proto::{ModelProto, OperatorSetIdProto};

/// The version of the file format, the one of ONNX 1.16.
const IR_VERSION: i64 = 10;
/// The version of the operators in the standard domain, the one of ONNX 1.16.
const OPSET: i64 = 21;
/// The version of the operators for classical machine learning, the one of ONNX 1.16.
const ML_OPSET: i64 = 5;

/// Why a model cannot be written as ONNX.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OnnxError {
    /// The report is about another model.
    #[error(
        "the report is about another model: it is of a {report}, the model is a {model}; pass the report \
         that training returned with the model"
    )]
    OtherReport {
        /// What the report is about.
        report: String,
        /// What the model is.
        model: String,
    },
    /// A column's affirmative word is so long that its spellings cannot be listed.
    #[error("the word {0:?} is too long to be recognised in any case")]
    LongWord(String),
}

impl Model {
    /// The model with its preparation as an ONNX file; the report gives its card and lineage. Equal models
    /// and reports give equal bytes.
    ///
    /// # Errors
    /// When the report is of another model, or when ONNX cannot express something of this one.
    pub fn to_onnx(&self, report: &Report) -> Result<Vec<u8>, OnnxError> {
        let content = &self.content;
        self.check_report(report)?;
        let columns = &content.preparation.columns;
        let names = signature::input_names(columns);
        let inputs = columns
            .iter()
            .zip(&names)
            .map(|(column, name)| signature::input(name, column))
            .collect();
        let mut graph = Graph::new(names.iter().map(String::as_str));
        let features = features::features(&mut graph, &content.preparation, &names)?;
        let outputs =
            estimators::outputs(&mut graph, &features, &content.estimator, &content.labels);
        let opset = |domain: &str, version| OperatorSetIdProto {
            domain: Some(domain.to_owned()),
            version: Some(version),
        };
        let model = ModelProto {
            ir_version: Some(IR_VERSION),
            producer_name: Some("stint-engine".to_owned()),
            producer_version: Some(content.engine_version.clone()),
            doc_string: Some(format!(
                "Predicts {:?}. The model card is in the metadata.",
                content.target
            )),
            graph: Some(graph.finish(inputs, outputs)),
            opset_import: vec![opset("", OPSET), opset(ML_DOMAIN, ML_OPSET)],
            metadata_props: lineage::lineage(report, columns, &names),
        };
        Ok(model.encode_to_vec())
    }

    /// Whether the report is about this model, as far as one can tell.
    fn check_report(&self, report: &Report) -> Result<(), OnnxError> {
        let content = &self.content;
        let (specification, used) = (report.parameters.canonical_json(), report.model_type);
        if content.specification == specification
            && content.dataset_sha256 == report.dataset_sha256
            && content.model_type == used
            && content.labels == report.labels
        {
            return Ok(());
        }
        let describe = |family: &str, target: &str, sha256: &str| {
            format!("{family} model of {target:?} from the data set {sha256}")
        };
        Err(OnnxError::OtherReport {
            report: describe(used.name(), &report.target, &report.dataset_sha256),
            model: describe(
                content.model_type.name(),
                &content.target,
                &content.dataset_sha256,
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::ops::ControlFlow;

    use super::*;
    use crate::{CsvRules, Outcome, TrainRequest, profile_csv, train};

    const HEADER: &str = "probabilities,stint_a,city,when,label,label_input,t\n";

    fn csv() -> String {
        let row = |i: u32| {
            let flag = ["yes", "no"][(i % 2) as usize];
            format!(
                "{i}.5,{},c{},2024-01-0{},{flag},{},t{}\n",
                i * i,
                i % 3,
                1 + i % 9,
                i % 4,
                i % 2
            )
        };
        HEADER.to_owned() + &(0..40).map(row).collect::<String>()
    }

    fn outcome(csv: &str) -> Outcome {
        let rules = CsvRules::default();
        let profile = profile_csv(csv.as_bytes(), &rules).expect("sound");
        let spec = TrainRequest::from_json(&serde_json::json!({"target": "t"}))
            .and_then(|request| request.resolve(&profile.schema(), profile.rows))
            .expect("sound");
        let observer = &mut |_| ControlFlow::Continue(());
        train(csv.as_bytes(), &rules, &spec, observer).expect("trains")
    }

    #[test]
    fn equal_models_give_equal_bytes() {
        let Outcome { model, report } = outcome(&csv());
        let bytes = model.to_onnx(&report).expect("expressible");
        let again = Model::from_bytes(&model.to_bytes()).expect("sound");
        assert_eq!(again.to_onnx(&report), Ok(bytes));
    }

    #[test]
    fn names_are_unique() {
        let Outcome { model, report } = outcome(&csv());
        let bytes = model.to_onnx(&report).expect("expressible");
        let graph = ModelProto::decode(bytes.as_slice())
            .expect("valid")
            .graph
            .expect("there is one");
        let inputs = graph.input.iter().filter_map(|input| input.name.clone());
        let constants = graph
            .initializer
            .iter()
            .filter_map(|tensor| tensor.name.clone());
        let results = graph.node.iter().flat_map(|node| node.output.clone());
        let names: Vec<String> = inputs.chain(constants).chain(results).collect();
        let distinct: HashSet<&String> = names.iter().collect();
        assert_eq!(names.len(), distinct.len());
        for expected in [
            "probabilities_input",
            "label_input",
            "label_input_",
            "stint_a",
            "label",
        ] {
            assert!(
                names.iter().any(|name| name == expected),
                "{expected} in {names:?}"
            );
        }
    }

    #[test]
    fn the_report_of_another_model_is_refused() {
        let (one, other) = (outcome(&csv()), outcome(&csv().replace("2024", "2023")));
        assert!(matches!(
            one.model.to_onnx(&other.report),
            Err(OnnxError::OtherReport { .. })
        ));
    }
}
