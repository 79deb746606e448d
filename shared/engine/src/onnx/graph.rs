//! Building a graph: operators, constants and their names.

use super::proto::{AttributeProto, GraphProto, NodeProto, TensorProto, Type, ValueInfoProto};

/// The domain of operators for classical machine learning.
pub(super) const ML_DOMAIN: &str = "ai.onnx.ml";

/// A graph while it is built. Values are known by their names, which are never those of columns.
pub(super) struct Graph {
    nodes: Vec<NodeProto>,
    initializers: Vec<TensorProto>,
    prefix: String,
}

impl Graph {
    /// An empty graph whose names do not begin like one of those `taken`.
    pub(super) fn new<'n>(taken: impl Iterator<Item = &'n str> + Clone) -> Self {
        let mut prefix = "stint_".to_owned();
        while taken.clone().any(|name| name.starts_with(&prefix)) {
            prefix.push('_');
        }
        Self {
            nodes: Vec::new(),
            initializers: Vec::new(),
            prefix,
        }
    }

    /// Applies an operator; the name of its result.
    pub(super) fn apply(
        &mut self,
        operator: &str,
        inputs: &[&str],
        attributes: Vec<AttributeProto>,
    ) -> String {
        let output = format!("{}{operator}_{}", self.prefix, self.nodes.len());
        self.apply_as(operator, inputs, attributes, &output);
        output
    }

    /// Applies an operator with two results.
    pub(super) fn apply_pair(
        &mut self,
        operator: &str,
        inputs: &[&str],
        attributes: Vec<AttributeProto>,
    ) -> [String; 2] {
        let first = self.apply(operator, inputs, attributes);
        let second = format!("{first}_second");
        if let Some(node) = self.nodes.last_mut() {
            node.output.push(second.clone());
        }
        [first, second]
    }

    /// Applies an operator and gives its result a name.
    pub(super) fn apply_as(
        &mut self,
        operator: &str,
        inputs: &[&str],
        attributes: Vec<AttributeProto>,
        output: &str,
    ) {
        let domain = matches!(operator, "LabelEncoder" | "TreeEnsemble").then(|| ML_DOMAIN.into());
        self.nodes.push(NodeProto {
            input: inputs.iter().map(|name| (*name).to_owned()).collect(),
            output: vec![output.to_owned()],
            name: Some(format!("{}node_{}", self.prefix, self.nodes.len())),
            op_type: Some(operator.to_owned()),
            attribute: attributes,
            domain,
        });
    }

    /// Puts matrices with equal numbers of rows side by side.
    pub(super) fn concat(&mut self, parts: &[String]) -> String {
        if let [only] = parts {
            return only.clone();
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        self.apply("Concat", &parts, vec![integer("axis", 1)])
    }

    /// Converts to another type.
    pub(super) fn cast(&mut self, value: &str, to: Type) -> String {
        self.apply("Cast", &[value], vec![integer("to", to as i64)])
    }

    /// Picks columns of a matrix; all of them in their order cost nothing.
    pub(super) fn select(&mut self, matrix: &str, width: usize, columns: &[usize]) -> String {
        if columns.iter().copied().eq(0..width) {
            return matrix.to_owned();
        }
        let columns: Vec<i64> = columns.iter().map(|&column| column as i64).collect();
        let columns = self.integers(&columns);
        self.apply("Gather", &[matrix, &columns], vec![integer("axis", 1)])
    }

    /// A number.
    pub(super) fn scalar(&mut self, value: f64) -> String {
        self.doubles(&[], &[value])
    }

    /// A tensor of numbers.
    pub(super) fn doubles(&mut self, shape: &[usize], values: &[f64]) -> String {
        self.constant(doubles(shape, values))
    }

    /// A matrix of small integers.
    pub(super) fn bytes(&mut self, shape: &[usize], values: Vec<u8>) -> String {
        self.constant(tensor(Type::Uint8, shape, values))
    }

    /// A list of integers.
    pub(super) fn integers(&mut self, values: &[i64]) -> String {
        let bytes = values.iter().flat_map(|value| value.to_le_bytes());
        self.constant(tensor(Type::Int64, &[values.len()], bytes.collect()))
    }

    /// A list of strings.
    pub(super) fn strings(&mut self, values: &[String]) -> String {
        self.constant(TensorProto {
            dims: vec![values.len() as i64],
            data_type: Some(Type::String as i32),
            string_data: utf8(values),
            ..TensorProto::default()
        })
    }

    fn constant(&mut self, tensor: TensorProto) -> String {
        let name = format!("{}constant_{}", self.prefix, self.initializers.len());
        self.initializers.push(TensorProto {
            name: Some(name.clone()),
            ..tensor
        });
        name
    }

    /// The finished graph.
    pub(super) fn finish(
        self,
        input: Vec<ValueInfoProto>,
        output: Vec<ValueInfoProto>,
    ) -> GraphProto {
        GraphProto {
            node: self.nodes,
            name: Some("stint".to_owned()),
            initializer: self.initializers,
            input,
            output,
        }
    }
}

/// A tensor of numbers.
pub(super) fn doubles(shape: &[usize], values: &[f64]) -> TensorProto {
    let bytes = values.iter().flat_map(|value| value.to_le_bytes());
    tensor(Type::Double, shape, bytes.collect())
}

fn tensor(data_type: Type, shape: &[usize], raw: Vec<u8>) -> TensorProto {
    TensorProto {
        dims: shape.iter().map(|&extent| extent as i64).collect(),
        data_type: Some(data_type as i32),
        raw_data: Some(raw),
        ..TensorProto::default()
    }
}

fn utf8(values: &[String]) -> Vec<Vec<u8>> {
    values.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// An attribute that is an integer.
pub(super) fn integer(name: &str, value: i64) -> AttributeProto {
    const INT: i32 = 2;
    AttributeProto {
        i: Some(value),
        ..attribute(name, INT)
    }
}

/// An attribute that is a list of integers.
pub(super) fn integers(name: &str, values: Vec<i64>) -> AttributeProto {
    const INTS: i32 = 7;
    AttributeProto {
        ints: values,
        ..attribute(name, INTS)
    }
}

/// A list of node modes of trees.
pub(super) fn modes(values: Vec<u8>) -> TensorProto {
    tensor(Type::Uint8, &[values.len()], values)
}

/// An attribute that is a tensor.
pub(super) fn tensor_attribute(name: &str, tensor: TensorProto) -> AttributeProto {
    const TENSOR: i32 = 4;
    AttributeProto {
        t: Some(tensor),
        ..attribute(name, TENSOR)
    }
}

/// An attribute that is a list of strings.
pub(super) fn strings(name: &str, values: &[String]) -> AttributeProto {
    const STRINGS: i32 = 8;
    AttributeProto {
        strings: utf8(values),
        ..attribute(name, STRINGS)
    }
}

fn attribute(name: &str, kind: i32) -> AttributeProto {
    AttributeProto {
        name: Some(name.to_owned()),
        r#type: Some(kind),
        ..AttributeProto::default()
    }
}
