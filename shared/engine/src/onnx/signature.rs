//! The inputs and outputs of a graph: their names, types and shapes.

use super::proto::{
    DimensionProto, TensorShapeProto, TensorTypeProto, Type, TypeProto, ValueInfoProto,
};
use crate::prepare::{ColumnEncoder, Encoding};

pub(super) const LABEL: &str = "label";
pub(super) const PROBABILITIES: &str = "probabilities";
pub(super) const PREDICTION: &str = "prediction";

/// The name of the dimension that counts rows.
const ROWS: &str = "rows";

/// An extent of a tensor.
#[derive(Clone, Copy)]
pub(super) enum Extent {
    /// As many as there are rows.
    Rows,
    /// A fixed number.
    Fixed(usize),
}

/// The names of the inputs: those of the columns. A column that is called like an output gets a name of its
/// own, because names are unique within a graph.
pub(super) fn input_names(columns: &[ColumnEncoder]) -> Vec<String> {
    let mut names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    for index in 0..names.len() {
        if [LABEL, PROBABILITIES, PREDICTION].contains(&names[index].as_str()) {
            let mut name = format!("{}_input", names[index]);
            while names.contains(&name) {
                name.push('_');
            }
            names[index] = name;
        }
    }
    names
}

/// Numbers whose mean is more standard deviations from 0 than this lose too much in single precision, which
/// rounds them by up to 1/1000 of a deviation and more.
const MAX_OFFSET: f64 = 16_384.0;

/// The type of a column's input.
pub(super) fn input_type(encoding: &Encoding) -> Type {
    match encoding {
        Encoding::Number { scaling, .. } if scaling.mean.abs() > MAX_OFFSET * scaling.scale => {
            Type::Double
        }
        // Trees round numbers to single precision.
        Encoding::Number { .. } | Encoding::Raw => Type::Float,
        // Single precision would be off by a minute.
        Encoding::Moment { .. } | Encoding::RawMoment { .. } => Type::Double,
        Encoding::Flag { .. }
        | Encoding::RawFlag { .. }
        | Encoding::Category { .. }
        | Encoding::Target { .. }
        | Encoding::Code { .. } => Type::String,
    }
}

/// A column as an input of shape `[rows, 1]`.
pub(super) fn input(name: &str, encoder: &ColumnEncoder) -> ValueInfoProto {
    let meaning = match &encoder.encoding {
        Encoding::Number { .. } | Encoding::Raw => "A number; NaN if missing.".to_owned(),
        Encoding::Moment { .. } | Encoding::RawMoment { .. } => {
            "A date or time in seconds since 1970-01-01 00:00 UTC; NaN if missing.".to_owned()
        }
        Encoding::Flag { yes, .. } | Encoding::RawFlag { yes } => {
            format!("A word; {yes:?}, in any case, means yes. Empty if missing.")
        }
        Encoding::Category { .. } | Encoding::Code { .. } | Encoding::Target { .. } => {
            "A category without blanks around it; empty if missing.".to_owned()
        }
    };
    let shape = [Extent::Rows, Extent::Fixed(1)];
    ValueInfoProto {
        doc_string: Some(format!("Column {:?}. {meaning}", encoder.name)),
        ..value(name, input_type(&encoder.encoding), &shape)
    }
}

/// A value's name, type and shape.
pub(super) fn value(name: &str, elements: Type, shape: &[Extent]) -> ValueInfoProto {
    let dimension = |extent: &Extent| match *extent {
        Extent::Rows => DimensionProto {
            dim_value: None,
            dim_param: Some(ROWS.to_owned()),
        },
        Extent::Fixed(extent) => DimensionProto {
            dim_value: Some(extent as i64),
            dim_param: None,
        },
    };
    let tensor = TensorTypeProto {
        elem_type: Some(elements as i32),
        shape: Some(TensorShapeProto {
            dim: shape.iter().map(dimension).collect(),
        }),
    };
    ValueInfoProto {
        name: Some(name.to_owned()),
        r#type: Some(TypeProto {
            tensor_type: Some(tensor),
        }),
        doc_string: None,
    }
}
