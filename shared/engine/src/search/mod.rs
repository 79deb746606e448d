//! How much work a model is.

mod work;

pub(crate) use work::fit_work;
